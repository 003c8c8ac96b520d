using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace CrmRoi.Metrics.Evidence;

/// <summary>What chance might have made of estimates: each unit's influence times a random number of mean 0 and variance 1, clustered by unit.</summary>
/// <remarks>
/// Mammen's two-point numbers (1993), as in Callaway and Sant'Anna 2021, section 4.1. Each draw is widened by a draw of √(d / χ²(d)), so that with
/// few units the tails are those of Student's t and not of the normal.
/// </remarks>
internal sealed class MultiplierBootstrap
{
    private const int Count = 999;

    private readonly double[][] multipliers;
    private readonly double[] widths;

    public MultiplierBootstrap(int length, int degreesOfFreedom, int seed)
    {
        var random = new Xoshiro256StarStar(seed);
        var root = Math.Sqrt(5);
        multipliers = new double[Count][];
        widths = new double[Count];
        for (var draw = 0; draw < Count; draw++)
        {
            multipliers[draw] = new double[length];
            for (var i = 0; i < length; i++)
            {
                multipliers[draw][i] = random.NextDouble() < (root + 1) / (2 * root) ? (1 - root) / 2 : (1 + root) / 2;
            }

            widths[draw] = Math.Sqrt(degreesOfFreedom / ChiSquared.Sample(random, degreesOfFreedom));
        }
    }

    /// <summary>The estimate as it might have come out.</summary>
    public double[] Draws(Influenced estimate) => [.. Errors(estimate).Select(error => estimate.Value + error)];

    /// <summary>By how many of its own standard errors each estimate may be off, with all of them within at that level.</summary>
    public double Band(IReadOnlyList<Influenced> estimates, double level)
    {
        var largest = Largest(estimates);
        Array.Sort(largest);
        return largest[Math.Min(Count - 1, (int)Math.Ceiling(level * (Count + 1)) - 1)];
    }

    /// <summary>Whether all of these may be 0: the largest of their t values against its own distribution.</summary>
    public PreTrendTest Test(IReadOnlyList<Influenced> estimates)
    {
        var observed = estimates.Max(estimate => estimate.StandardError > 0 ? Math.Abs(estimate.Value) / estimate.StandardError : 0);
        return new(estimates.Count, observed, (1.0 + Largest(estimates).Count(value => value >= observed)) / (Count + 1));
    }

    private double[] Largest(IReadOnlyList<Influenced> estimates)
    {
        var largest = new double[Count];
        foreach (var estimate in estimates.Where(estimate => estimate.StandardError > 0))
        {
            var (errors, own) = (Errors(estimate), estimate.StandardError);
            for (var draw = 0; draw < Count; draw++)
            {
                largest[draw] = Math.Max(largest[draw], Math.Abs(errors[draw]) / own);
            }
        }

        return largest;
    }

    private double[] Errors(Influenced estimate)
    {
        var errors = new double[Count];
        for (var draw = 0; draw < Count; draw++)
        {
            var (sum, row) = (0.0, multipliers[draw]);
            for (var i = 0; i < row.Length; i++)
            {
                sum += row[i] * estimate.Influences[i];
            }

            errors[draw] = sum * widths[draw];
        }

        return errors;
    }
}
