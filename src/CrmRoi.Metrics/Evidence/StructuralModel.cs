namespace CrmRoi.Metrics.Evidence;

/// <summary>Draws from the posterior of a structural model, by Gibbs sampling, on the standardised scale.</summary>
internal sealed class StructuralModel
{
    private const double WeakWeight = 0.01; // observations that a prior is worth where it is to say next to nothing
    private const double WeakGuess = 0.01;
    private const double NoiseLimit = 1.2 * 1.2; // of the outcome's variance, which is 1
    private readonly StructuralSettings settings;
    private readonly double[] outcome; // not a number where it must not be seen
    private readonly int length;
    private readonly int[] observed;
    private readonly StateTransition transition;
    private readonly StateSpace space;
    private readonly double[][]? design;
    private readonly SpikeAndSlab? regression;
    private readonly Sampler sampler;
    private readonly double[] data;
    private readonly double[] residuals;
    private readonly double[] explained;
    private StateVariances variances;

    /// <param name="outcome">The standardised outcome before go-live; not a number where a period is left out.</param>
    /// <param name="controls">The standardised controls, all periods.</param>
    /// <param name="length">How many periods there are, those after go-live among them.</param>
    /// <param name="seasonLength">After how many periods the season repeats.</param>
    /// <param name="settings">The priors.</param>
    /// <param name="sampler">Where random numbers come from.</param>
    public StructuralModel(
        double[] outcome, IReadOnlyList<double[]> controls, int length, int seasonLength, StructuralSettings settings, Sampler sampler)
    {
        (this.outcome, this.length, this.settings, this.sampler) = (outcome, length, settings, sampler);
        observed = [.. Enumerable.Range(0, outcome.Length).Where(period => !double.IsNaN(outcome[period]))];
        var (first, last) = (observed[0], observed[^1]);
        var slope = last > first ? (outcome[last] - outcome[first]) / (last - first) : 0;
        transition = new(settings.HasTrend, seasonLength);
        space = new(outcome.Length, transition, new FirstState(outcome[first], slope, 1));
        (data, residuals, explained) = (new double[outcome.Length], new double[observed.Length], new double[length]);
        if (controls.Count > 0)
        {
            design = [.. Enumerable.Range(0, length).Select(period => (double[])[1, .. controls.Select(control => control[period])])];
            var noise = 1 - settings.ExpectedRSquared;
            regression = new(design, observed, new(settings.ExpectedCoefficients, settings.RSquaredWeight, noise, NoiseLimit));
        }

        var steps = settings.LevelPrior * settings.LevelPrior;
        variances = new(1 - settings.ExpectedRSquared, steps, settings.HasTrend ? steps : 0, seasonLength > 1 ? WeakGuess * WeakGuess : 0);
    }

    /// <summary>The variances of the last draw.</summary>
    public StateVariances Variances => variances;

    /// <summary>The coefficients of the last draw: the constant, then those of the controls; none without controls.</summary>
    public ReadOnlySpan<double> Coefficients => regression is null ? default : regression.Coefficients;

    /// <summary>Draws states, then their variances, then the regression and the noise.</summary>
    public void Step()
    {
        for (var t = 0; t < data.Length; t++)
        {
            data[t] = outcome[t] - explained[t];
        }

        space.Draw(data, variances, sampler);
        var noise = DrawRegression();
        var count = outcome.Length - 1;
        var squares = space.Squares;
        var weight = settings.LevelPriorWeight;
        var prior = weight * settings.LevelPrior * settings.LevelPrior;
        variances = new(
            noise,
            sampler.Variance(weight + count, prior + squares.Level, 1),
            transition.HasSlope ? sampler.Variance(weight + count, prior + squares.Slope, 1) : 0,
            transition.HasSeason ? sampler.Variance(WeakWeight + count, (WeakWeight * WeakGuess * WeakGuess) + squares.Season, 1) : 0);
    }

    /// <summary>What the last draw expects of every period, carried on at random past the last one before go-live; without noise.</summary>
    public void Predict(Span<double> expected)
    {
        for (var t = 0; t < length; t++)
        {
            var signal = t < outcome.Length ? space.Signal[t] : space.Continue(variances, sampler);
            expected[t] = signal + explained[t];
        }
    }

    /// <summary>The one-step errors over their standard deviations, with these parameters.</summary>
    /// <returns>Those of the observed periods but the first ones, from which the states are learnt.</returns>
    public double[] StandardisedErrors(in StateVariances at, ReadOnlySpan<double> coefficients)
    {
        for (var t = 0; t < data.Length; t++)
        {
            data[t] = outcome[t] - Explain(t, coefficients);
        }

        space.Filter(data, at);
        return [.. observed.Skip(transition.Size).Select(space.StandardisedError)];
    }

    private double DrawRegression()
    {
        var squares = 0.0;
        for (var i = 0; i < observed.Length; i++)
        {
            residuals[i] = outcome[observed[i]] - space.Signal[observed[i]];
            squares += residuals[i] * residuals[i];
        }

        if (regression is null)
        {
            return sampler.Variance(WeakWeight + observed.Length, WeakWeight + squares, NoiseLimit);
        }

        var noise = regression.Draw(residuals, sampler);
        for (var t = 0; t < length; t++)
        {
            explained[t] = Explain(t, regression.Coefficients);
        }

        return noise;
    }

    private double Explain(int period, ReadOnlySpan<double> coefficients)
    {
        var sum = 0.0;
        for (var i = 0; i < coefficients.Length; i++)
        {
            sum += coefficients[i] * design![period][i];
        }

        return sum;
    }
}
