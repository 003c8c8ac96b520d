using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Reviews;

/// <summary>Which side of a comparison a figure is.</summary>
public enum FigureSide
{
    /// <summary>It has no sides: a figure of the return.</summary>
    Whole,

    /// <summary>Before go-live.</summary>
    Before,

    /// <summary>After.</summary>
    After,
}

/// <summary>A figure that is not what it was.</summary>
/// <param name="Key">The metric's key.</param>
/// <param name="Side">Which side of it.</param>
/// <param name="Was">What was frozen.</param>
/// <param name="Is">What it is otherwise.</param>
public sealed record FigureDifference(string Key, FigureSide Side, decimal? Was, decimal? Is)
{
    /// <summary>By how much.</summary>
    /// <value>Undefined where either is.</value>
    public decimal? Difference => Is - Was;
}

/// <summary>A review reckoned again from its own frozen inputs.</summary>
/// <param name="Figures">How many figures were reckoned again.</param>
/// <param name="Differences">Those that came out otherwise: none, unless the review or the program is another.</param>
public sealed record Recomputation(int Figures, IReadOnlyList<FigureDifference> Differences)
{
    // Powers and logarithms differ in their last digits from one processor to the next.
    private const decimal Tolerance = 1e-9m;

    /// <summary>Reckons a review again.</summary>
    /// <remarks>The whole return with its Monte Carlo, and every metric of monthly totals before and after.</remarks>
    public static Recomputation Of(FrozenReview review)
    {
        var again = FrozenFigures.Of(review.Inputs.ToReturn());
        var cube = review.Inputs.ToCube();
        var compared = Again(review.Figures, cube, review.Inputs.ToWindows());
        return new(again.Count + (2 * compared.Count), [.. Between(review.Figures.Return, again), .. Between(review.Figures.Metrics, compared)]);
    }

    /// <summary>The frozen metrics of monthly totals as other figures tell them.</summary>
    internal static IReadOnlyList<FrozenComparison> Again(FrozenFigures figures, SnapshotCube cube, ComparisonWindows windows) =>
    [
        .. figures.Metrics.Where(frozen => MetricCatalogue.TryFind(frozen.Key, out var metric) && FrozenFigures.IsOfMonths(metric))
            .Select(frozen => FrozenFigures.Of(Comparison.Of(cube, MetricCatalogue.TryFind(frozen.Key, out var metric) ? metric : null!, windows, Filter.None))),
    ];

    /// <summary>The figures of a return that differ. One that the program does not know any more differs too.</summary>
    internal static IEnumerable<FigureDifference> Between(IReadOnlyList<FrozenFigure> frozen, IReadOnlyList<FrozenFigure> again) =>
        frozen.Select(was => new FigureDifference(was.Key, FigureSide.Whole, was.Value, again.FirstOrDefault(figure => figure.Key == was.Key)?.Value))
            .Where(figure => !IsSame(figure.Was, figure.Is));

    /// <summary>The metrics that differ, those left out that were not reckoned again.</summary>
    internal static IEnumerable<FigureDifference> Between(IReadOnlyList<FrozenComparison> frozen, IReadOnlyList<FrozenComparison> again) =>
        from was in frozen
        join now in again on was.Key equals now.Key
        from figure in new[] { new FigureDifference(was.Key, FigureSide.Before, was.Before.Value, now.Before.Value), new(was.Key, FigureSide.After, was.After.Value, now.After.Value) }
        where !IsSame(figure.Was, figure.Is)
        select figure;

    private static bool IsSame(decimal? left, decimal? right) => left == right
        || (left is { } was && right is { } now && Math.Abs(was - now) <= Tolerance * Math.Max(Math.Abs(was), Math.Abs(now)));
}
