namespace CrmRoi.Metrics.Evidence;

/// <summary>The priors of a regression on control series.</summary>
/// <param name="ExpectedSize">How many coefficients are expected not to be 0, the constant among them.</param>
/// <param name="Weight">How many observations the prior of the noise's variance is worth.</param>
/// <param name="Variance">The prior guess at the noise's variance.</param>
/// <param name="Limit">The greatest variance of the noise that is allowed.</param>
internal readonly record struct RegressionPrior(double ExpectedSize, double Weight, double Variance, double Limit);

/// <summary>A regression in which each coefficient may be exactly 0, drawn by stochastic search.</summary>
/// <remarks>
/// Spike: each coefficient is there with probability min(1, expected size / coefficients). Slab: those that are there are normal with mean 0 and
/// precision (0.01 / n) · (½ X'X + ½ diag X'X) / σ², which is Zellner's prior worth a hundredth of an observation, half drawn to its diagonal;
/// 1/σ² is gamma. Inclusion is drawn one coefficient after the other with coefficients and σ² integrated out (E. I. George and
/// R. E. McCulloch, Statistica Sinica 7 (1997) 339–373), as in the R packages bsts and BoomSpikeSlab, whose defaults these are.
/// </remarks>
internal sealed class SpikeAndSlab
{
    private const double PriorObservations = 0.01;
    private const double DiagonalShare = 0.5;
    private readonly RegressionPrior prior;
    private readonly double inclusion;
    private readonly int count;
    private readonly int observations;
    private readonly double[][] rows; // those observed
    private readonly double[] priorPrecision;
    private readonly double[] crossProducts;
    private readonly double[] moments;
    private readonly bool[] isIn;
    private readonly int[] order;
    private readonly int[] chosen;
    private readonly double[] factor;
    private readonly double[] mean;
    private int size;
    private double squares;

    /// <param name="design">A row of regressors for each period, those to be predicted among them: the slab is scaled by all.</param>
    /// <param name="observed">The periods whose outcome is known.</param>
    /// <param name="prior">The priors.</param>
    public SpikeAndSlab(double[][] design, IReadOnlyList<int> observed, RegressionPrior prior)
    {
        this.prior = prior;
        count = design[0].Length;
        observations = observed.Count;
        inclusion = Math.Min(1, prior.ExpectedSize / count);
        rows = [.. observed.Select(period => design[period])];
        crossProducts = CrossProducts(rows);
        priorPrecision = CrossProducts(design);
        for (var i = 0; i < priorPrecision.Length; i++)
        {
            var isDiagonal = i / count == i % count;
            priorPrecision[i] *= PriorObservations / design.Length * (isDiagonal ? 1 : 1 - DiagonalShare);
        }

        (moments, Coefficients, mean, factor) = (new double[count], new double[count], new double[count], new double[count * count]);
        (isIn, order, chosen) = (new bool[count], [.. Enumerable.Range(0, count)], new int[count]);
        Array.Fill(isIn, true);
    }

    /// <summary>The coefficients of the last draw, 0 where they are not there.</summary>
    public double[] Coefficients { get; }

    /// <summary>Draws which coefficients are there, the noise's variance, and the coefficients, in this order.</summary>
    /// <param name="target">The outcome less all that is no regression, for the observed periods.</param>
    /// <param name="sampler">Where random numbers come from.</param>
    /// <returns>The variance of the noise.</returns>
    public double Draw(ReadOnlySpan<double> target, Sampler sampler)
    {
        var total = Load(target);
        var current = Fit(total);
        if (inclusion < 1)
        {
            current = Search(total, current, sampler);
            Fit(total);
        }

        var variance = sampler.Variance(prior.Weight + observations, squares, prior.Limit);
        DrawCoefficients(Math.Sqrt(variance), sampler);
        return variance;
    }

    /// <summary>Whether a coefficient was there in the last draw.</summary>
    public bool IsIn(int coefficient) => isIn[coefficient];

    private double Load(ReadOnlySpan<double> target)
    {
        Array.Clear(moments);
        var total = 0.0;
        for (var row = 0; row < rows.Length; row++)
        {
            var (value, regressors) = (target[row], rows[row]);
            total += value * value;
            for (var i = 0; i < regressors.Length; i++)
            {
                moments[i] += regressors[i] * value;
            }
        }

        return total;
    }

    private double Search(double total, double current, Sampler sampler)
    {
        for (var left = order.Length; left > 1; left--)
        {
            var other = (int)(sampler.Uniform() * left);
            (order[left - 1], order[other]) = (order[other], order[left - 1]);
        }

        foreach (var coefficient in order)
        {
            isIn[coefficient] = !isIn[coefficient];
            var flipped = Fit(total);
            if (sampler.Uniform() < 1 / (1 + Math.Exp(current - flipped)))
            {
                current = flipped;
            }
            else
            {
                isIn[coefficient] = !isIn[coefficient];
            }
        }

        return current;
    }

    /// <summary>Fits those coefficients that are there.</summary>
    /// <returns>The logarithm of how likely they are, up to a constant.</returns>
    private double Fit(double total)
    {
        size = 0;
        for (var i = 0; i < count; i++)
        {
            if (isIn[i])
            {
                chosen[size++] = i;
            }
        }

        var priorDeterminant = Factor(0);
        var determinant = Factor(1);
        var explained = Solve();
        squares = (prior.Weight * prior.Variance) + Math.Max(0, total - explained);
        var odds = inclusion < 1 ? size * Math.Log(inclusion / (1 - inclusion)) : 0;
        return odds + (0.5 * (priorDeterminant - determinant)) - (0.5 * (prior.Weight + observations) * Math.Log(squares));
    }

    // Cholesky's factor of the chosen part of the precision, prior alone or with the data: the logarithm of the determinant comes back.
    private double Factor(double withData)
    {
        var logarithm = 0.0;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var place = (chosen[i] * count) + chosen[j];
                var sum = priorPrecision[place] + (withData * crossProducts[place]);
                for (var k = 0; k < j; k++)
                {
                    sum -= factor[(i * count) + k] * factor[(j * count) + k];
                }

                factor[(i * count) + j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-300)) : sum / factor[(j * count) + j];
            }

            logarithm += 2 * Math.Log(factor[(i * count) + i]);
        }

        return logarithm;
    }

    // The posterior mean of the chosen; how much of the target's squares it explains comes back.
    private double Solve()
    {
        var explained = 0.0;
        for (var i = 0; i < size; i++)
        {
            var sum = moments[chosen[i]];
            for (var k = 0; k < i; k++)
            {
                sum -= factor[(i * count) + k] * mean[k];
            }

            mean[i] = sum / factor[(i * count) + i];
            explained += mean[i] * mean[i];
        }

        return explained;
    }

    // The triangular system is solved backward for mean and noise at once.
    private void DrawCoefficients(double deviation, Sampler sampler)
    {
        Array.Clear(Coefficients);
        for (var i = size - 1; i >= 0; i--)
        {
            var sum = mean[i] + (deviation * sampler.Normal());
            for (var k = i + 1; k < size; k++)
            {
                sum -= factor[(k * count) + i] * Coefficients[chosen[k]];
            }

            Coefficients[chosen[i]] = sum / factor[(i * count) + i];
        }
    }

    private static double[] CrossProducts(double[][] design)
    {
        var count = design[0].Length;
        var products = new double[count * count];
        foreach (var row in design)
        {
            for (var i = 0; i < products.Length; i++)
            {
                products[i] += row[i / count] * row[i % count];
            }
        }

        return products;
    }
}
