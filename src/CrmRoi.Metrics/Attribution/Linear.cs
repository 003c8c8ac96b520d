namespace CrmRoi.Metrics.Attribution;

/// <summary>Equal credit to every answered touch: nothing is assumed about their order.</summary>
public sealed record Linear : CreditRule
{
    /// <inheritdoc/>
    protected override IReadOnlyList<decimal> Weights(IReadOnlyList<PathTouch> path) => [.. path.Select(_ => 1m)];
}
