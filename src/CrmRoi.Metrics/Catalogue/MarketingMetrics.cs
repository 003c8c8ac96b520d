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

    /// <summary>Share of the mailings that were answered.</summary>
    public static readonly SnapshotMetric ResponseRate = Quotient(
        "response-rate", "Response rate", Unit.Share, Inference.Share, nameof(Snapshot.Responses), nameof(Snapshot.MailingsSent), "mailings sent",
        "Responses / mailings sent, both in the month the campaign started.");
}
