using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Comparing;

/// <summary>A metric in one month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Reading">Its answer; without a value where it is undefined, which charts show as a gap.</param>
public readonly record struct TrendPoint(Month Month, Reading Reading);

/// <summary>A metric month by month.</summary>
/// <param name="Metric">What is shown.</param>
/// <param name="Window">Over which months.</param>
/// <param name="Points">One for each month of the window, in order.</param>
/// <param name="Overall">The metric of the whole window: from its sums, not from the points.</param>
public sealed record Trend(Metric Metric, Window Window, IReadOnlyList<TrendPoint> Points, Reading Overall)
{
    /// <summary>Whether any month has a value.</summary>
    public bool HasValue => Points.Any(point => point.Reading.Value is not null);

    /// <summary>The metric in each month of a window.</summary>
    /// <param name="cube">The company's figures.</param>
    /// <param name="metric">What is asked.</param>
    /// <param name="window">Over which months.</param>
    /// <param name="filter">The part of the business that is looked at.</param>
    public static Trend Of(SnapshotCube cube, Metric metric, Window window, Filter filter) => new(
        metric, window, [.. window.Months.Select(month => new TrendPoint(month, cube.Read(metric, new Window(month, month), filter)))], cube.Read(metric, window, filter));
}
