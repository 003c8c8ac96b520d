namespace CrmRoi.Metrics.Attribution;

/// <summary>All credit to the first answered touch: what opened the door.</summary>
public sealed record FirstTouch : CreditRule
{
    /// <inheritdoc/>
    protected override IReadOnlyList<decimal> Weights(IReadOnlyList<PathTouch> path) => [.. path.Select((_, i) => i == 0 ? 1m : 0)];
}
