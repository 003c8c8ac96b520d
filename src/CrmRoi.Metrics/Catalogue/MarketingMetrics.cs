using CrmRoi.Metrics.Snapshots;
using static CrmRoi.Metrics.Catalogue.Define;

namespace CrmRoi.Metrics.Catalogue;

/// <summary>What marketing costs and brings.</summary>
public static class MarketingMetrics
{
    /// <summary>Spent on campaigns.</summary>
    public static readonly SnapshotMetric MarketingSpend = Amount(
        "marketing-spend", "Marketing spend", nameof(Snapshot.MarketingSpend), Unit.Money, Direction.Neither,
        "What campaigns cost, spread evenly over their days. Wages are not in it.");

    /// <summary>Marketing spend for one lead.</summary>
    public static readonly SnapshotMetric CostPerLead = Quotient(
        "cost-per-lead", "Cost per lead", Unit.Money, Inference.InverseRate, nameof(Snapshot.MarketingSpend), nameof(Snapshot.Leads), "leads",
        "Marketing spend / leads created in the same window, those that no campaign brought included.");

    /// <summary>Sales and marketing cost for one new customer.</summary>
    public static readonly SnapshotMetric AcquisitionCost = new()
    {
        Key = "cac",
        Name = "Customer acquisition cost",
        Unit = Unit.Money,
        Better = Direction.Lower,
        Definition = "(Sales cost + marketing spend) / new customers of the same window. Sales cost is what was entered for it: wages, commissions, travel.",
        Undefined = "When nobody bought for the first time, or sales cost or marketing spend is not known.",
        Of = "new customers",
        Members = [nameof(Snapshot.SalesCost), nameof(Snapshot.MarketingSpend), nameof(Snapshot.NewCustomers)],
        Numerator = s => s.SalesCost + s.MarketingSpend,
        Denominator = s => s.NewCustomers,
        Inference = Inference.InverseRate,
    };

    /// <summary>Marketing spend for one new customer: a part of what winning one costs.</summary>
    public static readonly SnapshotMetric MarketingAcquisitionCost = Quotient(
        "cac-marketing", "Marketing spend per new customer", Unit.Money, Inference.InverseRate, nameof(Snapshot.MarketingSpend), nameof(Snapshot.NewCustomers),
        "new customers", "Marketing spend / new customers of the same window. Marketing only: what selling costs is not in it, so it is less than what a customer costs to win.");

    /// <summary>Share of the mailings that were answered.</summary>
    public static readonly SnapshotMetric ResponseRate = Quotient(
        "response-rate", "Response rate", Unit.Share, Inference.Share, nameof(Snapshot.Responses), nameof(Snapshot.MailingsSent), "mailings sent",
        "Responses / mailings sent, both in the month the campaign started.");
}
