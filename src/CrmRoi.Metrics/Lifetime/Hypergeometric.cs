namespace CrmRoi.Metrics.Lifetime;

/// <summary>Gauss's hypergeometric function of real arguments.</summary>
/// <remarks>NIST Handbook of Mathematical Functions, chapter 15: the series 15.2.1 and the transformations 15.8.1.</remarks>
public static class Hypergeometric
{
    private const int MostTerms = 2_000_000;

    /// <summary>2F1(a, b; c; z).</summary>
    /// <param name="a">The first upper parameter.</param>
    /// <param name="b">The second upper parameter.</param>
    /// <param name="c">The lower parameter, neither 0 nor a negative whole number.</param>
    /// <param name="z">Below 1.</param>
    /// <returns>The value; not a number where the series does not settle, as very close to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is not defined there.</exception>
    public static double Of(double a, double b, double c, double z)
    {
        if (!(z < 1) || (c <= 0 && c == Math.Floor(c)))
        {
            throw new ArgumentOutOfRangeException(nameof(z), z, "2F1 needs z below 1, and a lower parameter that is neither 0 nor a negative whole number.");
        }

        // Pfaff: a negative argument becomes one between 0 and 1, where the terms do not cancel each other.
        return z < 0 ? Math.Pow(1 - z, -a) * Series(a, c - b, c, z / (z - 1)) : Series(a, b, c, z);
    }

    private static double Series(double a, double b, double c, double z)
    {
        var (sum, term) = (1.0, 1.0);
        for (var n = 0; n < MostTerms; n++)
        {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;

            // What is left is about a geometric series of ratio z.
            if (Math.Abs(term) <= 1e-16 * Math.Abs(sum) * (1 - z))
            {
                return sum;
            }
        }

        return double.NaN;
    }
}
