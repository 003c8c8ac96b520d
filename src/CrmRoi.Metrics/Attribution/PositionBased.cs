namespace CrmRoi.Metrics.Attribution;

/// <summary>40 % to the first answered touch, 40 % to the last, 20 % shared equally by those between; of two touches half each.</summary>
public sealed record PositionBased : CreditRule
{
    /// <summary>The share of the first touch, and that of the last.</summary>
    public const decimal End = 0.4m;

    /// <inheritdoc/>
    protected override IReadOnlyList<decimal> Weights(IReadOnlyList<PathTouch> path)
    {
        var between = path.Count > 2 ? (1 - (2 * End)) / (path.Count - 2) : 0;
        return [.. path.Select((_, i) => i == 0 || i == path.Count - 1 ? End : between)];
    }
}
