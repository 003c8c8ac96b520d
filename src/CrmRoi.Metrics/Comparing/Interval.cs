namespace CrmRoi.Metrics.Comparing;

/// <summary>Between what and what the truth lies, at a stated level of confidence.</summary>
/// <param name="Low">The lower end, included; none where there is no bound.</param>
/// <param name="High">The upper end, included; none where there is no bound.</param>
/// <param name="Level">How often such intervals hold the truth, as a fraction: 0.90 is 90 %.</param>
public readonly record struct Interval(decimal? Low, decimal? High, decimal Level)
{
    /// <summary>Whether a value may be the truth.</summary>
    public bool Contains(decimal value) => (Low is not { } low || low <= value) && (High is not { } high || value <= high);

    /// <summary>The interval of so many times the value.</summary>
    /// <param name="factor">Above zero.</param>
    public Interval Times(decimal factor) => this with { Low = Low * factor, High = High * factor };

    /// <summary>The interval of the value and so much more.</summary>
    public Interval Plus(decimal amount) => this with { Low = Low + amount, High = High + amount };

    // An end that no decimal can hold is no bound that anybody could read.
    internal static Interval Of(double low, double high, decimal level) => new(End(low), End(high), level);

    private static decimal? End(double value) => double.IsFinite(value) && Math.Abs(value) < 1e28 ? (decimal)value : null;
}
