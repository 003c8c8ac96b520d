using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics;

/// <summary>A metric made of the answers of others, where levels, rates and waits meet.</summary>
/// <remarks>It is undefined when any of its parts is, and has no interval: its parts move together.</remarks>
public sealed record CombinedMetric : Metric
{
    /// <summary>What it is made of, in the order in which <see cref="Combine"/> takes the answers.</summary>
    public required IReadOnlyList<Metric> Parts { get; init; }

    /// <summary>The answer, from the answers of the parts.</summary>
    public required Func<IReadOnlyList<decimal>, Reading> Combine { get; init; }

    /// <inheritdoc/>
    public override Dimensions Dimensions => Parts.Aggregate(Dimensions.All, (shared, part) => shared & part.Dimensions);

    /// <summary>Answers the question from what its parts answered for the same window and filter.</summary>
    /// <param name="parts">One for each of <see cref="Parts"/>, in their order.</param>
    public Reading Read(IReadOnlyList<Reading> parts)
    {
        var values = parts.Select(part => part.Value).OfType<decimal>().ToList();
        return values.Count == Parts.Count ? Combine(values) : Reading.Undefined;
    }
}
