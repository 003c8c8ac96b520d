using System.Numerics;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Comparing;

/// <summary>A metric of one member of a dimension.</summary>
/// <param name="Member">The member.</param>
/// <param name="Reading">Its answer.</param>
/// <param name="ShareOfTotal">Which share of the total it makes, as a fraction; none where members do not add up to the total.</param>
public sealed record BreakdownRow(string Member, Reading Reading, decimal? ShareOfTotal);

/// <summary>A metric by the members of one dimension.</summary>
/// <param name="Metric">What is shown.</param>
/// <param name="Dimension">By what.</param>
/// <param name="Rows">The best first, undefined ones last.</param>
/// <param name="Total">The metric of all members together: from the sums, not from the rows.</param>
public sealed record Breakdown(Metric Metric, Dimensions Dimension, IReadOnlyList<BreakdownRow> Rows, Reading Total)
{
    /// <summary>Whether a metric can be broken down by a dimension: whether all its records carry it.</summary>
    public static bool IsOffered(Metric metric, Dimensions dimension) =>
        BitOperations.IsPow2((int)dimension) && metric.Dimensions.HasFlag(dimension);

    /// <summary>The metric of each member of a dimension of which anything is known in the window.</summary>
    /// <param name="cube">The company's figures.</param>
    /// <param name="metric">What is asked.</param>
    /// <param name="dimension">By what.</param>
    /// <param name="window">Over which months.</param>
    /// <param name="filter">The part of the business that is looked at.</param>
    /// <exception cref="ArgumentException">The metric does not offer the dimension: see <see cref="IsOffered"/>.</exception>
    public static Breakdown Of(SnapshotCube cube, Metric metric, Dimensions dimension, Window window, Filter filter)
    {
        if (!IsOffered(metric, dimension))
        {
            throw new ArgumentException($"{metric.Key} cannot be broken down by {dimension}.", nameof(dimension));
        }

        var total = cube.Read(metric, window, filter);
        var addsUp = metric is SnapshotMetric { IsTotal: true } or SnapshotMetric { IsPerMonth: true } or CreditMetric or CohortMetric { Choice: CohortChoice.OpenAtEnd };
        var rows = Readings(cube, metric, dimension, window, filter)
            .Where(row => row.Reading.Numerator is not (null or 0) || (!addsUp && row.Reading.Denominator is not (null or 0)))
            .Select(row => new BreakdownRow(row.Member, row.Reading, addsUp ? Ratio.Of(row.Reading.Value, total.Value) : null))
            .OrderBy(row => row.Reading.Value is null)
            .ThenByDescending(row => metric.Better == Direction.Lower ? -row.Reading.Value : row.Reading.Value)
            .ThenBy(row => row.Member, StringComparer.Ordinal);
        return new(metric, dimension, [.. rows], total);
    }

    private static IEnumerable<(string Member, Reading Reading)> Readings(
        SnapshotCube cube, Metric metric, Dimensions dimension, Window window, Filter filter)
    {
        if (!SnapshotCube.IsOffered(metric, filter) || window.IsEmpty)
        {
            return [];
        }

        return metric switch
        {
            SnapshotMetric snapshot => cube.IsKnown(snapshot, window)
                ? cube.By(dimension, window, filter).Select(member => (member.Key, snapshot.Read(member.Value, window.Length)))
                : [],
            CohortMetric cohort => cube.CohortsBy(dimension, cohort, window, filter).Select(member => (member.Key, cohort.Read(member, cube.AsOf))),
            _ => cube.Members(dimension).Select(member => (member, cube.Read(metric, window, filter.With(dimension, member)))),
        };
    }
}
