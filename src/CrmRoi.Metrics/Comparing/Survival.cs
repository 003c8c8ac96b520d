using CrmRoi.Metrics.Snapshots;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace CrmRoi.Metrics.Comparing;

/// <summary>How many waits go on past each age, by Kaplan and Meier's estimate.</summary>
/// <remarks>
/// Waits that go on, and waits that ended in something else, are censored at their age: they count as at risk up to it, that age
/// included, and as nothing after. So the curve tells how long the wait takes where nothing else ends it.
/// Source: E. L. Kaplan and P. Meier, JASA 53 (1958) 457–481; intervals by M. Greenwood's variance on the scale of log(−log S),
/// as J. D. Kalbfleisch and R. L. Prentice, The Statistical Analysis of Failure Time Data, 2nd ed., section 1.4.
/// </remarks>
public sealed class Survival
{
    private const double Half = 0.5 + 1e-12;

    private Survival(IReadOnlyList<SurvivalStep> steps, long count)
    {
        Steps = steps;
        Count = count;
    }

    /// <summary>The steps of the curve: one for each age at which some waits reached their end.</summary>
    public IReadOnlyList<SurvivalStep> Steps { get; }

    /// <summary>How many waits there are.</summary>
    public long Count { get; }

    /// <summary>How many of them reached their end.</summary>
    public long Events => Steps.Sum(step => step.Events);

    /// <summary>The curve of some waits.</summary>
    public static Survival Of(CohortSnapshot waits)
    {
        var steps = new List<SurvivalStep>();
        var atRisk = waits.Count;
        var (share, variance) = (1.0, 0.0);
        foreach (var (age, counts) in waits.Ages)
        {
            if (counts.Reached > 0)
            {
                share *= (double)(atRisk - counts.Reached) / atRisk;
                variance += counts.Reached / ((double)atRisk * (atRisk - counts.Reached));
                steps.Add(new(age, atRisk, counts.Reached, share, variance));
            }

            atRisk -= counts.Reached + counts.Missed + counts.Open;
        }

        return new(steps, waits.Count);
    }

    /// <summary>The share of waits that go on past an age.</summary>
    /// <returns>From 0 to 1; 1 before the first end. Past the oldest wait it is that of the oldest.</returns>
    public double At(int age) => Steps.LastOrDefault(step => step.Age <= age) is { } step ? step.Share : 1;

    /// <summary>The age by which half of the waits have reached their end, with its interval.</summary>
    /// <param name="level">The level of confidence, above 0 and below 1.</param>
    public MedianEstimate Median(decimal level = 0.95m)
    {
        var z = Intervals.Quantile(level);
        return new(FirstAge(step => step.Share), FirstAge(step => step.Bounds(z).Low), FirstAge(step => step.Bounds(z).High), Count, Events, level);
    }

    /// <summary>The mean age up to a limit: how long a wait takes when every longer one counts as so long.</summary>
    /// <param name="until">The limit, in the clock's unit; not past the oldest wait, or the curve is prolonged.</param>
    public double RestrictedMean(int until)
    {
        var (area, share, age) = (0.0, 1.0, 0);
        foreach (var step in Steps.TakeWhile(step => step.Age < until))
        {
            area += share * (step.Age - age);
            (share, age) = (step.Share, step.Age);
        }

        return area + (share * (until - age));
    }

    /// <summary>Whether groups of waits end alike: Mantel's log-rank test.</summary>
    /// <remarks>N. Mantel, Cancer Chemotherapy Reports 50 (1966) 163–170.</remarks>
    /// <returns>None when fewer than two groups have waits, or nothing can be told apart.</returns>
    public static LogRank? Test(IReadOnlyList<CohortSnapshot> groups)
    {
        var size = groups.Count;
        var atRisk = groups.Select(group => group.Count).ToArray();
        var excess = Vector<double>.Build.Dense(size);
        var covariance = Matrix<double>.Build.Dense(size, size);
        foreach (var age in groups.SelectMany(group => group.Ages.Keys).Distinct().Order())
        {
            var counts = groups.Select(group => group.Ages.TryGetValue(age, out var at) ? at : default).ToArray();
            AddAge(excess, covariance, atRisk, counts);
            for (var i = 0; i < size; i++)
            {
                atRisk[i] -= counts[i].Reached + counts[i].Missed + counts[i].Open;
            }
        }

        // The rows sum to zero: one group says nothing that the others do not, and groups never at risk say nothing at all.
        int[] kept = [.. Enumerable.Range(0, size).Where(i => covariance[i, i] > 0).Skip(1)];
        if (kept.Length == 0)
        {
            return null;
        }

        var part = Matrix<double>.Build.Dense(kept.Length, kept.Length, (i, j) => covariance[kept[i], kept[j]]);
        var values = Vector<double>.Build.Dense(kept.Length, i => excess[kept[i]]);
        var square = values * part.Solve(values);
        return new(square, kept.Length, 1 - ChiSquared.CDF(kept.Length, square));
    }

    /// <summary>The share of waits that reached their end at an age or before; none for no waits.</summary>
    /// <param name="waits">Waits that have all had that long.</param>
    /// <param name="age">In the clock's unit, included.</param>
    public static Reading ShareReached(CohortSnapshot waits, int age)
    {
        var reached = waits.Ages.TakeWhile(counts => counts.Key <= age).Sum(counts => counts.Value.Reached);
        return new(Ratio.Of(reached, waits.Count), reached, waits.Count);
    }

    /// <summary>The Kaplan–Meier median as a metric's answer: of how many waits, and how many of them reached their end.</summary>
    public static Reading MedianOf(CohortSnapshot waits)
    {
        var survival = Of(waits);
        return new(survival.FirstAge(step => step.Share), survival.Events, survival.Count);
    }

    /// <summary>The middle age of the waits that reached their end, the others left out; none when none did.</summary>
    public static Reading PlainMedian(CohortSnapshot waits)
    {
        var reached = waits.Reached;
        var (lower, upper) = (AgeOfRank(waits, (reached + 1) / 2), AgeOfRank(waits, (reached / 2) + 1));
        return new(reached == 0 ? null : (lower + upper) * 0.5m, reached, reached);
    }

    /// <summary>The mean age of the waits that ended, however they did; none when none did.</summary>
    public static Reading MeanEnded(CohortSnapshot waits)
    {
        var moments = MomentsEnded(waits);
        return new(Ratio.Of(moments.Sum, moments.Count), moments.Sum, moments.Count);
    }

    /// <summary>The mean age of the waits that reached their end at an age or before; none when none did.</summary>
    /// <param name="waits">Waits that have all had that long.</param>
    /// <param name="age">In the clock's unit, included.</param>
    public static Reading MeanReached(CohortSnapshot waits, int age)
    {
        var moments = MomentsReached(waits, age);
        return new(Ratio.Of(moments.Sum, moments.Count), moments.Sum, moments.Count);
    }

    internal static Moments MomentsReached(CohortSnapshot waits, int age) => waits.Ages.TakeWhile(counts => counts.Key <= age)
        .Aggregate(default(Moments), (sum, at) => new(
            sum.Count + at.Value.Reached, sum.Sum + ((decimal)at.Value.Reached * at.Key), sum.Squares + ((decimal)at.Value.Reached * at.Key * at.Key)));

    internal static Moments MomentsEnded(CohortSnapshot waits) => waits.Ages.Aggregate(default(Moments), (sum, age) =>
    {
        var count = (decimal)(age.Value.Reached + age.Value.Missed);
        return new(sum.Count + count, sum.Sum + (count * age.Key), sum.Squares + (count * age.Key * age.Key));
    });

    private static void AddAge(Vector<double> excess, Matrix<double> covariance, long[] atRisk, AgeCounts[] counts)
    {
        var (all, events) = ((double)atRisk.Sum(), (double)counts.Sum(count => count.Reached));
        if (events == 0)
        {
            return;
        }

        var spread = all > 1 ? events * (all - events) / (all - 1) : 0;
        for (var i = 0; i < atRisk.Length; i++)
        {
            var share = atRisk[i] / all;
            excess[i] += counts[i].Reached - (events * share);
            for (var j = 0; j < atRisk.Length; j++)
            {
                covariance[i, j] += spread * share * ((i == j ? 1 : 0) - (atRisk[j] / all));
            }
        }
    }

    private static int AgeOfRank(CohortSnapshot waits, long rank)
    {
        var seen = 0L;
        foreach (var (age, counts) in waits.Ages)
        {
            seen += counts.Reached;
            if (seen >= rank)
            {
                return age;
            }
        }

        return 0;
    }

    private decimal? FirstAge(Func<SurvivalStep, double> curve) => Steps.FirstOrDefault(step => curve(step) <= Half)?.Age;
}

/// <summary>One step down of the curve.</summary>
/// <param name="Age">At which age, in the clock's unit.</param>
/// <param name="AtRisk">How many waits got so old.</param>
/// <param name="Events">How many of them reached their end then.</param>
/// <param name="Share">Which share of all goes on past it.</param>
/// <param name="Variance">Greenwood's variance of the logarithm of that share; infinite when none goes on.</param>
public sealed record SurvivalStep(int Age, long AtRisk, long Events, double Share, double Variance)
{
    /// <summary>The interval of the share, on the scale of log(−log S).</summary>
    /// <param name="level">The level of confidence, above 0 and below 1.</param>
    /// <returns>None when no wait goes on: the method has no answer there.</returns>
    public Interval? Interval(decimal level) => Share > 0
        ? Comparing.Interval.Of(Bounds(Intervals.Quantile(level)).Low, Bounds(Intervals.Quantile(level)).High, level)
        : null;

    // Where no wait goes on the lower end is 0 and the upper one unknown: no age can be told from it.
    internal (double Low, double High) Bounds(double z)
    {
        if (Share <= 0)
        {
            return (0, 1);
        }

        var width = z * Math.Sqrt(Variance) / Math.Log(Share);
        return (Math.Pow(Share, Math.Exp(-width)), Math.Pow(Share, Math.Exp(width)));
    }
}

/// <summary>A median of waits, some of which go on.</summary>
/// <param name="Value">The median, in the clock's unit; none while fewer than half are known to have ended.</param>
/// <param name="Low">The lower end of its interval; none where it has none.</param>
/// <param name="High">The upper end of its interval; none where it has none.</param>
/// <param name="Count">How many waits there are.</param>
/// <param name="Events">How many of them reached their end.</param>
/// <param name="Level">The level of confidence.</param>
public readonly record struct MedianEstimate(decimal? Value, decimal? Low, decimal? High, long Count, long Events, decimal Level);

/// <summary>Whether groups of waits end alike.</summary>
/// <param name="ChiSquare">How far they are apart.</param>
/// <param name="Freedom">One less than there are groups.</param>
/// <param name="Probability">How often chance alone puts groups that end alike so far apart.</param>
public readonly record struct LogRank(double ChiSquare, int Freedom, double Probability);
