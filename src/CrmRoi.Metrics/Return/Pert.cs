using CrmRoi.Metrics.Example;

namespace CrmRoi.Metrics.Return;

/// <summary>What somebody thinks a number lies between, and what it likely is: the PERT distribution.</summary>
/// <remarks>
/// A beta distribution on [low, high] with α = 1 + 4 (likely − low) / (high − low) and β = 1 + 4 (high − likely) / (high − low), so that
/// its mean is (low + 4 likely + high) / 6 (Clark, "The PERT model for the distribution of an activity time", Operations Research 10, 1962).
/// </remarks>
public sealed record Pert
{
    /// <summary>A distribution between two ends.</summary>
    /// <exception cref="ArgumentException">The likely value lies outside its range, or an end is no finite number.</exception>
    public Pert(double low, double likely, double high)
    {
        if (!(double.IsFinite(low) && double.IsFinite(high) && low <= likely && likely <= high))
        {
            throw new ArgumentException("The likely value lies between the lowest and the highest.", nameof(likely));
        }

        (Low, Likely, High) = (low, likely, high);
    }

    /// <summary>The lowest.</summary>
    public double Low { get; }

    /// <summary>The likely one: the mode.</summary>
    public double Likely { get; }

    /// <summary>The highest.</summary>
    public double High { get; }

    /// <summary>The mean: (low + 4 likely + high) / 6.</summary>
    public double Mean => (Low + (4 * Likely) + High) / 6;

    /// <summary>The variance: (mean − low) (high − mean) / 7.</summary>
    public double Variance => (Mean - Low) * (High - Mean) / 7;

    internal Gamma First => new(High > Low ? 1 + (4 * (Likely - Low) / (High - Low)) : 1);

    internal Gamma Second => new(High > Low ? 1 + (4 * (High - Likely) / (High - Low)) : 1);

    /// <summary>A gamma distribution of shape 1 or more (Marsaglia and Tsang, "A simple method for generating gamma variables", 2000).</summary>
    internal readonly struct Gamma(double shape)
    {
        private readonly double d = shape - (1.0 / 3);
        private readonly double c = 1 / Math.Sqrt(9 * (shape - (1.0 / 3)));

        public double Draw(Chance chance)
        {
            while (true)
            {
                var normal = chance.Normal();
                var v = 1 + (c * normal);
                if (v <= 0)
                {
                    continue;
                }

                v = v * v * v;
                var u = chance.Next();
                var squared = normal * normal;
                if (u < 1 - (0.0331 * squared * squared) || Math.Log(u) < (0.5 * squared) + (d * (1 - v + Math.Log(v))))
                {
                    return d * v;
                }
            }
        }
    }
}
