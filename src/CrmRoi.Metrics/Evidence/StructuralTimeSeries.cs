namespace CrmRoi.Metrics.Evidence;

/// <summary>An estimate with another prior on how much the level moves.</summary>
/// <param name="LevelPrior">The prior guess at the level's steps, as a fraction of the outcome's standard deviation.</param>
/// <param name="Estimate">The estimate with it.</param>
public sealed record PriorSensitivity(double LevelPrior, Estimate Estimate);

/// <summary>A Bayesian structural model of the time before go-live, carried on past it: what would have happened.</summary>
/// <remarks>
/// <para>
/// K. H. Brodersen, F. Gallusser, J. Koehler, N. Remy and S. L. Scott, "Inferring causal impact using Bayesian structural time-series
/// models", Annals of Applied Statistics 9 (2015) 247–274; priors as in the R packages CausalImpact 1.4 and bsts 0.9, so that its figures
/// can be checked against theirs.
/// </para>
/// <para>
/// Outcome = level + season + regression on controls + noise. Standardised by the time before go-live, the priors are: first level normal with the
/// first value as mean and variance 1; variance of the level's steps inverse gamma, guess 0.01² worth 32 steps, at most 1; each of the first
/// seasons normal with variance 1, variance of the season's steps inverse gamma, guess 0.01² worth 0.01 steps, at most 1; a slope, where asked for,
/// starts at the slope from first to last value with variance 1 and its steps have the level's prior; coefficients spike and slab
/// (three expected, the constant among them); variance of the noise inverse gamma, guess 0.2 worth 50 observations with controls, guess 1
/// worth 0.01 without, at most 1.44.
/// </para>
/// </remarks>
public static class StructuralTimeSeries
{
    private const int Stream = 0x5354;

    /// <summary>Estimates the effect.</summary>
    /// <param name="input">The series.</param>
    /// <param name="settings">Priors and number of draws; those of CausalImpact when left out.</param>
    /// <returns>The estimate; none where fewer than three periods before go-live are used, they do not vary, or none is counted after.</returns>
    public static Estimate? Of(SeriesInput input, StructuralSettings? settings = null)
    {
        input.Check();
        var before = input.Before;
        if (before.Count < 3 || input.After.Count == 0 || Standard.Of(input.Outcome, before) is not { } standard)
        {
            return null;
        }

        var chosen = settings ?? new();
        var sampler = new Sampler(input.Seed, Stream);
        var controls = Controls(input);
        var model = Build(input, controls, chosen, standard, sampler);
        var paths = new PosteriorPaths(input, chosen.Draws, standard);
        var means = new ParameterMeans(controls.Count == 0 ? 0 : controls.Count + 1);
        for (var draw = -chosen.BurnIn; draw < chosen.Draws * chosen.Thinning; draw++)
        {
            model.Step();
            if (draw >= 0 && draw % chosen.Thinning == 0)
            {
                paths.Add(model, sampler);
                means.Add(model);
            }
        }

        return paths.Summarise(
        [
            .. ResidualChecks.Fit(input, paths.Fitted()),
            .. ResidualChecks.LjungBox(model.StandardisedErrors(means.Variances, means.Coefficients)),
            .. Parameters(controls, means, standard, chosen),
        ]);
    }

    /// <summary>How far the estimate depends on the prior of the level's steps, which the data alone seldom settle.</summary>
    /// <param name="input">The series.</param>
    /// <param name="levelPriors">The prior guesses; 0.001, 0.01, 0.05 and 0.1 when left out.</param>
    /// <param name="settings">All other priors.</param>
    public static IReadOnlyList<PriorSensitivity> Sensitivity(
        SeriesInput input, IReadOnlyList<double>? levelPriors = null, StructuralSettings? settings = null) =>
    [
        .. (levelPriors ?? [0.001, 0.01, 0.05, 0.1])
            .Select(prior => (prior, Estimate: Of(input, (settings ?? new()) with { LevelPrior = prior })))
            .Where(pair => pair.Estimate is not null)
            .Select(pair => new PriorSensitivity(pair.prior, pair.Estimate!)),
    ];

    // A control that does not vary before go-live says nothing about what it would have meant after.
    private static List<ControlSeries> Controls(SeriesInput input) =>
        [.. input.Controls.Where(control => Standard.Of(control.Values, input.Before) is not null)];

    private static StructuralModel Build(
        SeriesInput input, List<ControlSeries> controls, StructuralSettings settings, Standard standard, Sampler sampler)
    {
        var before = input.Before.ToHashSet();
        var outcome = Enumerable.Range(0, before.Max() + 1).Select(period => before.Contains(period) ? standard.To(input.Outcome[period]) : double.NaN);
        var scaled = controls.Select(control =>
        {
            var own = Standard.Of(control.Values, input.Before)!.Value;
            return control.Values.Select(own.To).ToArray();
        });
        return new([.. outcome], [.. scaled], input.Length, input.SeasonLength, settings, sampler);
    }

    private static IEnumerable<Diagnostic> Parameters(
        List<ControlSeries> controls, ParameterMeans means, Standard standard, StructuralSettings settings) =>
    [
        new("draws", settings.Draws),
        new("levelPrior", settings.LevelPrior),
        new("levelDeviation", standard.Deviation * Math.Sqrt(means.Variances.Level)),
        new("noiseDeviation", standard.Deviation * Math.Sqrt(means.Variances.Observation)),
        .. controls.Select((control, place) => new Diagnostic($"inclusion:{control.Name}", means.Inclusion(place + 1))),
    ];
}
