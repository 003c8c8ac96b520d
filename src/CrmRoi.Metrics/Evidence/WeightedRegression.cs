namespace CrmRoi.Metrics.Evidence;

/// <summary>Weighted least squares by Gram and Schmidt's method, columns that others explain left out.</summary>
/// <remarks>
/// Besides the coefficients it gives the weights with which each error enters a combination of coefficients: with them every
/// variance, be it the plain one or one that allows for autocorrelation, is a sum over errors.
/// </remarks>
internal sealed class WeightedRegression
{
    private const double Tolerance = 1e-8;
    private readonly double[][] rows;
    private readonly double[] roots; // of the weights
    private readonly List<int> kept = [];
    private readonly List<double[]> directions = []; // orthonormal, by kept column
    private readonly List<double[]> factors = []; // the upper triangle, by kept column
    private readonly int columns;

    /// <param name="rows">A row of regressors for each observation.</param>
    /// <param name="weights">The weight of each observation; 1 when left out.</param>
    public WeightedRegression(double[][] rows, double[]? weights = null)
    {
        this.rows = rows;
        columns = rows[0].Length;
        roots = [.. rows.Select((_, row) => weights is null ? 1 : Math.Sqrt(weights[row]))];
        for (var column = 0; column < columns; column++)
        {
            Take(column);
        }
    }

    /// <summary>How many coefficients are determined.</summary>
    public int Rank => kept.Count;

    /// <summary>The coefficients that fit best; 0 for columns left out.</summary>
    public double[] Solve(IReadOnlyList<double> outcome)
    {
        var scaled = outcome.Select((value, row) => value * roots[row]).ToArray();
        var projections = directions.Select(direction => Product(direction, scaled)).ToArray();
        var coefficients = new double[columns];
        for (var i = kept.Count - 1; i >= 0; i--)
        {
            var sum = projections[i];
            for (var j = i + 1; j < kept.Count; j++)
            {
                sum -= factors[j][i] * coefficients[kept[j]];
            }

            coefficients[kept[i]] = sum / factors[i][i];
        }

        return coefficients;
    }

    /// <summary>How much each observation's error, unweighted, moves a combination of coefficients.</summary>
    /// <param name="combination">The factor of each coefficient.</param>
    public double[] Influence(ReadOnlySpan<double> combination)
    {
        var along = Along(combination);
        var influence = new double[rows.Length];
        for (var i = 0; i < along.Length; i++)
        {
            for (var row = 0; row < influence.Length; row++)
            {
                influence[row] += along[i] * directions[i][row];
            }
        }

        for (var row = 0; row < influence.Length; row++)
        {
            influence[row] *= roots[row];
        }

        return influence;
    }

    /// <summary>The variance of a combination of coefficients, for errors of variance 1 divided by their weight.</summary>
    public double PlainVariance(ReadOnlySpan<double> combination)
    {
        var along = Along(combination);
        return Product(along, along);
    }

    private double[] Along(ReadOnlySpan<double> combination)
    {
        var along = new double[kept.Count];
        for (var i = 0; i < along.Length; i++)
        {
            var sum = combination[kept[i]];
            for (var j = 0; j < i; j++)
            {
                sum -= factors[i][j] * along[j];
            }

            along[i] = sum / factors[i][i];
        }

        return along;
    }

    private void Take(int column)
    {
        var rest = rows.Select((row, place) => row[column] * roots[place]).ToArray();
        var before = Math.Sqrt(Product(rest, rest));
        var factor = new double[kept.Count + 1];
        for (var pass = 0; pass < 2; pass++) // twice is enough against rounding
        {
            for (var i = 0; i < directions.Count; i++)
            {
                var share = Product(directions[i], rest);
                factor[i] += share;
                for (var row = 0; row < rest.Length; row++)
                {
                    rest[row] -= share * directions[i][row];
                }
            }
        }

        var length = Math.Sqrt(Product(rest, rest));
        if (length > Tolerance * before)
        {
            factor[^1] = length;
            directions.Add([.. rest.Select(value => value / length)]);
            factors.Add(factor);
            kept.Add(column);
        }
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
