using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics;

/// <summary>A metric of customers by identity: of distinct customers, of who stays, of lifetimes.</summary>
/// <remarks>
/// It comes from records only. Distinct customers depend on how long the window is, so before and after are compared over equally many months:
/// see <see cref="Comparing.ComparisonWindows.For"/>.
/// </remarks>
public sealed record CustomerMetric : Metric
{
    /// <summary>The answer, with what was divided by what.</summary>
    public required Func<CustomerCount, Reading> Answer { get; init; }

    /// <summary>How its interval is reckoned.</summary>
    public Inference Inference { get; init; }

    /// <summary>The sum of squares of what is averaged, for <see cref="Inference.Mean"/>.</summary>
    public Func<CustomerCount, decimal>? Squares { get; init; }

    /// <summary>Whether it tells of what comes after the last day of the figures, so that no earlier window has it.</summary>
    public bool IsOfTheLastDay { get; init; }

    /// <inheritdoc/>
    /// <remarks>A customer is in one region, segment and channel, its own.</remarks>
    public override Dimensions Dimensions => Dimensions.Region | Dimensions.Segment | Dimensions.Channel;
}
