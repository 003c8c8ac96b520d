using CrmRoi.Metrics.Catalogue;

namespace CrmRoi.Metrics.Quality;

/// <summary>What each check looks at, and which figures it can move, the one that it moves most in the first place.</summary>
public static class QualityEffects
{
    /// <summary>The kind of record that a check looks at, as coverage names it: "deals".</summary>
    public static string KindOf(QualityCheck check) => check switch
    {
        QualityCheck.LeadTwice => "leads",
        QualityCheck.CustomerTwice => "customers",
        _ => "deals",
    };

    /// <summary>The metrics that the records found by a check go into.</summary>
    public static IReadOnlyList<SnapshotMetric> MetricsOf(QualityCheck check) => check switch
    {
        QualityCheck.LeadTwice => [FunnelMetrics.Leads, MarketingMetrics.CostPerLead, FunnelMetrics.LeadConversionPlain],
        QualityCheck.CustomerTwice => [CustomerMetrics.NewCustomers, MarketingMetrics.AcquisitionCost],
        QualityCheck.Duplicate or QualityCheck.InTwoSources => [DealMetrics.WonRevenue, FunnelMetrics.ClosingRate, DealMetrics.DealsCreated],
        QualityCheck.NeverClosed or QualityCheck.SourceWithoutLost or QualityCheck.BeforeLosses => [FunnelMetrics.ClosingRate],
        QualityCheck.ClosedBeforeStart => [DealMetrics.WonRevenue, FunnelMetrics.ClosingRate],
        QualityCheck.Outlier => [DealMetrics.DealSize, DealMetrics.WonRevenue, DealMetrics.MarginRate],
        QualityCheck.WonWithoutValue => [DealMetrics.DealSize, DealMetrics.DealsWon],
        _ => throw new ArgumentOutOfRangeException(nameof(check), check, "Unknown check."),
    };
}
