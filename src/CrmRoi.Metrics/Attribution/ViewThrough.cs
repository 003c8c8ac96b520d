namespace CrmRoi.Metrics.Attribution;

/// <summary>
/// All credit to the last answered touch; where nothing was answered, to the last that was only seen. A view therefore counts only where
/// no answer explains the sale, and only within the window.
/// </summary>
public sealed record ViewThrough : CreditRule
{
    /// <inheritdoc/>
    protected override IReadOnlyList<int> Credited(IReadOnlyList<PathTouch> path) =>
        base.Credited(path) is { Count: > 0 } answered ? [answered[^1]] : path.Count > 0 ? [path.Count - 1] : [];

    /// <inheritdoc/>
    protected override IReadOnlyList<decimal> Weights(IReadOnlyList<PathTouch> path) => [1];
}
