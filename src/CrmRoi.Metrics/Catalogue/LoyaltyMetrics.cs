using CrmRoi.Metrics.Lifetime;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Catalogue;

/// <summary>Who buys, who stays, who comes back, and what that is worth: customers by identity.</summary>
public static class LoyaltyMetrics
{
    private const string Purchases = "Purchases are orders where there are any, otherwise deals won; sales to nobody by name are left out.";

    private const string LostRule =
        "A customer whose contract has an end is lost then; another after three times the usual interval without a purchase: the median of the days between purchases, the customer's own where that is longer. Until records are as old as that, losses are not known.";

    private const string ValueRule = "What a purchase brings is its margin, or its revenue where the cost of goods is not recorded.";

    private const string NobodyLost = "When nobody was lost in the window, or the records do not tell yet who is.";

    private const string NoModel = "When no model holds: fewer than ten customers bought twice, or their purchases do not fit it.";

    /// <summary>Distinct customers of the window.</summary>
    public static readonly CustomerMetric Customers = Count(
        "customers", "Customers", Direction.Higher, count => count.Customers,
        $"Distinct customers who bought in the window, or had a contract in it. A longer window has more, so only windows of one length are compared. {Purchases}");

    /// <summary>Customers whose first purchase lies in the window: where no record says who is new.</summary>
    internal static readonly CustomerMetric FirstPurchases = Count(
        "first-purchases", "First purchases", Direction.Higher, count => count.New, "Customers whose first known purchase lies in the window.");

    /// <summary>Customers lost in the window.</summary>
    public static readonly CustomerMetric LostCustomers = Count(
        "lost-customers", "Lost customers", Direction.Lower, count => count.Lost,
        $"How often a customer was lost in the window. {LostRule} Who comes back can be lost again.");

    /// <summary>Share of those there at the start who were there at the end.</summary>
    public static readonly CustomerMetric Retention = new()
    {
        Key = "retention",
        Name = "Retention",
        Unit = Unit.Share,
        Better = Direction.Higher,
        Definition = $"Of the customers who were there when the window began, the share that was there when it ended: by identity, so that new ones do not make up for lost ones. {LostRule}",
        Undefined = "When no customer was there when the window began, or the records do not tell yet who is lost.",
        Of = "customers at the start",
        Answer = count => Quotient(count.Lost is null ? null : count.StillThere, count.AtStart),
        Inference = Inference.Share,
    };

    /// <summary>Losses for a month of one customer.</summary>
    public static readonly CustomerMetric MonthlyChurn = new()
    {
        Key = "monthly-churn",
        Name = "Monthly churn",
        Unit = Unit.Share,
        Better = Direction.Lower,
        Definition = $"Customers lost / months that customers were there, a part of a month by its days. {LostRule}",
        Undefined = "When no customer was there in the window, or the records do not tell yet who is lost.",
        Of = "customer-months",
        Answer = count => Quotient(count.Lost, count.CustomerMonths),
        Inference = Inference.Rate,
    };

    /// <summary>Purchases for a customer who bought.</summary>
    public static readonly CustomerMetric OrdersPerCustomer = new()
    {
        Key = "orders-per-customer",
        Name = "Orders per customer",
        Unit = Unit.Ratio,
        Better = Direction.Higher,
        Definition = $"Purchases / distinct customers who made them in the window. Only windows of one length are compared. {Purchases}",
        Undefined = "When nobody bought in the window.",
        Of = "customers who bought",
        Answer = count => Quotient(count.Purchases, count.Buyers),
        Inference = Inference.Mean,
        Squares = count => count.PurchaseSquares,
    };

    /// <summary>Revenue for a customer who bought.</summary>
    public static readonly CustomerMetric RevenuePerCustomer = new()
    {
        Key = "revenue-per-customer",
        Name = "Revenue per customer",
        Unit = Unit.Money,
        Better = Direction.Higher,
        Definition = $"Revenue of purchases / distinct customers who made them in the window. Only windows of one length are compared. {Purchases}",
        Undefined = "When nobody bought in the window.",
        Of = "customers who bought",
        Answer = count => Quotient(count.Revenue, count.Buyers),
        Inference = Inference.Mean,
        Squares = count => count.RevenueSquares,
    };

    /// <summary>Share of the window's customers who bought at least twice in it.</summary>
    public static readonly CustomerMetric RepeatRate = new()
    {
        Key = "repeat-rate",
        Name = "Repeat rate",
        Unit = Unit.Share,
        Better = Direction.Higher,
        Definition = $"Customers with at least two purchases in the window / distinct customers who bought in it. Only windows of one length are compared. {Purchases}",
        Undefined = "When nobody bought in the window.",
        Of = "customers who bought",
        Answer = count => Quotient(count.RepeatBuyers, count.Buyers),
        Inference = Inference.Share,
    };

    /// <summary>Median days between purchases.</summary>
    public static readonly CustomerMetric RepeatInterval = new()
    {
        Key = "repeat-interval",
        Name = "Repeat interval",
        Unit = Unit.Days,
        Better = Direction.Lower,
        Definition = "Median of the days from one purchase to the next, of the purchases of the window that came after one on an earlier day. Who has not come back yet is not in it, and young records know no long intervals.",
        Undefined = "When no customer came back in the window.",
        Of = "returns",
        CompareBy = "repeat-rate",
        Answer = count => new(count.MedianInterval, count.MedianInterval, count.Intervals),
    };

    /// <summary>How long a customer stays, by the window's churn.</summary>
    public static readonly CustomerMetric CustomerLifetime = new()
    {
        Key = "customer-lifetime",
        Name = "Customer lifetime",
        Unit = Unit.Months,
        Better = Direction.Higher,
        Definition = $"Months that customers were there / customers lost: how long one stays if as many leave as in the window. {LostRule}",
        Undefined = NobodyLost,
        Of = "customers lost",
        Answer = count => Quotient(count.CustomerMonths, count.Lost),
        Inference = Inference.InverseRate,
    };

    /// <summary>What a customer has brought so far.</summary>
    public static readonly CustomerMetric ValueSoFar = new()
    {
        Key = "clv-historic",
        Name = "Customer value so far",
        Unit = Unit.Money,
        Better = Direction.Higher,
        Definition = $"What the customers who ever bought until the window's end brought until then / those customers. {ValueRule} It grows with the records.",
        Undefined = "When nobody has bought yet.",
        Of = "customers so far",
        CompareBy = "revenue-per-customer",
        Answer = count => Quotient(count.ValueSoFar, count.CustomersSoFar),
    };

    /// <summary>What a customer brings until it leaves, by the window's margin and churn.</summary>
    public static readonly CustomerMetric ContractualValue = new()
    {
        Key = "clv-contractual",
        Name = "Customer value by retention",
        Unit = Unit.Money,
        Better = Direction.Higher,
        Definition = $"m·r / (1 + d − r) by the month: m is what a customer brings in a month, r the share that stays (1 − monthly churn), d the month's discount of the first programme, 0 without one. {ValueRule}",
        Undefined = NobodyLost,
        Of = "customers lost",
        Answer = Contractual,
    };

    /// <summary>What a customer is expected to bring in the next twelve months.</summary>
    public static readonly CustomerMetric PredictedValue = new()
    {
        Key = "clv-predicted",
        Name = "Customer value predicted",
        Unit = Unit.Money,
        Better = Direction.Higher,
        Definition = $"What a customer without a contract is expected to bring in the twelve months after the last day of the figures, discounted: BG/NBD with Gamma-Gamma, fitted to all customers by maximum likelihood. {ValueRule}",
        Undefined = NoModel,
        Of = "customers so far",
        IsOfTheLastDay = true,
        Answer = count => Quotient(count.ExpectedValue, count.Expected),
    };

    private static CustomerMetric Count(string key, string name, Direction better, Func<CustomerCount, decimal?> of, string definition) => new()
    {
        Key = key,
        Name = name,
        Unit = Unit.Count,
        Better = better,
        Definition = definition,
        Undefined = "When no purchase of a named customer is known of the window, or the records do not tell yet who is lost.",
        Answer = count => new(of(count), of(count), null),
        Inference = Inference.Rate,
    };

    private static Reading Contractual(CustomerCount count)
    {
        var retention = 1 - Ratio.Of(count.Lost, count.CustomerMonths);
        var margin = Ratio.Of(count.Value, count.CustomerMonths);
        var value = count.Lost > 0 ? LifetimeValue.Contractual(margin, retention, count.MonthlyDiscount) : null;
        return new(value, null, count.Lost);
    }

    private static Reading Quotient(decimal? numerator, decimal? denominator) => new(Ratio.Of(numerator, denominator), numerator, denominator);
}
