using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics;

/// <summary>What a metric's number counts.</summary>
public enum Unit
{
    /// <summary>Things: 12 is twelve deals.</summary>
    Count,

    /// <summary>A fraction of one: 0.25 is 25 %.</summary>
    Share,

    /// <summary>Units of the currency.</summary>
    Money,

    /// <summary>Days.</summary>
    Days,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Months.</summary>
    Months,

    /// <summary>So many of one thing for one of another.</summary>
    Ratio,

    /// <summary>Points on a scale, as in the net promoter score.</summary>
    Points,

    /// <summary>A calendar month, as an index: see <see cref="Month.Index"/>.</summary>
    Month,
}

/// <summary>Which direction of a metric is good news.</summary>
public enum Direction
{
    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,

    /// <summary>Neither is, by itself.</summary>
    Neither,
}

/// <summary>What chance makes of a metric, and so how its interval is reckoned.</summary>
public enum Inference
{
    /// <summary>It has no interval: the parts are not a sample of anything, or their spread is not known.</summary>
    None,

    /// <summary>So many of so many: Wilson's interval, Newcombe's for a difference.</summary>
    Share,

    /// <summary>Events in a time: exact Poisson.</summary>
    Rate,

    /// <summary>So much exposure for one event, as money for a lead: the inverse of <see cref="Rate"/>.</summary>
    InverseRate,

    /// <summary>A mean of values whose squares are summed: Welch's interval.</summary>
    Mean,

    /// <summary>A sum in a time of values whose squares are summed, as revenue a month: compound Poisson, normal.</summary>
    Sum,

    /// <summary>A Kaplan–Meier median of waits: the log-log interval.</summary>
    Median,
}

/// <summary>A question with one number as its answer.</summary>
/// <remarks>See its kinds: <see cref="SnapshotMetric"/>, <see cref="CohortMetric"/> and the return's own.</remarks>
public abstract record Metric
{
    /// <summary>What it is called in links, files and exports; never changes once released.</summary>
    public required string Key { get; init; }

    /// <summary>What it is called on a page, in English.</summary>
    public required string Name { get; init; }

    /// <summary>What the number counts.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Which direction is good news.</summary>
    public required Direction Better { get; init; }

    /// <summary>How it is reckoned, in words, in English.</summary>
    public required string Definition { get; init; }

    /// <summary>When it has no answer, in words, in English.</summary>
    public required string Undefined { get; init; }

    /// <summary>What the denominator counts, in words as after "of 412": "closed deals"; none for what has no denominator.</summary>
    public string? Of { get; init; }

    /// <summary>
    /// The key of the metric to compare with instead: set where this one flatters a young window, because what takes long
    /// has not ended yet. None for a metric that can be compared itself.
    /// </summary>
    public string? CompareBy { get; init; }

    /// <summary>
    /// The key of the censoring-safe metric that this plain one stands beside. Like <see cref="CompareBy"/> it is not judged across a go-live;
    /// none for a metric that flatters nothing.
    /// </summary>
    public string? Beside { get; init; }

    /// <summary>The key of the censoring-safe metric to judge by instead; none for a metric that can be judged itself.</summary>
    public string? Safe => CompareBy ?? Beside;

    /// <summary>By what it can be broken down: the dimensions that all its measures carry.</summary>
    public abstract Dimensions Dimensions { get; }
}

/// <summary>A metric's answer with what it was made of.</summary>
/// <param name="Value">The answer in the metric's unit; none when it is undefined.</param>
/// <param name="Numerator">What was divided, or the total itself.</param>
/// <param name="Denominator">By what; none for a total.</param>
public readonly record struct Reading(decimal? Value, decimal? Numerator, decimal? Denominator)
{
    /// <summary>No answer, and nothing to make one of.</summary>
    public static readonly Reading Undefined;
}
