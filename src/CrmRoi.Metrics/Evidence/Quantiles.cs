namespace CrmRoi.Metrics.Evidence;

/// <summary>Equal-tailed ends of draws.</summary>
internal static class Quantiles
{
    /// <summary>Sorts draws, and finds the ends between which the share <paramref name="level"/> of them lies.</summary>
    /// <remarks>Linear between neighbours: type 7 of R. J. Hyndman and Y. Fan, American Statistician 50 (1996) 361–365, as in R.</remarks>
    public static (double Low, double High) SortedEnds(Span<double> draws, double level)
    {
        draws.Sort();
        return (At(draws, (1 - level) / 2), At(draws, (1 + level) / 2));
    }

    private static double At(ReadOnlySpan<double> sorted, double probability)
    {
        var place = probability * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[^1];
    }
}
