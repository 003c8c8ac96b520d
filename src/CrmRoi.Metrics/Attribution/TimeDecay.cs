namespace CrmRoi.Metrics.Attribution;

/// <summary>The later a touch was answered, the more it counts: so many days earlier is half as much.</summary>
public sealed record TimeDecay : CreditRule
{
    /// <summary>The half-life unless another is chosen, in days.</summary>
    public const decimal DefaultHalfLife = 7;

    /// <summary>With a half-life in days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public TimeDecay(decimal halfLife = DefaultHalfLife)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(halfLife);
        HalfLife = halfLife;
    }

    /// <summary>After how many days a touch counts half, above 0.</summary>
    public decimal HalfLife { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<decimal> Weights(IReadOnlyList<PathTouch> path)
    {
        // Only ages against each other matter; counted from the last touch no weight is lost to rounding where it is the greatest.
        var youngest = path.Min(touch => touch.DaysBefore);
        return [.. path.Select(touch => (decimal)Math.Pow(2, -(double)((touch.DaysBefore - youngest) / HalfLife)))];
    }
}
