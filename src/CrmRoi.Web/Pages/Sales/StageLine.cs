using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Metrics;

namespace CrmRoi.Web.Pages.Sales;

/// <summary>How long deals stay in one stage, and how many of them move on.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Median">Kaplan–Meier median days of those that entered it in the chosen months.</param>
/// <param name="MovedOn">Which share of them moved on within <see cref="StageMetrics.StageMovedOn"/>'s time.</param>
/// <param name="Mean">Mean days of those that left it in the chosen months: the plain figure.</param>
/// <param name="Comparison">The median before and after; none where nothing is compared.</param>
public sealed record StageLine(string Stage, Reading Median, Reading MovedOn, Reading Mean, Comparison? Comparison)
{
    /// <summary>The stages that deals entered or left, in their places, and then the one that most entered first.</summary>
    /// <param name="page">The page that asks.</param>
    /// <param name="waits">The waits of one side of the comparison.</param>
    public static IReadOnlyList<StageLine> Of(MeasuringPage page, Func<Func<TeamWindows, Window>, IReadOnlyList<CohortGroup>> waits)
    {
        var asOf = page.Cube.AsOf;
        var places = page.Figures.Stages.Where(rule => rule.Order is not null)
            .GroupBy(rule => rule.Standard, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.Min(rule => rule.Order), StringComparer.OrdinalIgnoreCase);
        var (entered, matured, left) = (ByStage(StageMetrics.StageTimeMedian), ByStage(StageMetrics.StageMovedOn), ByStage(StageMetrics.StageTime));
        var before = waits(team => team.Before).ToLookup(wait => wait.Stage);
        var after = waits(team => team.After).ToLookup(wait => wait.Stage);
        return [.. entered.Concat(left).Select(group => group.Key).Distinct()
            .Select(stage => new StageLine(
                stage,
                StageMetrics.StageTimeMedian.Read(entered[stage], asOf),
                StageMetrics.StageMovedOn.Read(matured[stage], asOf),
                StageMetrics.StageTime.Read(left[stage], asOf),
                page.Compared is null ? null : Comparison.Of(StageMetrics.StageTimeMedian, Side(before[stage], asOf), Side(after[stage], asOf))))
            .OrderBy(line => places.GetValueOrDefault(line.Stage) ?? int.MaxValue)
            .ThenByDescending(line => line.Median.Denominator ?? line.Mean.Denominator)
            .ThenBy(line => line.Stage, StringComparer.Ordinal)];

        ILookup<string, CohortGroup> ByStage(CohortMetric metric) => page.Cube.CohortsOf(metric, page.Window, page.Filter).ToLookup(wait => wait.Stage);
    }

    private static Observed Side(IEnumerable<CohortGroup> waits, DateOnly asOf) => Observed.Recorded(1) with { Waits = CohortSnapshot.Of(waits, asOf) };
}
