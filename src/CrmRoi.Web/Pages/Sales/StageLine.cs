using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Metrics;

namespace CrmRoi.Web.Pages.Sales;

/// <summary>How long deals stay in one stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Reading">Mean days of those that left it in the chosen months.</param>
/// <param name="MovedOn">How many of them moved on instead of being lost.</param>
/// <param name="Comparison">Before and after; none where nothing is compared.</param>
public sealed record StageLine(string Stage, Reading Reading, Reading MovedOn, Comparison? Comparison)
{
    /// <summary>The stages that deals left, the one that most left first.</summary>
    /// <param name="page">The page that asks.</param>
    /// <param name="waits">The waits of one side of the comparison.</param>
    public static IReadOnlyList<StageLine> Of(MeasuringPage page, Func<Func<TeamWindows, Window>, IReadOnlyList<Cohort>> waits)
    {
        var metric = DealMetrics.StageTime;
        var shown = page.Cube.CohortsOf(metric, page.Window, page.Filter).ToLookup(wait => wait.Stage);
        var before = waits(team => team.Before).ToLookup(wait => wait.Stage);
        var after = waits(team => team.After).ToLookup(wait => wait.Stage);
        var asOf = page.Cube.AsOf;
        return [.. shown
            .Select(stage => new StageLine(
                stage.Key,
                metric.Read([.. stage], asOf),
                MovedOnOf([.. stage]),
                page.Compared is null ? null : Comparison.Of(metric, Side(before[stage.Key], asOf), Side(after[stage.Key], asOf))))
            .OrderByDescending(line => line.Reading.Denominator)
            .ThenBy(line => line.Stage, StringComparer.Ordinal)];
    }

    private static Observed Side(IEnumerable<Cohort> waits, DateOnly asOf) => Observed.Recorded(1) with { Waits = CohortSnapshot.Of(waits, asOf) };

    private static Reading MovedOnOf(IReadOnlyCollection<Cohort> waits)
    {
        var moved = waits.Where(wait => wait.Ending == Ending.Reached).Sum(wait => wait.Count);
        var left = waits.Where(wait => wait.Ending != Ending.Open).Sum(wait => wait.Count);
        return new(Ratio.Of(moved, left), moved, left);
    }
}
