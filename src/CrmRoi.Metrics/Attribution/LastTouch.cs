namespace CrmRoi.Metrics.Attribution;

/// <summary>All credit to the last answered touch: what closed the sale.</summary>
public sealed record LastTouch : CreditRule
{
    /// <inheritdoc/>
    protected override IReadOnlyList<decimal> Weights(IReadOnlyList<PathTouch> path) => [.. path.Select((_, i) => i == path.Count - 1 ? 1m : 0)];
}
