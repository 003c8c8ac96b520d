namespace CrmRoi.Metrics;

/// <summary>The only place where two amounts are divided to make a figure that somebody reads.</summary>
public static class Ratio
{
    /// <summary>Divides, or has no answer.</summary>
    /// <returns>The quotient; <see langword="null"/> when either side is undefined or there is nothing to divide by.</returns>
    public static decimal? Of(decimal? numerator, decimal? denominator) =>
        denominator is null or 0 ? null : numerator / denominator;
}
