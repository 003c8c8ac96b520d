using CrmRoi.Metrics.Example;

namespace CrmRoi.Metrics.Evidence;

/// <summary>Draws from the distributions that the estimates need, the same for the same seed.</summary>
internal sealed class Sampler(int seed, int stream)
{
    private readonly Chance chance = new(seed, stream);
    private double spare;
    private bool hasSpare;

    /// <summary>A number from 0, included, to 1, not included.</summary>
    public double Uniform() => chance.Next();

    /// <summary>A standard normal number, by Marsaglia's polar method, which makes them in pairs.</summary>
    public double Normal()
    {
        if (hasSpare)
        {
            hasSpare = false;
            return spare;
        }

        double x, y, square;
        do
        {
            x = (2 * chance.Next()) - 1;
            y = (2 * chance.Next()) - 1;
            square = (x * x) + (y * y);
        }
        while (square is >= 1 or 0);
        var scale = Math.Sqrt(-2 * Math.Log(square) / square);
        spare = y * scale;
        hasSpare = true;
        return x * scale;
    }

    /// <summary>A gamma number of scale 1.</summary>
    /// <remarks>G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000) 363–372.</remarks>
    /// <param name="shape">Above 0.</param>
    public double Gamma(double shape)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1) * Math.Pow(1 - Uniform(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = 1 + (c * x);
            if (v > 0)
            {
                v = v * v * v;
                if (Math.Log(1 - Uniform()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
                {
                    return d * v;
                }
            }
        }
    }

    /// <summary>Student's t.</summary>
    public double StudentT(double freedom) => Normal() / Math.Sqrt(2 * Gamma(freedom / 2) / freedom);

    /// <summary>A variance from the inverse gamma distribution, cut off above.</summary>
    /// <param name="freedom">Twice its shape: the prior's weight and the number of squares together.</param>
    /// <param name="squares">Twice its scale: the prior's sum of squares and the observed one together.</param>
    /// <param name="limit">No variance is greater; where hardly any draw is smaller, the limit itself is given.</param>
    public double Variance(double freedom, double squares, double limit)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var variance = squares / (2 * Gamma(freedom / 2));
            if (variance <= limit)
            {
                return variance;
            }
        }

        return limit;
    }
}
