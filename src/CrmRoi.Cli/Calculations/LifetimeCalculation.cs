using System.CommandLine;
using System.Globalization;
using CrmRoi.Metrics.Lifetime;

namespace CrmRoi.Cli.Calculations;

/// <summary><c>calc clv FILE …</c>: how often customers come back, who still is one, and what the next weeks are worth, from anyone's purchases.</summary>
internal sealed class LifetimeCalculation(TextWriter output)
{
    private readonly Argument<string> file = new("FILE") { Description = "CSV with a line for each purchase" };
    private readonly Option<string> customer = new("--customer") { Description = "The column that says who bought", Required = true };
    private readonly Option<string> date = new("--date") { Description = "The column that says when, as 2026-01-31", Required = true };
    private readonly Option<string?> value = new("--value") { Description = "The column that says for how much; without it nothing is said of money" };
    private readonly Option<string> until = new("--until") { Description = "The last day observed: later purchases are left out", Required = true };
    private readonly Option<double> horizon = new("--horizon") { Description = "For how many weeks after that to predict", Required = true };
    private readonly Option<double> discount = new("--discount")
    {
        Description = "What a month's delay costs, as a fraction; 0.01 unless given",
        DefaultValueFactory = _ => 0.01,
    };

    public Command Build()
    {
        var clv = new Command("clv", "Customer lifetime value by BG/NBD and Gamma-Gamma, fitted by maximum likelihood")
        {
            file, customer, date, value, until, horizon, discount,
        };
        clv.SetAction(RunAsync);
        return clv;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (weeks, monthly) = (parsed.GetValue(horizon), parsed.GetValue(discount));
        if (!(weeks > 0) || weeks > 5200)
        {
            throw new WrongUseException("--horizon must be a number of weeks above 0 and up to 5200.");
        }

        if (!(monthly > -1) || double.IsInfinity(monthly))
        {
            throw new WrongUseException("--discount must be a fraction a month above -1, such as 0.01.");
        }

        if (!DateOnly.TryParseExact(parsed.GetValue(until), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last))
        {
            throw new WrongUseException("--until must be a date such as 2026-01-31.");
        }

        var content = await CalculationFile.ReadAsync(parsed.GetValue(file)!, cancellationToken);
        var buyers = Buyers(
            content.Texts(parsed.GetValue(customer)!), content.Dates(parsed.GetValue(date)!), parsed.GetValue(value) is { } column ? content.Numbers(column) : null, last);
        var found = Found(buyers, parsed.GetValue(value) is not null, weeks, monthly, out var isFitted);
        await output.WriteJsonAsync(found);
        return isFitted ? CommandLine.Done : CommandLine.Refused;
    }

    // Purchases of one customer on one day are one, of their summed value.
    private static List<Buyer> Buyers(IReadOnlyList<string> customers, IReadOnlyList<DateOnly> days, IReadOnlyList<double>? values, DateOnly until) =>
    [
        .. customers.Select((name, row) => (Name: name, Day: days[row], Value: values?[row] ?? 0))
            .Where(purchase => purchase.Name.Length > 0 && purchase.Day <= until)
            .GroupBy(purchase => purchase.Name, StringComparer.Ordinal)
            .Select(group =>
            {
                var byDay = group.GroupBy(purchase => purchase.Day).OrderBy(day => day.Key).Select(day => (Day: day.Key, Value: day.Sum(purchase => purchase.Value))).ToList();
                var repeat = byDay.Skip(1).Select(day => day.Value).ToList();
                return new Buyer(group.Key, PurchaseHistory.Of(byDay.Select(day => day.Day), until)!.Value, repeat.Count == 0 ? 0 : repeat.Average());
            })
            .OrderBy(buyer => buyer.Name, StringComparer.Ordinal),
    ];

    private static object Found(List<Buyer> buyers, bool hasValues, double weeks, double monthly, out bool isFitted)
    {
        var purchases = BgNbd.Fit([.. buyers.Select(buyer => buyer.History)]);
        var spending = hasValues
            ? GammaGamma.Fit([.. buyers.Where(buyer => buyer.History.Frequency > 0 && buyer.Mean > 0).Select(buyer => new Spending(buyer.History.Frequency, buyer.Mean))])
            : null;
        isFitted = purchases.Model is not null && spending is null or { Model: not null };
        var predictions = purchases.Model is { } model
            ? buyers.Select(buyer => Predict(buyer, model, spending?.Model, weeks, monthly)).ToList()
            : [];
        return new
        {
            customers = buyers.Count,
            bgNbd = purchases.Model is { } m ? new { m.R, m.Alpha, m.A, m.B, purchases.LogLikelihood } : null,
            gammaGamma = spending?.Model is { } g ? new { g.P, g.Q, g.V, spending.LogLikelihood } : null,
            clvTotal = predictions.Count > 0 && spending?.Model is not null ? predictions.Sum(prediction => prediction.Clv) : null,
            refusals = new { bgNbd = Reason(purchases.Refusal), gammaGamma = spending is null ? null : Reason(spending.Refusal) },
            conventions = new
            {
                timeUnit = "week",
                horizonWeeks = weeks,
                discountPerMonth = monthly,
                weeksPerMonth = LifetimeValue.WeeksPerMonth,
                sameDay = "one purchase of the summed value",
                frequency = "purchases after the first",
                value = "mean of the purchases after the first; customers whose mean is not above 0 are left out of the Gamma-Gamma fit",
            },
            predictions,
        };
    }

    private static Prediction Predict(Buyer buyer, BgNbd model, GammaGamma? spending, double weeks, double monthly)
    {
        var expected = spending is null ? null : buyer.Mean > 0 ? spending.ExpectedValue(buyer.History.Frequency, buyer.Mean) : spending.ExpectedValue(0, 0);
        return new(
            buyer.Name, buyer.History.Frequency, buyer.History.Recency, buyer.History.Age,
            model.ExpectedPurchases(buyer.History, weeks), model.ProbabilityAlive(buyer.History), expected,
            expected is { } each ? LifetimeValue.Predicted(model, buyer.History, each, weeks, monthly) : null);
    }

    private static string? Reason(LifetimeRefusal refusal) => refusal == LifetimeRefusal.None ? null : refusal.ToString();

    private sealed record Buyer(string Name, PurchaseHistory History, double Mean);

    private sealed record Prediction(
        string Customer, int Frequency, double Recency, double Age, double ExpectedPurchases, double ProbabilityAlive, double? ExpectedValue, double? Clv);
}
