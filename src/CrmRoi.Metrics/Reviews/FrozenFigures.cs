using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Reviews;

/// <summary>How a metric was defined when it was frozen.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">What it was called.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Better">Which direction was better.</param>
/// <param name="Definition">How it was reckoned, in words.</param>
/// <param name="Undefined">When it had no answer.</param>
public sealed record FrozenDefinition(string Key, string Name, Unit Unit, Direction Better, string Definition, string Undefined)
{
    /// <summary>The catalogue as it is now.</summary>
    public static IReadOnlyList<FrozenDefinition> OfCatalogue() =>
        [.. MetricCatalogue.All.Select(metric => new FrozenDefinition(metric.Key, metric.Name, metric.Unit, metric.Better, metric.Definition, metric.Undefined))];
}

/// <summary>One figure of the return.</summary>
/// <param name="Key">The key of its metric, or that of an interval's end: see <see cref="FrozenFigures.IntervalEnds"/>.</param>
/// <param name="Value">Its value in the metric's unit; none where it had none.</param>
public sealed record FrozenFigure(string Key, decimal? Value);

/// <summary>A metric before and after, with its denominators.</summary>
/// <param name="Key">The metric's key.</param>
/// <param name="Before">What it was before.</param>
/// <param name="After">What it was after.</param>
/// <param name="Change">The change as the comparison writes it.</param>
/// <param name="Low">The lower end of the change's interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Verdict">What was found.</param>
/// <param name="Reason">Why no more.</param>
public sealed record FrozenComparison(string Key, Reading Before, Reading After, decimal? Change, decimal? Low, decimal? High, Verdict Verdict, VerdictReason Reason);

/// <summary>Every figure of a review.</summary>
/// <param name="Return">Those of the return.</param>
/// <param name="Metrics">Every other metric of the catalogue, before and after.</param>
public sealed record FrozenFigures(IReadOnlyList<FrozenFigure> Return, IReadOnlyList<FrozenComparison> Metrics)
{
    /// <summary>The ends of the ROI's interval among the figures of the return: a fraction, as <c>roi</c> is.</summary>
    public static readonly IReadOnlyList<string> IntervalEnds = ["roi-low", "roi-high"];

    /// <summary>A figure of the return.</summary>
    public decimal? this[string key] => Return.FirstOrDefault(figure => figure.Key == key)?.Value;

    /// <summary>The figures of a return, its interval's ends among them.</summary>
    public static IReadOnlyList<FrozenFigure> Of(ProgrammeReturn result) =>
    [
        .. ReturnMetrics.OfReturn.Select(metric => new FrozenFigure(metric.Key, metric.Answer(result))),
        new(IntervalEnds[0], Ratio.Of((decimal?)result.Drawn?.Roi.Low, 100)),
        new(IntervalEnds[1], Ratio.Of((decimal?)result.Drawn?.Roi.High, 100)),
    ];

    /// <summary>Every metric of the catalogue that is not the return's, before and after.</summary>
    public static IReadOnlyList<FrozenComparison> Of(SnapshotCube cube, ComparisonWindows windows) =>
        [.. MetricCatalogue.All.Where(metric => metric is not ReturnMetric).Select(metric => Of(Comparison.Of(cube, metric, windows, Filter.None)))];

    /// <summary>A comparison as it is frozen.</summary>
    public static FrozenComparison Of(Comparison found) => new(
        found.Metric.Key, found.Before, found.After, found.Change, found.Interval?.Low, found.Interval?.High, found.Verdict, found.Reason);

    /// <summary>Whether a metric can be reckoned again from monthly totals: it waits for nothing and knows no single customer.</summary>
    public static bool IsOfMonths(Metric metric) => metric is SnapshotMetric { Otherwise: null };
}
