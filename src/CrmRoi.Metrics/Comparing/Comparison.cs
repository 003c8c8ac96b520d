using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Comparing;

/// <summary>What a comparison found.</summary>
public enum Verdict
{
    /// <summary>One side has no value.</summary>
    Undefined,

    /// <summary>Both have one, but they do not measure the same.</summary>
    NotComparable,

    /// <summary>No change can be told from chance.</summary>
    Unclear,

    /// <summary>Better, by more than chance explains.</summary>
    Better,

    /// <summary>Worse, by more than chance explains.</summary>
    Worse,
}

/// <summary>Why a comparison found neither better nor worse. Its name is the key of its text.</summary>
public enum VerdictReason
{
    /// <summary>It found one of them.</summary>
    None,

    /// <summary>There is no value before.</summary>
    UndefinedBefore,

    /// <summary>There is no value after.</summary>
    UndefinedAfter,

    /// <summary>The metric's records do not carry a dimension that the filter names.</summary>
    NotOffered,

    /// <summary>No team has a whole month after its ramp-up.</summary>
    NoMonthsAfter,

    /// <summary>No month of the period is over.</summary>
    NotOver,

    /// <summary>One side is recorded and the other entered, and nobody states that both were counted alike.</summary>
    UnlikeSources,

    /// <summary>Logging itself changed with the CRM, and nobody states that both sides were logged alike: see <see cref="Logging"/>.</summary>
    ChangedLogging,

    /// <summary>One side covers more of what happened than the other.</summary>
    UnlikeCompleteness,

    /// <summary>Of some months nothing is known of a part, so a total a month, or one part for another, would be wrong.</summary>
    MonthsMissing,

    /// <summary>What began after has not had the time yet that what began before had.</summary>
    NotMatured,

    /// <summary>The metric flatters young windows: <see cref="Metric.CompareBy"/> says what to compare instead.</summary>
    Censored,

    /// <summary>There is no interval for it, so nobody can say whether the change is more than chance.</summary>
    NoInterval,

    /// <summary>The interval of the change holds no change.</summary>
    IntervalHoldsNoChange,

    /// <summary>Neither direction of the metric is good news by itself.</summary>
    NoDirection,
}

/// <summary>A metric before against the same metric after.</summary>
public sealed record Comparison
{
    /// <summary>The level of confidence where none is asked for.</summary>
    public const decimal DefaultLevel = 0.90m;

    /// <summary>What is compared.</summary>
    public required Metric Metric { get; init; }

    /// <summary>Before: its denominator is how many it rests on; for a total a month, the months.</summary>
    public required Reading Before { get; init; }

    /// <summary>After, likewise.</summary>
    public required Reading After { get; init; }

    /// <summary>Whether the values are totals a month, because the metric is a total and windows differ in length.</summary>
    public bool IsPerMonth => Metric is SnapshotMetric { IsTotal: true } or CreditMetric;

    /// <summary>Whether the change is a difference in points, as for shares; otherwise it is relative to before.</summary>
    public bool IsInPoints => Metric.Unit is Unit.Share or Unit.Points;

    /// <summary>After less before, in the metric's unit; none when either side is undefined.</summary>
    public decimal? Difference => After.Value - Before.Value;

    /// <summary>
    /// The change: for shares the difference as a fraction, for points in points; for all else the difference as a fraction of before,
    /// undefined when that is 0.
    /// </summary>
    public decimal? Change => IsInPoints ? Difference : Ratio.Of(Difference, Before.Value is { } before ? Math.Abs(before) : null);

    /// <summary>
    /// The interval of <see cref="Change"/>; none where the metric has none. For means, sums and medians it is that of the difference
    /// as a fraction of the value before.
    /// </summary>
    public Interval? Interval { get; init; }

    /// <summary>Whether chance is reckoned with.</summary>
    public bool HasInterval => Interval is not null;

    /// <summary>What was found.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why it was neither better nor worse.</summary>
    public VerdictReason Reason { get; init; }

    /// <summary>Where the figures before come from.</summary>
    public required Provenance ProvenanceBefore { get; init; }

    /// <summary>Where the figures after come from.</summary>
    public required Provenance ProvenanceAfter { get; init; }

    /// <summary>What people state of it, where logging changed and it is compared all the same.</summary>
    public IReadOnlyList<ComparabilityStatement> Statements { get; init; } = [];

    /// <summary>Compares two sides.</summary>
    /// <param name="metric">What is asked of both.</param>
    /// <param name="before">What is known before.</param>
    /// <param name="after">What is known after.</param>
    /// <param name="level">The level of confidence, above 0 and below 1.</param>
    public static Comparison Of(Metric metric, Observed before, Observed after, decimal level = DefaultLevel)
    {
        var (was, now) = (before.Read(metric), after.Read(metric));
        var refusal = Refusal(metric, before, after, was, now);
        var interval = was.Value is null || now.Value is null ? null : ChangeInterval.Of(metric, before, after, was, now, level);
        var (verdict, reason) = refusal ?? Judge(metric.Better, interval);
        return new()
        {
            Metric = metric,
            Before = was,
            After = now,
            Interval = interval,
            Verdict = verdict,
            Reason = reason,
            ProvenanceBefore = before.Provenance,
            ProvenanceAfter = after.Provenance,
        };
    }

    /// <summary>Compares a company before and after, each team by its own go-live.</summary>
    /// <param name="cube">The company's figures.</param>
    /// <param name="metric">What is asked.</param>
    /// <param name="windows">The months of each team.</param>
    /// <param name="filter">The part of the business that is looked at.</param>
    /// <param name="level">The level of confidence, above 0 and below 1.</param>
    /// <remarks>Undefined where the filter names a dimension that the metric's records do not carry.</remarks>
    public static Comparison Of(
        SnapshotCube cube, Metric metric, ComparisonWindows windows, Filter filter, decimal level = DefaultLevel)
    {
        if (!SnapshotCube.IsOffered(metric, filter))
        {
            return Between([]) with { Verdict = Verdict.Undefined, Reason = VerdictReason.NotOffered };
        }

        var teams = KnownOnBothSides(cube, metric, windows.For(metric, filter, cube.AsOf));
        var found = Comparability.Judge(Between(teams), cube, windows, teams);
        return found.Reason == VerdictReason.NoMonthsAfter && windows.With != ComparedWith.Baseline ? found with { Reason = VerdictReason.NotOver } : found;

        Comparison Between(IReadOnlyList<TeamWindows> compared) => Of(
            metric,
            Observed.Of(cube, metric, [.. compared.Select(team => (team.Team, team.Before))], filter),
            Observed.Of(cube, metric, [.. compared.Select(team => (team.Team, team.After))], filter),
            level);
    }

    // A team of which one side is not known would set all teams against some; where that is so of every team, nothing can be left out.
    private static IReadOnlyList<TeamWindows> KnownOnBothSides(SnapshotCube cube, Metric metric, IReadOnlyList<TeamWindows> teams)
    {
        if (metric is not SnapshotMetric snapshot || !metric.Dimensions.HasFlag(Dimensions.Team))
        {
            return teams;
        }

        var known = teams.Select(team => (Team: team, Before: cube.IsKnown(snapshot, team.Before, team.Team), After: cube.IsKnown(snapshot, team.After, team.Team))).ToList();
        var both = known.Where(team => team.Before && team.After).ToList();
        var either = known.Where(team => team.Before || team.After).ToList();
        return [.. (both.Count > 0 ? both : either.Count > 0 ? either : known).Select(team => team.Team)];
    }

    private static (Verdict Verdict, VerdictReason Reason)? Refusal(Metric metric, Observed before, Observed after, Reading was, Reading now)
    {
        if (after.Months == 0)
        {
            return (Verdict.NotComparable, VerdictReason.NoMonthsAfter);
        }

        if (IsImmature(metric, after, now) || IsImmature(metric, before, was))
        {
            return (Verdict.NotComparable, VerdictReason.NotMatured);
        }

        if (was.Value is null || now.Value is null)
        {
            return (Verdict.Undefined, was.Value is null ? VerdictReason.UndefinedBefore : VerdictReason.UndefinedAfter);
        }

        var reason = metric.CompareBy is not null ? VerdictReason.Censored : Comparability.Unlikeness(metric, before, after);
        return reason == VerdictReason.None ? null : (Verdict.NotComparable, reason);
    }

    private static bool IsImmature(Metric metric, Observed side, Reading reading) =>
        reading.Value is null && metric is CohortMetric cohort && (side.Young > 0 || (cohort.Inference == Inference.Median && side.Waits.Count > 0));

    private static (Verdict Verdict, VerdictReason Reason) Judge(Direction better, Interval? interval) => (better, interval) switch
    {
        (Direction.Neither, _) => (Verdict.Unclear, VerdictReason.NoDirection),
        (_, null) => (Verdict.Unclear, VerdictReason.NoInterval),
        (_, { } change) when change.Contains(0) => (Verdict.Unclear, VerdictReason.IntervalHoldsNoChange),
        (_, { } change) => (change.Low > 0 == (better == Direction.Higher) ? Verdict.Better : Verdict.Worse, VerdictReason.None),
    };
}
