namespace CrmRoi.Metrics.Evidence;

/// <summary>A series that the CRM did not touch, and that moves with the outcome.</summary>
/// <param name="Name">What it is called; appears in diagnostics.</param>
/// <param name="Values">One finite value for each period of the outcome.</param>
public sealed record ControlSeries(string Name, IReadOnlyList<double> Values);

/// <summary>One series with a go-live in it, and what is known beside it: what every method on a single series starts from.</summary>
public sealed record SeriesInput
{
    /// <summary>The outcome by period, in any unit; every value finite.</summary>
    public required IReadOnlyList<double> Outcome { get; init; }

    /// <summary>How many periods, from the first, are before go-live.</summary>
    public required int PrePeriods { get; init; }

    /// <summary>Series that the CRM did not touch.</summary>
    public IReadOnlyList<ControlSeries> Controls { get; init; } = [];

    /// <summary>After how many periods the season repeats: 12 for months, 1 where there is none.</summary>
    public int SeasonLength { get; init; } = 1;

    /// <summary>The place of the first period in the season, from 0: 3 for April.</summary>
    public int SeasonStart { get; init; }

    /// <summary>Periods that are neither before nor counted as after, such as the months of ramp-up, by their place from 0.</summary>
    public IReadOnlyCollection<int> LeftOut { get; init; } = [];

    /// <summary>The level of the intervals, above 0 and below 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>What the random numbers start from: the same seed gives the same estimate.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many periods there are.</summary>
    public int Length => Outcome.Count;

    /// <summary>The periods before go-live that are used, by their place from 0.</summary>
    public IReadOnlyList<int> Before => [.. Enumerable.Range(0, PrePeriods).Where(period => !LeftOut.Contains(period))];

    /// <summary>The periods that are counted as after, by their place from 0.</summary>
    public IReadOnlyList<int> After => [.. Enumerable.Range(PrePeriods, Length - PrePeriods).Where(period => !LeftOut.Contains(period))];

    /// <summary>The first periods of it, with another go-live.</summary>
    /// <param name="length">How many periods are kept.</param>
    /// <param name="prePeriods">How many of them count as before.</param>
    /// <returns>A series in which nothing is known to have happened, when the true go-live is not before <paramref name="length"/>.</returns>
    public SeriesInput Placebo(int length, int prePeriods) => this with
    {
        Outcome = [.. Outcome.Take(length)],
        PrePeriods = prePeriods,
        Controls = [.. Controls.Select(control => control with { Values = [.. control.Values.Take(length)] })],
        LeftOut = [.. LeftOut.Where(period => period < length)],
    };

    /// <summary>Checks that the parts fit together.</summary>
    /// <exception cref="ArgumentException">They do not, or a value is not finite.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(PrePeriods);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(PrePeriods, Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(SeasonLength, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(SeasonStart);
        if (!(Level > 0 && Level < 1))
        {
            throw new ArgumentException("The level lies above 0 and below 1.");
        }

        if (Controls.Any(control => control.Values.Count != Length))
        {
            throw new ArgumentException("A control has as many values as the outcome.");
        }

        if (!Controls.SelectMany(control => control.Values).Concat(Outcome).All(double.IsFinite))
        {
            throw new ArgumentException("Every value is finite.");
        }
    }
}
