using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Lifetime;

/// <summary>What the customers of a company without contracts are expected to do after the last day of its figures.</summary>
/// <remarks>
/// BG/NBD for how often, on days with a purchase; Gamma-Gamma for how much such a day brings. Both are fitted to the whole company, not to the part
/// that is looked at, so that a small part borrows from all.
/// </remarks>
public sealed class CustomerForecast
{
    /// <summary>How many months ahead.</summary>
    public const int Months = 12;

    /// <summary>More customers than this are fitted by a part of them, every so many: parameters of so many hardly move.</summary>
    private const int MostFitted = 20_000;

    private readonly CustomerBook book;

    private CustomerForecast(CustomerBook book, LifetimeFit<BgNbd> frequency, LifetimeFit<GammaGamma> value)
    {
        this.book = book;
        Frequency = frequency;
        Value = value;
    }

    /// <summary>How often they come back, in weeks.</summary>
    public LifetimeFit<BgNbd> Frequency { get; }

    /// <summary>How much a day with a purchase brings.</summary>
    public LifetimeFit<GammaGamma> Value { get; }

    /// <summary>Whether both hold.</summary>
    public bool IsFitted => Frequency.Model is not null && Value.Model is not null;

    /// <summary>Why there is no forecast.</summary>
    public LifetimeRefusal Refusal => Frequency.Refusal == LifetimeRefusal.None ? Value.Refusal : Frequency.Refusal;

    /// <summary>The chance that a customer still is one; none with a contract, without a purchase, and where the model is refused.</summary>
    public double? ProbabilityAlive(CustomerRecord customer) =>
        Frequency.Model is { } model && HistoryOf(customer) is { } history ? model.ProbabilityAlive(history) : null;

    /// <summary>On how many days of the next twelve months it is expected to buy; none likewise.</summary>
    public double? PurchasesOf(CustomerRecord customer) => Frequency.Model is { } model && HistoryOf(customer) is { } history
        ? model.ExpectedPurchases(history, Months * LifetimeValue.WeeksPerMonth)
        : null;

    /// <summary>What it is expected to bring in the next twelve months, discounted; none likewise.</summary>
    public double? ValueOf(CustomerRecord customer)
    {
        if (Frequency.Model is not { } model || Value.Model is not { } value || HistoryOf(customer) is not { } history)
        {
            return null;
        }

        var spent = SpentBy(customer);
        var each = spent is { } spending ? value.ExpectedValue(spending.Purchases, spending.Mean) : value.PopulationMean;
        return each * LifetimeValue.Predicted(model, history, 1, Months * LifetimeValue.WeeksPerMonth, (double)book.Rules.MonthlyDiscount);
    }

    internal static CustomerForecast Of(CustomerBook book)
    {
        var customers = book.Customers.Where(customer => !customer.HasContract && customer.Days.Length > 0).ToList();
        var step = (customers.Count / MostFitted) + 1;
        var fitted = customers.Where((_, i) => i % step == 0).ToList();
        return new(
            book,
            BgNbd.Fit([.. fitted.Select(customer => HistoryOf(customer, book.AsOf)!.Value)]),
            GammaGamma.Fit([.. fitted.Select(SpentBy).OfType<Spending>()]));
    }

    private PurchaseHistory? HistoryOf(CustomerRecord customer) => HistoryOf(customer, book.AsOf);

    private static PurchaseHistory? HistoryOf(CustomerRecord customer, DateOnly asOf) => customer.HasContract || customer.Days.Length == 0
        ? null
        : PurchaseHistory.Of(customer.Days[0], customer.Days[^1], customer.Days.Length, Math.Max(asOf.DayNumber, customer.Days[^1]));

    // Every day with a purchase counts, the first too. A customer who brought nothing has no gamma-distributed spending.
    private static Spending? SpentBy(CustomerRecord customer)
    {
        var brought = 0m;
        foreach (var line in customer.Lines)
        {
            brought += line.Value;
        }

        return brought > 0 ? new(customer.Days.Length, (double)brought / customer.Days.Length) : null;
    }
}
