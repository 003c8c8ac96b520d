using MathNet.Numerics.Distributions;

namespace CrmRoi.Metrics.Comparing;

/// <summary>How far chance alone can move counts, shares, rates and means. Differences are after less before.</summary>
public static class Intervals
{
    /// <summary>A share, by Wilson's score without correction.</summary>
    /// <remarks>E. B. Wilson, JASA 22 (1927) 209–212.</remarks>
    /// <param name="count">How many did.</param>
    /// <param name="of">Of how many.</param>
    /// <param name="level">The level of confidence, above 0 and below 1.</param>
    /// <returns>None when there is nothing to count, or more than all did.</returns>
    public static Interval? Wilson(decimal count, decimal of, decimal level)
    {
        if (of <= 0 || count < 0 || count > of)
        {
            return null;
        }

        var (x, n, z) = ((double)count, (double)of, Quantile(level));
        var centre = (x + (z * z / 2)) / (n + (z * z));
        var half = z / (n + (z * z)) * Math.Sqrt((x * (n - x) / n) + (z * z / 4));
        return Interval.Of(Math.Max(0, centre - half), Math.Min(1, centre + half), level);
    }

    /// <summary>A difference of two independent shares, by Newcombe's hybrid score: his method 10.</summary>
    /// <remarks>R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890.</remarks>
    /// <returns>None when either share has no interval.</returns>
    public static Interval? ShareDifference(decimal countBefore, decimal ofBefore, decimal countAfter, decimal ofAfter, decimal level) =>
        Wilson(countBefore, ofBefore, level) is { } before && Wilson(countAfter, ofAfter, level) is { } after
            ? Difference(countBefore / ofBefore, before, countAfter / ofAfter, after)
            : null;

    /// <summary>A rate of events in a time, exact Poisson.</summary>
    /// <remarks>
    /// F. Garwood, Biometrika 28 (1936) 437–442. It holds for events that do not cause each other; where they come in bursts the truth
    /// is less sure than it says.
    /// </remarks>
    /// <param name="events">How many, a whole number.</param>
    /// <param name="exposure">In how long, in any unit: the rate is for one of it.</param>
    /// <param name="level">The level of confidence, above 0 and below 1.</param>
    /// <returns>None without exposure.</returns>
    public static Interval? Rate(decimal events, decimal exposure, decimal level)
    {
        if (exposure <= 0 || events < 0)
        {
            return null;
        }

        var (x, time, tail) = ((double)events, (double)exposure, Tail(level));
        var low = x == 0 ? 0 : Gamma.InvCDF(x, 1, tail);
        return Interval.Of(low / time, Gamma.InvCDF(x + 1, 1, 1 - tail) / time, level);
    }

    /// <summary>A ratio of two rates, after / before, exact by the events after given all events: Clopper–Pearson's.</summary>
    /// <remarks>E. L. Lehmann and J. P. Romano, Testing Statistical Hypotheses, 3rd ed., section 4.5.</remarks>
    /// <returns>None without exposure or without any event; no upper end when nothing happened before.</returns>
    public static Interval? RateRatio(decimal eventsBefore, decimal exposureBefore, decimal eventsAfter, decimal exposureAfter, decimal level)
    {
        if (exposureBefore <= 0 || exposureAfter <= 0 || eventsBefore < 0 || eventsAfter < 0 || eventsBefore + eventsAfter == 0)
        {
            return null;
        }

        var (before, after, tail) = ((double)eventsBefore, (double)eventsAfter, Tail(level));
        var scale = (double)exposureBefore / (double)exposureAfter;
        var low = after == 0 ? 0 : Beta.InvCDF(after, before + 1, tail);
        var high = before == 0 ? 1 : Beta.InvCDF(after + 1, before, 1 - tail);
        return Interval.Of(scale * low / (1 - low), high < 1 ? scale * high / (1 - high) : double.PositiveInfinity, level);
    }

    /// <summary>A difference of two rates, from their exact intervals by Zou and Donner's method.</summary>
    /// <returns>None when either rate has no interval.</returns>
    public static Interval? RateDifference(decimal eventsBefore, decimal exposureBefore, decimal eventsAfter, decimal exposureAfter, decimal level) =>
        Rate(eventsBefore, exposureBefore, level) is { } before && Rate(eventsAfter, exposureAfter, level) is { } after
            ? Difference(eventsBefore / exposureBefore, before, eventsAfter / exposureAfter, after)
            : null;

    /// <summary>A mean, by Student's t.</summary>
    /// <returns>None for fewer than two values, or when their spread is not known.</returns>
    public static Interval? Mean(in Moments moments, decimal level)
    {
        if (moments.Variance is not { } variance)
        {
            return null;
        }

        var half = StudentT.InvCDF(0, 1, (double)moments.Count - 1, 1 - Tail(level)) * Math.Sqrt(variance / (double)moments.Count);
        return Interval.Of((double)moments.Mean - half, (double)moments.Mean + half, level);
    }

    /// <summary>A difference of two means with unlike spreads, by Welch's t with Satterthwaite's degrees of freedom.</summary>
    /// <remarks>B. L. Welch, Biometrika 34 (1947) 28–35.</remarks>
    /// <returns>None when either has fewer than two values, or no spread is known.</returns>
    public static Interval? MeanDifference(in Moments before, in Moments after, decimal level)
    {
        if (before.Variance is not { } varianceBefore || after.Variance is not { } varianceAfter || varianceBefore + varianceAfter == 0)
        {
            return null;
        }

        var (n, m) = ((double)before.Count, (double)after.Count);
        var (a, b) = (varianceBefore / n, varianceAfter / m);
        var freedom = (a + b) * (a + b) / ((a * a / (n - 1)) + (b * b / (m - 1)));
        var half = StudentT.InvCDF(0, 1, freedom, 1 - Tail(level)) * Math.Sqrt(a + b);
        var difference = (double)(after.Mean - before.Mean);
        return Interval.Of(difference - half, difference + half, level);
    }

    /// <summary>A sum of amounts in a time, as revenue a month: compound Poisson, normal in the limit.</summary>
    /// <remarks>The variance of a sum of a Poisson number of independent amounts is estimated by the sum of their squares.</remarks>
    /// <param name="sum">The sum.</param>
    /// <param name="squares">The sum of the squares.</param>
    /// <param name="exposure">In how long.</param>
    /// <param name="level">The level of confidence, above 0 and below 1.</param>
    /// <returns>None without exposure, or when the spread is not known.</returns>
    public static Interval? Sum(decimal sum, decimal squares, decimal exposure, decimal level)
    {
        if (exposure <= 0 || squares <= 0)
        {
            return null;
        }

        var half = Quantile(level) * Math.Sqrt((double)squares);
        return Interval.Of(((double)sum - half) / (double)exposure, ((double)sum + half) / (double)exposure, level);
    }

    /// <summary>A difference of two independent estimates, from an interval of each: the method of variance estimates recovery.</summary>
    /// <remarks>G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693–1702.</remarks>
    /// <returns>An end is missing where the ends that it is made of are.</returns>
    public static Interval Difference(decimal valueBefore, Interval before, decimal valueAfter, Interval after)
    {
        var (x, y) = ((double)valueBefore, (double)valueAfter);
        var difference = y - x;
        var low = difference - Hypotenuse(y - (double?)after.Low, (double?)before.High - x);
        var high = difference + Hypotenuse((double?)after.High - y, x - (double?)before.Low);
        return Interval.Of(low, high, after.Level);
    }

    internal static double Quantile(decimal level) => Normal.InvCDF(0, 1, 1 - Tail(level));

    private static double Tail(decimal level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        return (double)(1 - level) / 2;
    }

    private static double Hypotenuse(double? left, double? right) =>
        left is { } a && right is { } b ? Math.Sqrt((a * a) + (b * b)) : double.PositiveInfinity;
}

/// <summary>How many values, their sum, and the sum of their squares: all that a mean and its spread need.</summary>
/// <param name="Count">How many.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Squares">The sum of their squares.</param>
public readonly record struct Moments(decimal Count, decimal Sum, decimal Squares)
{
    /// <summary>The mean; 0 when there is none.</summary>
    public decimal Mean => Ratio.Of(Sum, Count) ?? 0;

    /// <summary>The variance with n − 1; none for fewer than two values, or when the squares cannot be those of the values.</summary>
    public double? Variance
    {
        get
        {
            var deviations = Squares - (Mean * Sum);
            var rounding = 1e-20m * Math.Abs(Squares);
            return Count < 2 || deviations < -rounding ? null : (double)Math.Max(0, deviations) / ((double)Count - 1);
        }
    }
}
