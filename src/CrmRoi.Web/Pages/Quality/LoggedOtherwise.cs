using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Admin.Comparability;

namespace CrmRoi.Web.Pages.Quality;

/// <summary>Something that is only known because it is logged, and what its way of logging does to comparisons.</summary>
/// <param name="Line">How it was logged around go-live.</param>
/// <param name="Metrics">The metrics that read it.</param>
public sealed record LoggedOtherwise(LoggingLine Line, IReadOnlyList<Metric> Metrics)
{
    /// <summary>How many times as much a month was logged from go-live on; none where a side has nothing.</summary>
    public decimal? Times => Ratio.Of(Line.OfCompany.After, Line.OfCompany.Before);

    /// <summary>Whether its metrics are not compared.</summary>
    public bool IsRefused => Line is { IsChanged: true, Statement: null };

    /// <summary>The metric that counts it, for a chart; none where there is none.</summary>
    public SnapshotMetric? Counted =>
        Measure.Of(Logging.Families.Single(logged => logged.Family == Line.Family).Member).Key is { } key && MetricCatalogue.TryFind(key, out var metric) ? metric as SnapshotMetric : null;

    /// <summary>Everything of which there are records; empty without a go-live.</summary>
    public static IReadOnlyList<LoggedOtherwise> Of(Figures figures, Programme? programme) => programme is not { GoLive.IsKnown: true } ? [] :
    [
        .. Logging.Families
            .Where(logged => figures.Cube.RecordedOf(Measure.Of(logged.Member).Family, null) is not null)
            .Select(logged => new LoggedOtherwise(
                LoggingLine.Of(figures, programme, logged.Family), [.. MetricCatalogue.All.Where(metric => Logging.FamiliesOf(metric).Contains(logged.Family))])),
    ];
}
