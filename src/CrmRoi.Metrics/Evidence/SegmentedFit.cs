namespace CrmRoi.Metrics.Evidence;

/// <summary>A fitted segmented regression, with the identity or the logarithm as its link.</summary>
internal sealed class SegmentedFit
{
    private const int MostRounds = 50;
    private readonly SegmentedDesign design;
    private readonly bool isLogarithmic;
    private readonly int length;
    private readonly int[] used;
    private readonly double[] coefficients;
    private readonly WeightedRegression regression;
    private readonly double[] scales; // of the variances: the means of counts, or 1

    private SegmentedFit(
        SeriesInput input, SegmentedDesign design, int[] used, WeightedRegression regression, double[] coefficients, bool isLogarithmic)
    {
        (this.design, this.used, this.regression, this.coefficients, this.isLogarithmic) = (design, used, regression, coefficients, isLogarithmic);
        length = input.Length;
        Freedom = used.Length - regression.Rank;
        Lag = NeweyWest.Lag(used.Length);
        var expected = used.Select(period => Expected(period, period >= input.PrePeriods)).ToArray();
        Errors = [.. used.Select((period, place) => input.Outcome[period] - expected[place])];
        scales = isLogarithmic ? expected : [.. expected.Select(_ => 1.0)];
        Dispersion = Errors.Select((error, place) => error * error / scales[place]).Sum() / Freedom;
    }

    /// <summary>Observations less coefficients.</summary>
    public int Freedom { get; }

    /// <summary>How many periods back errors are taken to go along.</summary>
    public int Lag { get; }

    /// <summary>The errors of the periods used.</summary>
    public double[] Errors { get; }

    /// <summary>The errors' variance; for counts, over their mean.</summary>
    public double Dispersion { get; }

    /// <summary>Ordinary least squares.</summary>
    public static SegmentedFit? Linear(SeriesInput input, SegmentedDesign design)
    {
        var (used, rows) = Rows(input, design);
        var regression = new WeightedRegression(rows);
        return used.Length > regression.Rank
            ? new(input, design, used, regression, regression.Solve([.. used.Select(period => input.Outcome[period])]), false)
            : null;
    }

    /// <summary>Poisson regression by iteratively reweighted least squares.</summary>
    /// <remarks>P. McCullagh and J. A. Nelder, Generalized Linear Models, 2nd ed., section 2.5.</remarks>
    public static SegmentedFit? Counts(SeriesInput input, SegmentedDesign design)
    {
        var (used, rows) = Rows(input, design);
        var counts = used.Select(period => input.Outcome[period]).ToArray();
        if (input.Before.Sum(period => input.Outcome[period]) <= 0 || input.After.Sum(period => input.Outcome[period]) <= 0)
        {
            return null;
        }

        var average = counts.Average();
        var means = counts.Select(count => (count + average) / 2).ToArray();
        var last = double.PositiveInfinity;
        for (var round = 0; round < MostRounds; round++)
        {
            var regression = new WeightedRegression(rows, means);
            var working = means.Select((mean, place) => Math.Log(mean) + ((counts[place] - mean) / mean)).ToArray();
            var coefficients = regression.Solve(working);
            means = [.. rows.Select(row => Math.Exp(Math.Clamp(Product(row, coefficients), -30, 30)))];
            var deviance = 2 * means.Select((mean, place) => mean - counts[place] + (counts[place] > 0 ? counts[place] * Math.Log(counts[place] / mean) : 0)).Sum();
            if (Math.Abs(deviance - last) <= 1e-10 * (Math.Abs(deviance) + 0.1))
            {
                return used.Length > regression.Rank ? new(input, design, used, new(rows, means), coefficients, true) : null;
            }

            last = deviance;
        }

        return null;
    }

    /// <summary>What would have happened in a period without the CRM.</summary>
    public double Counterfactual(int period) => Expected(period, isLive: false);

    /// <summary>How the sum of effects of some periods changes with each coefficient.</summary>
    public double[] EffectGradient(IReadOnlyList<int> periods)
    {
        var sum = new double[coefficients.Length];
        foreach (var period in periods)
        {
            var (with, without) = (Gradient(period, isLive: true), Gradient(period, isLive: false));
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += with[i] - without[i];
            }
        }

        return sum;
    }

    /// <summary>The standard error of what changes so with the coefficients: Newey and West's, or the plain one where that is larger.</summary>
    public double Error(double[] gradient)
    {
        var influence = regression.Influence(gradient);
        var contributions = new double[length];
        for (var place = 0; place < used.Length; place++)
        {
            contributions[used[place]] = influence[place] * Errors[place] / scales[place]; // the working response's error is the error over the mean
        }

        var robust = NeweyWest.Variance(contributions, Lag) * used.Length / Freedom;
        return Math.Sqrt(Math.Max(robust, Dispersion * regression.PlainVariance(gradient)));
    }

    /// <summary>The standard error of a single value without the CRM.</summary>
    public double PredictionError(int period)
    {
        var error = Error(Gradient(period, isLive: false));
        return Math.Sqrt((error * error) + (Dispersion * (isLogarithmic ? Counterfactual(period) : 1)));
    }

    private static (int[] Used, double[][] Rows) Rows(SeriesInput input, SegmentedDesign design)
    {
        int[] used = [.. input.Before, .. input.After];
        return (used, [.. used.Select(period => design.Row(period, period >= input.PrePeriods))]);
    }

    private double Expected(int period, bool isLive)
    {
        var sum = Product(design.Row(period, isLive), coefficients);
        return isLogarithmic ? Math.Exp(sum) : sum;
    }

    private double[] Gradient(int period, bool isLive)
    {
        var row = design.Row(period, isLive);
        var factor = isLogarithmic ? Math.Exp(Product(row, coefficients)) : 1;
        return [.. row.Select(value => factor * value)];
    }

    private static double Product(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
