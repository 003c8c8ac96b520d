using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Web.Pages.Shared;

/// <summary>Entered figures of one measure and source, as a note names them.</summary>
/// <param name="Measure">What was entered; none for the cost of goods, which is no measure of its own.</param>
/// <param name="Note">Where it was read.</param>
/// <param name="Completeness">How much of what happened the least complete of them covers, as a fraction.</param>
/// <param name="IsSpread">Whether some of them are shares of a longer total.</param>
/// <param name="IsComparable">Whether an admin states of all of them that they may be compared with records.</param>
public sealed record EnteredSource(Measure? Measure, string Note, decimal Completeness, bool IsSpread, bool IsComparable)
{
    private static readonly string[] OfMargin = ["won-revenue", "won-margin", "order-revenue", "order-margin", EnteredFigure.CostOfGoodsKey];

    /// <summary>Those that the return and the key metrics of a programme read.</summary>
    public static IReadOnlyList<EnteredSource> Of(SnapshotCube cube, Programme programme)
    {
        var last = cube.LastFullMonth;
        var read = ProgrammeSummary.KeyMetrics
            .Select(key => MetricCatalogue.TryFind(key, out var metric) ? metric : null).OfType<SnapshotMetric>()
            .SelectMany(metric => metric.Members.Select(member => Measure.Of(member).Key))
            .Concat(OfMargin).OfType<string>().ToHashSet();
        var first = programme.FirstGoLive() is { IsKnown: true } goLive ? goLive.Plus(-Math.Min(programme.BaselineMonths, goLive.Index)) : cube.Horizon.From;
        return
        [
            .. cube.Entered.Where(figure => read.Contains(figure.Measure) && !new Window(first, last).Intersect(figure.Period).IsEmpty)
                .GroupBy(figure => (figure.Measure, figure.SourceNote))
                .Select(same => new EnteredSource(
                    Measure.Find(same.Key.Measure), same.Key.SourceNote, same.Min(figure => figure.Completeness),
                    same.Any(figure => figure.IsSpread), same.All(figure => figure.IsComparable))),
        ];
    }
}
