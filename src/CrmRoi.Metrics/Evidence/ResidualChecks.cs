using MathNet.Numerics.Distributions;

namespace CrmRoi.Metrics.Evidence;

/// <summary>What a method left unexplained before go-live, and whether one period's error tells the next one's.</summary>
internal static class ResidualChecks
{
    /// <summary>The test of G. M. Ljung and G. E. P. Box, Biometrika 65 (1978) 297–303, on errors in the order of time.</summary>
    /// <param name="errors">The errors.</param>
    /// <param name="fitted">How many parameters were fitted to them: that many degrees of freedom fewer.</param>
    /// <returns>The lags looked at, the statistic, and how likely so large a one is where there is no autocorrelation; nothing for fewer than eight errors.</returns>
    public static IReadOnlyList<Diagnostic> LjungBox(IReadOnlyList<double> errors, int fitted = 0)
    {
        var n = errors.Count;
        var lags = Math.Min(10, n / 4);
        var mean = n == 0 ? 0 : errors.Average();
        var total = errors.Sum(error => (error - mean) * (error - mean));
        if (lags < 2 || total <= 0)
        {
            return [];
        }

        var statistic = 0.0;
        for (var lag = 1; lag <= lags; lag++)
        {
            var products = 0.0;
            for (var t = lag; t < n; t++)
            {
                products += (errors[t] - mean) * (errors[t - lag] - mean);
            }

            statistic += products / total * (products / total) / (n - lag);
        }

        statistic *= n * (n + 2.0);
        var freedom = Math.Max(1, lags - fitted);
        return
        [
            new("ljungBoxLags", lags),
            new("ljungBox", statistic),
            new("ljungBoxP", 1 - ChiSquared.CDF(freedom, statistic)),
        ];
    }

    /// <summary>How well what was expected before go-live met what happened.</summary>
    /// <param name="input">The series.</param>
    /// <param name="expected">What was expected, by period.</param>
    /// <returns>The share of the variance explained, and the mean absolute error as a fraction of the mean outcome, each where defined.</returns>
    public static IReadOnlyList<Diagnostic> Fit(SeriesInput input, IReadOnlyList<double> expected)
    {
        var before = input.Before;
        var mean = before.Average(period => input.Outcome[period]);
        var total = before.Sum(period => Square(input.Outcome[period] - mean));
        var left = before.Sum(period => Square(input.Outcome[period] - expected[period]));
        var error = before.Average(period => Math.Abs(input.Outcome[period] - expected[period]));
        return
        [
            .. total > 0 ? (Diagnostic[])[new("preRSquared", 1 - (left / total))] : [],
            .. mean != 0 ? (Diagnostic[])[new("preError", error / Math.Abs(mean))] : [],
        ];
    }

    private static double Square(double value) => value * value;
}
