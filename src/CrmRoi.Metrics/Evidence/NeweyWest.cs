namespace CrmRoi.Metrics.Evidence;

/// <summary>Variances that hold when errors are unlike in size and go along with their neighbours in time.</summary>
/// <remarks>
/// W. K. Newey and K. D. West, Econometrica 55 (1987) 703–708: Bartlett's weights. The lag is their rule of thumb,
/// floor(4 · (n / 100)^(2/9)), Review of Economic Studies 61 (1994) 631–653.
/// </remarks>
internal static class NeweyWest
{
    /// <summary>How many periods back errors are taken to go along.</summary>
    public static int Lag(int periods) => (int)Math.Floor(4 * Math.Pow(periods / 100.0, 2.0 / 9));

    /// <summary>The variance of a weighted sum of errors.</summary>
    /// <param name="contributions">Weight times error by period, with 0 where a period is left out.</param>
    /// <param name="lag">How many periods back errors go along.</param>
    public static double Variance(ReadOnlySpan<double> contributions, int lag)
    {
        var variance = 0.0;
        for (var back = 0; back <= lag; back++)
        {
            var sum = 0.0;
            for (var t = back; t < contributions.Length; t++)
            {
                sum += contributions[t] * contributions[t - back];
            }

            variance += (back == 0 ? 1 : 2) * (1 - (back / (lag + 1.0))) * sum;
        }

        return variance;
    }
}
