using CrmRoi.Metrics.Catalogue;

namespace CrmRoi.Metrics.Quality;

/// <summary>Which figures each check can move, the one that it moves most in the first place.</summary>
public static class QualityEffects
{
    /// <summary>The metrics that the deals found by a check go into.</summary>
    public static IReadOnlyList<SnapshotMetric> MetricsOf(QualityCheck check) => check switch
    {
        QualityCheck.Duplicate => [DealMetrics.WonRevenue, FunnelMetrics.ClosingRate, DealMetrics.DealsCreated],
        QualityCheck.NeverClosed or QualityCheck.SourceWithoutLost or QualityCheck.BeforeLosses => [FunnelMetrics.ClosingRate],
        QualityCheck.ClosedBeforeStart => [DealMetrics.WonRevenue, FunnelMetrics.ClosingRate],
        QualityCheck.Outlier => [DealMetrics.DealSize, DealMetrics.WonRevenue, DealMetrics.MarginRate],
        QualityCheck.WonWithoutValue => [DealMetrics.DealSize, DealMetrics.DealsWon],
        _ => throw new ArgumentOutOfRangeException(nameof(check), check, "Unknown check."),
    };
}
