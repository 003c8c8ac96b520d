namespace CrmRoi.Metrics.Evidence;

/// <summary>The mean after go-live against the mean before it: the plain reference.</summary>
/// <remarks>
/// It takes every trend, season and other cause for an effect, and each period for independent of the last. It is shown so that it can
/// be seen what the other methods take away. Interval by B. L. Welch, Biometrika 34 (1947) 28–35, with Satterthwaite's degrees of freedom.
/// </remarks>
public static class BeforeAfter
{
    /// <summary>Estimates the effect. Controls and season are not looked at.</summary>
    /// <returns>The estimate; none with fewer than two periods on either side, or where neither side varies.</returns>
    public static Estimate? Of(SeriesInput input)
    {
        input.Check();
        var (before, after) = (Moments(input, input.Before), Moments(input, input.After));
        if (before.Count < 2 || after.Count < 2 || before.Variance + after.Variance <= 0)
        {
            return null;
        }

        var (left, right) = (before.Variance / before.Count, after.Variance / after.Count);
        var freedom = (left + right) * (left + right) / ((left * left / (before.Count - 1)) + (right * right / (after.Count - 1)));
        var distribution = new SamplingDistribution(freedom, input.Level);
        return distribution.Estimate(
            EvidenceMethod.BeforeAfter, input, Points(input, before, after, distribution.Reach), Math.Sqrt(left + right), Diagnostics(input, before, freedom));
    }

    private static (int Count, double Mean, double Variance) Moments(SeriesInput input, IReadOnlyList<int> periods)
    {
        var mean = periods.Count == 0 ? 0 : periods.Average(period => input.Outcome[period]);
        var squares = periods.Sum(period => (input.Outcome[period] - mean) * (input.Outcome[period] - mean));
        return (periods.Count, mean, periods.Count < 2 ? 0 : squares / (periods.Count - 1));
    }

    private static List<EffectPoint> Points(
        SeriesInput input, (int Count, double Mean, double Variance) before, (int Count, double Mean, double Variance) after, double reach)
    {
        var counted = input.After.ToHashSet();
        var (low, high) = Around(before.Mean, reach * Math.Sqrt(before.Variance * (1 + (1.0 / before.Count))));
        var points = new List<EffectPoint>(input.Length);
        var (cumulative, periods) = (0.0, 0);
        for (var t = 0; t < input.Length; t++)
        {
            var observed = input.Outcome[t];
            if (counted.Contains(t))
            {
                (cumulative, periods) = (cumulative + observed - before.Mean, periods + 1);
            }

            var variance = (periods * periods * before.Variance / before.Count) + (periods * after.Variance);
            var (cumulativeLow, cumulativeHigh) = Around(cumulative, reach * Math.Sqrt(variance));
            points.Add(new(
                t, observed, before.Mean, low, high, observed - before.Mean, observed - high, observed - low, cumulative, cumulativeLow, cumulativeHigh));
        }

        return points;
    }

    // How much wider it would be if neighbours go along: the square root of the ratio of Newey and West's variance to the plain one.
    private static IReadOnlyList<Diagnostic> Diagnostics(SeriesInput input, (int Count, double Mean, double Variance) before, double freedom)
    {
        var errors = input.Before.Select(period => input.Outcome[period] - before.Mean).ToArray();
        var lag = NeweyWest.Lag(before.Count);
        var plain = NeweyWest.Variance(errors, 0);
        return
        [
            new("freedom", freedom),
            new("neweyWestLag", lag),
            .. plain > 0 ? (Diagnostic[])[new("neweyWestFactor", Math.Sqrt(NeweyWest.Variance(errors, lag) / plain))] : [],
            .. ResidualChecks.LjungBox(errors),
        ];
    }

    private static (double Low, double High) Around(double centre, double half) => (centre - half, centre + half);
}
