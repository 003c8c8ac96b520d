namespace CrmRoi.Metrics.Quality;

/// <summary>What is usual for the deals of a company, and so what is not.</summary>
/// <param name="Closed">How many closed deals have a known start and end.</param>
/// <param name="MedianDays">How long the middle one of them took, in days; not known where there are fewer than <see cref="Fewest"/>.</param>
/// <param name="SlowDays">How long 95 of 100 of them took at most, in days; likewise.</param>
/// <param name="Won">How many deals were won for more than nothing.</param>
/// <param name="LargestUsual">
/// The value above which a won deal is an outlier, in the company's currency: e to the power of Q3 + 3 × (Q3 − Q1), the quartiles being those of the
/// logarithms of the values of deals won. Not known where there are fewer than <see cref="Fewest"/>, or where half of them have one value.
/// </param>
/// <remarks>The rule is Tukey's for what is "far out" (Exploratory Data Analysis, 1977), on the logarithm since values of deals are skewed.</remarks>
public sealed record DealLimits(long Closed, int? MedianDays, int? SlowDays, long Won, decimal? LargestUsual)
{
    /// <summary>Of fewer deals than this nothing is said to be usual.</summary>
    public const int Fewest = 20;

    /// <summary>A deal that is open for more days than this hardly ever closes: 95 of 100 took no longer, nor three times the median.</summary>
    /// <value>Days; not known where too few deals were closed.</value>
    public int? LongestOpen => MedianDays is { } median && SlowDays is { } slow ? Math.Max(slow, 3 * median) : null;
}
