namespace CrmRoi.Metrics.Evidence;

/// <summary>Segmented regression: the trend and season of the time before, with a step and a change of slope at go-live.</summary>
/// <remarks>
/// <para>
/// A. K. Wagner, S. B. Soumerai, F. Zhang and D. Ross-Degnan, Journal of Clinical Pharmacy and Therapeutics 27 (2002) 299–309. The counterfactual is
/// the fit without step and change of slope. The season enters by a dummy for each of its places when the baseline holds two whole seasons, by
/// two waves from one and a half on, by one wave from one on, and not at all below.
/// </para>
/// <para>
/// Standard errors are Newey and West's, with n / (n − k) and Student's t with n − k degrees of freedom, but never smaller than the
/// plain ones: with few periods after go-live the former are too small. Sums of effects have theirs by the delta method.
/// </para>
/// </remarks>
public static class InterruptedTimeSeries
{
    /// <summary>Estimates the effect on amounts, shares or means.</summary>
    /// <returns>The estimate; none with fewer than three periods before, none after, or fewer periods than coefficients need.</returns>
    public static Estimate? Of(SeriesInput input) => Estimate(input, SegmentedFit.Linear);

    /// <summary>Estimates the effect on counts: a logarithmic link, and a variance in proportion to the mean (quasi-Poisson).</summary>
    /// <returns>As for amounts; none, too, when there is no event before go-live or after it, or the fit does not settle.</returns>
    /// <exception cref="ArgumentException">A count is negative.</exception>
    public static Estimate? OfCounts(SeriesInput input)
    {
        if (input.Outcome.Any(count => count < 0))
        {
            throw new ArgumentException("A count is not negative.");
        }

        return Estimate(input, SegmentedFit.Counts);
    }

    private static Estimate? Estimate(SeriesInput input, Func<SeriesInput, SegmentedDesign, SegmentedFit?> regress)
    {
        input.Check();
        if (input.Before.Count < 3 || input.After.Count == 0)
        {
            return null;
        }

        var design = new SegmentedDesign(input);
        if (regress(input, design) is not { } fit)
        {
            return null;
        }

        var distribution = new SamplingDistribution(fit.Freedom, input.Level);
        var error = fit.Error(fit.EffectGradient(input.After)) / input.After.Count;
        return distribution.Estimate(
            EvidenceMethod.InterruptedTimeSeries, input, Points(input, fit, distribution.Reach), error, Diagnostics(input, design, fit));
    }

    private static List<EffectPoint> Points(SeriesInput input, SegmentedFit fit, double reach)
    {
        var counted = input.After.ToHashSet();
        var points = new List<EffectPoint>(input.Length);
        var sofar = new List<int>();
        var (cumulative, half) = (0.0, 0.0);
        for (var t = 0; t < input.Length; t++)
        {
            var (observed, expected) = (input.Outcome[t], fit.Counterfactual(t));
            var band = reach * fit.PredictionError(t);
            if (counted.Contains(t))
            {
                sofar.Add(t);
                cumulative += observed - expected;
                half = reach * fit.Error(fit.EffectGradient(sofar));
            }

            var effect = observed - expected;
            points.Add(new(
                t, observed, expected, expected - band, expected + band, effect, effect - band, effect + band, cumulative, cumulative - half, cumulative + half));
        }

        return points;
    }

    private static IReadOnlyList<Diagnostic> Diagnostics(SeriesInput input, SegmentedDesign design, SegmentedFit fit) =>
    [
        new("neweyWestLag", fit.Lag),
        new("seasonTerms", (int)design.Season),
        new("slopeChange", design.HasSlope ? 1 : 0),
        new("freedom", fit.Freedom),
        new("dispersion", fit.Dispersion),
        .. ResidualChecks.Fit(input, [.. Enumerable.Range(0, input.Length).Select(fit.Counterfactual)]),
        .. ResidualChecks.LjungBox(fit.Errors),
    ];
}
