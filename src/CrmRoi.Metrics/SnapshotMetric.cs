using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics;

/// <summary>A metric of a merged <see cref="Snapshot"/>: a total, or one total for another.</summary>
public sealed record SnapshotMetric : Metric
{
    /// <summary>The members of <see cref="Snapshot"/> that it reads.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>The total, or what is divided; none where it is not known, as margin without cost of goods.</summary>
    public required Func<Snapshot, decimal?> Numerator { get; init; }

    /// <summary>What it is divided by; none for a total.</summary>
    public Func<Snapshot, decimal>? Denominator { get; init; }

    /// <summary>Whether it is divided by the months of the window instead.</summary>
    public bool IsPerMonth { get; init; }

    /// <summary>What the quotient is multiplied by: 12 makes a monthly figure a yearly one.</summary>
    public decimal Scale { get; init; } = 1;

    /// <summary>How its interval is reckoned.</summary>
    public Inference Inference { get; init; }

    /// <summary>The sum of squares of what is averaged, for <see cref="Inference.Mean"/> and <see cref="Inference.Sum"/>.</summary>
    public Func<Snapshot, decimal>? Squares { get; init; }

    /// <summary>What answers where nothing of it is known; none for most.</summary>
    public CustomerMetric? Otherwise { get; init; }

    /// <summary>Whether it is a total, which grows with the window and is compared as so much a month.</summary>
    public bool IsTotal => Denominator is null && !IsPerMonth;

    /// <inheritdoc/>
    public override Dimensions Dimensions =>
        Members.Select(Measure.Of).Aggregate(Dimensions.All, (shared, measure) => shared & measure.Carries);

    /// <summary>Answers the question.</summary>
    /// <param name="snapshot">What happened in the window.</param>
    /// <param name="months">How many months the window has; a fraction where teams have windows of their own.</param>
    /// <returns>The answer, undefined when there is nothing to divide by.</returns>
    public Reading Read(Snapshot snapshot, decimal months)
    {
        var numerator = Numerator(snapshot);
        var denominator = IsPerMonth ? months : Denominator?.Invoke(snapshot);
        return new(IsTotal ? numerator : Ratio.Of(numerator, denominator) * Scale, numerator, denominator);
    }
}
