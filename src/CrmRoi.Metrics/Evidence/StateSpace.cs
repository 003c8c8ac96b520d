namespace CrmRoi.Metrics.Evidence;

/// <summary>Draws the states of a structural model, level, slope and season, given its variances.</summary>
/// <remarks>
/// The simulation smoother of J. Durbin and S. J. Koopman, Biometrika 89 (2002) 603–615: a path drawn from the model without data, plus
/// what the smoother makes of the data less that path. A period costs O(states²) for the covariance and O(states) for all else, and
/// nothing is allocated while drawing.
/// </remarks>
internal sealed class StateSpace
{
    private const int Kinds = 3; // of steps: level, slope, season
    private readonly int periods;
    private readonly StateTransition transition;
    private readonly FirstState first;
    private readonly double[] state;
    private readonly double[] moving;
    private readonly double[] covariance;
    private readonly double[] gains;
    private readonly double[] steps;
    private readonly double[] target;
    private readonly double[] errors;
    private readonly double[] inverses;

    /// <param name="periods">How many periods are observed, missing ones among them.</param>
    /// <param name="transition">How the states move on.</param>
    /// <param name="first">The priors of the first period's states.</param>
    public StateSpace(int periods, StateTransition transition, FirstState first)
    {
        (this.periods, this.transition, this.first) = (periods, transition, first);
        var size = transition.Size;
        (state, moving, covariance) = (new double[size], new double[size], new double[size * size]);
        (gains, steps) = (new double[periods * size], new double[periods * Kinds]);
        (target, errors, inverses, Signal) = (new double[periods], new double[periods], new double[periods], new double[periods]);
    }

    /// <summary>Level and season together, by period, of the last draw.</summary>
    public double[] Signal { get; }

    /// <summary>The sums of the squared steps of level, slope and season in the last draw; its first member is 0.</summary>
    public StateVariances Squares { get; private set; }

    /// <summary>Draws all states given the data.</summary>
    /// <param name="data">The observations; not a number where there is none.</param>
    /// <param name="variances">The variances.</param>
    /// <param name="sampler">Where random numbers come from.</param>
    public void Draw(ReadOnlySpan<double> data, in StateVariances variances, Sampler sampler)
    {
        DrawWithoutData(data, variances, sampler);
        Filter(target, variances);
        SmoothBackward(variances);
        CarryForward();
    }

    /// <summary>Runs the Kalman filter: keeps the one-step errors, the inverses of their variances and the gains.</summary>
    /// <param name="data">The observations; not a number where there is none.</param>
    /// <param name="variances">The variances.</param>
    public void Filter(ReadOnlySpan<double> data, in StateVariances variances)
    {
        var size = transition.Size;
        moving.AsSpan().Clear();
        AddFirstMeans(moving);
        covariance.AsSpan().Clear();
        for (var i = 0; i < size; i++)
        {
            covariance[(i * size) + i] = first.Variance;
        }

        for (var t = 0; t < periods; t++)
        {
            Update(t, data[t], variances.Observation);
            transition.Advance(moving);
            transition.AdvanceCovariance(covariance);
            covariance[0] += variances.Level;
            if (transition.HasSlope)
            {
                covariance[size + 1] += variances.Slope;
            }

            if (transition.HasSeason)
            {
                covariance[(size + 1) * transition.Season] += variances.Season;
            }
        }
    }

    /// <summary>The one-step error of a period over its standard deviation, after <see cref="Filter"/>; 0 where nothing was observed.</summary>
    public double StandardisedError(int period) => errors[period] * Math.Sqrt(inverses[period]);

    /// <summary>Carries the last state of the last draw on by a period, at random.</summary>
    /// <returns>Level and season of that period.</returns>
    public double Continue(in StateVariances variances, Sampler sampler)
    {
        transition.Advance(state);
        state[0] += Math.Sqrt(variances.Level) * sampler.Normal();
        if (transition.HasSlope)
        {
            state[1] += Math.Sqrt(variances.Slope) * sampler.Normal();
        }

        if (transition.HasSeason)
        {
            state[transition.Season] += Math.Sqrt(variances.Season) * sampler.Normal();
        }

        return transition.Signal(state);
    }

    // A path whose first states have the mean 0: target becomes the data less that path, state its first states, steps its steps.
    private void DrawWithoutData(ReadOnlySpan<double> data, in StateVariances variances, Sampler sampler)
    {
        var noise = Math.Sqrt(variances.Observation);
        var (level, slope, season) = (Math.Sqrt(variances.Level), Math.Sqrt(variances.Slope), Math.Sqrt(variances.Season));
        var spread = Math.Sqrt(first.Variance);
        for (var i = 0; i < state.Length; i++)
        {
            state[i] = spread * sampler.Normal();
        }

        state.AsSpan().CopyTo(moving);
        for (var t = 0; t < periods; t++)
        {
            target[t] = data[t] - transition.Signal(moving) - (noise * sampler.Normal());
            var step = steps.AsSpan(t * Kinds, Kinds);
            step[0] = level * sampler.Normal();
            step[1] = transition.HasSlope ? slope * sampler.Normal() : 0;
            step[2] = transition.HasSeason ? season * sampler.Normal() : 0;
            Move(moving, step);
        }
    }

    private void Update(int t, double observation, double noise)
    {
        var size = transition.Size;
        var gain = gains.AsSpan(t * size, size);
        (errors[t], inverses[t]) = (0, 0);
        gain.Clear();
        if (double.IsNaN(observation))
        {
            return;
        }

        for (var i = 0; i < gain.Length; i++)
        {
            gain[i] = transition.Signal(covariance.AsSpan(i * size, size));
        }

        var inverse = 1 / (transition.Signal(gain) + noise);
        var error = observation - transition.Signal(moving);
        (errors[t], inverses[t]) = (error, inverse);
        for (var i = 0; i < gain.Length; i++)
        {
            var row = covariance.AsSpan(i * size, gain.Length);
            var scaled = gain[i] * inverse;
            moving[i] += scaled * error;
            for (var j = 0; j < row.Length; j++)
            {
                row[j] -= scaled * gain[j];
            }
        }

        foreach (ref var part in gain)
        {
            part *= inverse;
        }
    }

    // Backward for the gradient r by the states. The steps of t lead to t + 1 and are smoothed by the r of t + 1, before it is moved back.
    private void SmoothBackward(in StateVariances variances)
    {
        var size = transition.Size;
        var gradient = moving.AsSpan();
        gradient.Clear();
        for (var t = periods - 1; t >= 0; t--)
        {
            var step = steps.AsSpan(t * Kinds, Kinds);
            step[0] += variances.Level * gradient[0];
            step[1] += transition.HasSlope ? variances.Slope * gradient[1] : 0;
            step[2] += transition.HasSeason ? variances.Season * gradient[transition.Season] : 0;
            transition.Retreat(gradient);
            var gain = gains.AsSpan(t * size, gradient.Length);
            var seen = errors[t] * inverses[t];
            for (var i = 0; i < gradient.Length; i++)
            {
                seen -= gain[i] * gradient[i];
            }

            gradient[0] += seen;
            if (transition.HasSeason)
            {
                gradient[transition.Season] += seen;
            }
        }

        for (var i = 0; i < state.Length; i++)
        {
            state[i] += first.Variance * gradient[i];
        }

        AddFirstMeans(state);
    }

    private void AddFirstMeans(Span<double> states)
    {
        states[0] += first.Level;
        if (transition.HasSlope)
        {
            states[1] += first.Slope;
        }
    }

    // The steps after the last period are known to nothing: the path ends with the last period's states.
    private void CarryForward()
    {
        var (level, slope, season) = (0.0, 0.0, 0.0);
        for (var t = 0; t < periods; t++)
        {
            Signal[t] = transition.Signal(state);
            if (t + 1 < periods)
            {
                var step = steps.AsSpan(t * Kinds, Kinds);
                Move(state, step);
                (level, slope, season) = (level + (step[0] * step[0]), slope + (step[1] * step[1]), season + (step[2] * step[2]));
            }
        }

        Squares = new(0, level, slope, season);
    }

    private void Move(Span<double> states, ReadOnlySpan<double> step)
    {
        transition.Advance(states);
        states[0] += step[0];
        if (transition.HasSlope)
        {
            states[1] += step[1];
        }

        if (transition.HasSeason)
        {
            states[transition.Season] += step[2];
        }
    }
}
