using System.Globalization;
using System.Text.Json;
using CrmRoi.Metrics.Lifetime;
using MathNet.Numerics;

namespace CrmRoi.Metrics.Tests.Lifetime;

public sealed class LifetimeModelTests
{
    private const string Spendings = "data/oracle/clv/cdnow_customers_summary_with_transactions.csv";
    private const string Reference = "data/oracle/statistics/mpmath_reference.json";
    private const string Donations = "data/oracle/clv/donations.csv";

    [SharedDataFact(Spendings)]
    public void The_spending_of_cdnow_has_the_published_parameters()
    {
        var fit = GammaGamma.Fit(Spent());

        fit.Model!.P.Should().BeApproximately(6.2488, 6.2488e-3);
        fit.Model.Q.Should().BeApproximately(3.7446, 3.7446e-3);
        fit.Model.V.Should().BeApproximately(15.4477, 15.4477e-3);
    }

    [SharedDataFact(Spendings)]
    public void A_years_lifetime_value_of_cdnow_is_the_published_sum()
    {
        var rows = SharedData.Rows(Spendings);
        var model = BgNbd.Fit(BgNbdTests.Histories()).Model!;
        var spending = GammaGamma.Fit(Spent()).Model!;

        var sum = rows.Sum(row =>
        {
            var history = new PurchaseHistory(int.Parse(row[1], CultureInfo.InvariantCulture), BgNbdTests.Number(row[2]), BgNbdTests.Number(row[3]));
            var value = spending.ExpectedValue(history.Frequency, BgNbdTests.Number(row[4]))!.Value;
            return LifetimeValue.Predicted(model, history, value, 12 * LifetimeValue.WeeksPerMonth, 0.01);
        });

        sum.Should().BeApproximately(71_509.90, 71_509.90 * 1e-3);
    }

    [SharedDataFact(Donations)]
    public void The_donors_of_a_charity_have_the_published_parameters()
    {
        var histories = SharedData.Rows(Donations).Select(row => row.Select(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ToArray())
            .Select(row => new OccasionHistory(row[0], row[1], row[2], row[3])).ToList();

        var fit = BgBb.Fit(histories);

        fit.Model!.Alpha.Should().BeApproximately(1.2035, 1.2035e-3);
        fit.Model.Beta.Should().BeApproximately(0.7498, 0.7498e-3);
        fit.Model.Gamma.Should().BeApproximately(0.6568, 0.6568e-3);
        fit.Model.Delta.Should().BeApproximately(2.7839, 2.7839e-3);
    }

    // Fader and Hardie (2007), table 1: of a thousand customers, so many were there after each year.
    [Theory]
    [InlineData(0.668, 3.806, 1000, 869, 743, 653, 593, 551, 517, 491)]
    [InlineData(0.704, 1.182, 1000, 631, 468, 382, 326, 289, 262, 241)]
    public void Seven_years_of_contracts_have_the_published_parameters(double alpha, double beta, params int[] there)
    {
        var fit = ShiftedBetaGeometric.Fit([.. there.Select(count => (double)count)]);

        fit.Model!.Alpha.Should().BeApproximately(alpha, 5e-4);
        fit.Model.Beta.Should().BeApproximately(beta, 5e-4);
        fit.Model.Survival(7).Should().BeApproximately(there[^1] / 1000.0, 0.02);
        fit.Model.RetentionIn(8).Should().BeGreaterThan(fit.Model.RetentionIn(1));
    }

    [Fact]
    public void What_cannot_carry_a_model_is_refused_with_the_reason()
    {
        ShiftedBetaGeometric.Fit([100, 120, 90]).Refusal.Should().Be(LifetimeRefusal.Impossible);
        ShiftedBetaGeometric.Fit([100, 100, 100]).Refusal.Should().Be(LifetimeRefusal.NoSpread);
        ShiftedBetaGeometric.Fit([0, 0, 0]).Refusal.Should().Be(LifetimeRefusal.NoCustomers);
        GammaGamma.Fit([.. Enumerable.Repeat(new Spending(3, 20), 50)]).Refusal.Should().Be(LifetimeRefusal.NoSpread);
        GammaGamma.Fit([new(1, 10), new(2, 12)]).Refusal.Should().Be(LifetimeRefusal.TooFewRepeatBuyers);
        GammaGamma.Fit([new(1, -10), new(2, 12)]).Refusal.Should().Be(LifetimeRefusal.Impossible);
        BgBb.Fit([new(0, 0, 6, 500)]).Refusal.Should().Be(LifetimeRefusal.NoRepeatBuyers);
        BgBb.Fit([new(3, 2, 6, 500)]).Refusal.Should().Be(LifetimeRefusal.Impossible);
    }

    [Fact]
    public void A_contract_is_worth_its_margin_times_retention_over_what_is_lost_a_year()
    {
        LifetimeValue.Contractual(100, 0.8m, 0.1m).Should().BeApproximately(266.6667m, 0.0001m);
        LifetimeValue.Contractual(100, 0, 0.1m).Should().Be(0);
        LifetimeValue.Contractual(100, 1, 0).Should().BeNull();
        LifetimeValue.Contractual(null, 0.8m, 0.1m).Should().BeNull();
        LifetimeValue.Contractual(100, 1.2m, 0.5m).Should().BeNull();
    }

    [Fact]
    public void The_mean_of_all_is_expected_of_a_customer_of_whom_no_purchase_counts()
    {
        var model = new GammaGamma(6, 4, 15);

        model.ExpectedValue(0, 0).Should().BeApproximately(30, 1e-9);
        model.ExpectedValue(1000, 50).Should().BeApproximately(50, 0.05);
        (model with { Q = 1 }).ExpectedValue(0, 0).Should().BeNull();
    }

    [SharedDataFact(Reference)]
    public void Hypergeometric_functions_and_gammas_are_right_to_ten_digits()
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf(Reference)!));

        foreach (var row in Rows("hyp2f1"))
        {
            Hypergeometric.Of(row[0], row[1], row[2], row[3]).Should().BeApproximately(row[4], Math.Abs(row[4]) * 1e-10);
        }

        foreach (var row in Rows("loggamma"))
        {
            SpecialFunctions.GammaLn(row[0]).Should().BeApproximately(row[1], Math.Max(1, Math.Abs(row[1])) * 1e-12);
        }

        foreach (var row in Rows("logbeta"))
        {
            SpecialFunctions.BetaLn(row[0], row[1]).Should().BeApproximately(row[2], Math.Max(1, Math.Abs(row[2])) * 1e-11);
        }

        IEnumerable<double[]> Rows(string name) =>
            reference.RootElement.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetDouble()).ToArray());
    }

    private static List<Spending> Spent() =>
        [.. SharedData.Rows(Spendings).Select(row => new Spending(int.Parse(row[1], CultureInfo.InvariantCulture), BgNbdTests.Number(row[4]))).Where(spending => spending.Purchases > 0)];
}
