using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Planning;

/// <summary>A target with its value now and how it stands.</summary>
/// <param name="Target">The target.</param>
/// <param name="Metric">Its metric.</param>
/// <param name="Window">The months that the value is read over.</param>
/// <param name="Now">The value; a total as so much a month.</param>
/// <param name="Standing">How it stands.</param>
public sealed record TargetProgress(Target Target, Metric Metric, Window Window, decimal? Now, TargetStanding Standing)
{
    /// <summary>Judges a target by the figures.</summary>
    /// <param name="cube">The company's figures.</param>
    /// <param name="target">The target.</param>
    /// <param name="until">The last month told of.</param>
    /// <param name="money">Answers a metric of money for the programme; without it such a target is not known.</param>
    /// <returns>None when there is no such metric any more.</returns>
    public static TargetProgress? Of(SnapshotCube cube, Target target, Month until, Func<ReturnMetric, decimal?>? money = null)
    {
        if (!MetricCatalogue.TryFind(target.Metric, out var metric))
        {
            return null;
        }

        var last = Month.Min(until, cube.LastFullMonth);
        var window = WindowOf(metric, target, last, cube.AsOf);
        var now = metric is ReturnMetric answer ? money?.Invoke(answer) : Read(cube, metric, window, target.Team);
        return new(target, metric, window, now, TargetStanding.Of(target, metric.Better, now, last));
    }

    /// <summary>A metric's value over some months, a total as so much a month: what baselines and goals are written in.</summary>
    public static decimal? Read(SnapshotCube cube, Metric metric, Window window, string? team)
    {
        var value = cube.Read(metric, window, Filter.None with { Team = team }).Value;
        return metric is SnapshotMetric { IsTotal: true } ? Ratio.Of(value, window.Length) : value;
    }

    /// <summary>Targets met or on track, of all that can be judged.</summary>
    internal static Reading OnTrack(SnapshotCube cube, Month until, Filter filter)
    {
        var judged = cube.Targets
            .Where(target => target.Metric != PlanMetrics.TargetProgress.Key && (filter.Team is null || Cell.MemberOf(target.Team) == filter.Team))
            .Select(target => Of(cube, target, until)?.Standing.Standing ?? Planning.Standing.NotKnown)
            .Where(standing => standing != Planning.Standing.NotKnown)
            .ToList();
        var well = judged.Count(standing => standing is Planning.Standing.Met or Planning.Standing.OnTrack);
        return new(Ratio.Of(well, judged.Count), well, judged.Count);
    }

    // Waits that have not had the metric's time to end in would flatter, or say nothing: the months before them are read.
    private static Window WindowOf(Metric metric, Target target, Month last, DateOnly asOf)
    {
        var end = Month.Min(last, target.Due);
        if (metric is CohortMetric { Maturity: > 0, Choice: CohortChoice.Begun or CohortChoice.BegunAndMatured } wait)
        {
            end = Month.Min(end, Month.Of(asOf.AddDays(1 - wait.Maturity)).Plus(-1));
        }

        return new(end.Plus(1 - target.Months), end);
    }
}
