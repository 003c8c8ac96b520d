using MathNet.Numerics.LinearAlgebra;

namespace CrmRoi.Metrics.Evidence;

/// <summary>Weights of at least 0 that sum to 1 and bring a mean of donors as near to a target as can be.</summary>
/// <remarks>
/// Minimises |y − Xw|² by an active set: on the donors in use the problem is linear algebra; a weight that would go below 0
/// stops the step and drops out, and the donor that would help most comes in, until none would. Ends at the exact optimum.
/// </remarks>
internal static class SimplexWeights
{
    private const double Tolerance = 1e-10;

    /// <param name="target">The target's periods.</param>
    /// <param name="donors">Each donor's periods.</param>
    public static double[] Of(double[] target, IReadOnlyList<double[]> donors)
    {
        var count = donors.Count;
        var products = Matrix<double>.Build.Dense(count, count, (i, j) => Dot(donors[i], donors[j]));
        var withTarget = Vector<double>.Build.Dense(count, i => Dot(donors[i], target));
        var scale = Math.Max(Dot(target, target), products.Diagonal().Maximum());
        if (scale == 0)
        {
            return [.. Enumerable.Repeat(1.0 / count, count)];
        }

        // The smallest ridge keeps donors that are copies of each other solvable, and shares their weight.
        products = (products / scale) + (Matrix<double>.Build.DenseIdentity(count) * 1e-13);
        return Solve(products, withTarget / scale);
    }

    private static double[] Solve(Matrix<double> products, Vector<double> withTarget)
    {
        var count = withTarget.Count;
        var first = Enumerable.Range(0, count).MinBy(i => (products[i, i] / 2) - withTarget[i]);
        var weights = new double[count];
        weights[first] = 1;
        var used = new SortedSet<int> { first };
        for (var round = 0; round < 50 * (count + 1); round++)
        {
            Settle(products, withTarget, weights, used);
            var gradient = (products * Vector<double>.Build.Dense(weights)) - withTarget;
            var level = used.Average(i => gradient[i]);
            var best = Enumerable.Range(0, count).Where(i => !used.Contains(i)).DefaultIfEmpty(-1).MinBy(i => i < 0 ? 0 : gradient[i]);
            if (best < 0 || gradient[best] >= level - Tolerance)
            {
                break;
            }

            used.Add(best);
        }

        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    /// <summary>The optimum on the donors in use; those whose weight would go below 0 drop out on the way.</summary>
    private static void Settle(Matrix<double> products, Vector<double> withTarget, double[] weights, SortedSet<int> used)
    {
        while (true)
        {
            int[] some = [.. used];
            var wanted = Equality(products, withTarget, some);
            var step = 1.0;
            for (var k = 0; k < some.Length; k++)
            {
                if (wanted[k] < 0)
                {
                    step = Math.Min(step, weights[some[k]] / (weights[some[k]] - wanted[k]));
                }
            }

            for (var k = 0; k < some.Length; k++)
            {
                weights[some[k]] += step * (wanted[k] - weights[some[k]]);
            }

            if (step >= 1)
            {
                return;
            }

            foreach (var k in Enumerable.Range(0, some.Length).Where(k => wanted[k] < 0 && weights[some[k]] <= 1e-14))
            {
                weights[some[k]] = 0;
                used.Remove(some[k]);
            }
        }
    }

    // The optimum with the sum held at 1 and nothing else: one linear system with the sum's multiplier.
    private static double[] Equality(Matrix<double> products, Vector<double> withTarget, int[] some)
    {
        var size = some.Length;
        var system = Matrix<double>.Build.Dense(size + 1, size + 1, (i, j) =>
            i < size && j < size ? products[some[i], some[j]] : i == size && j == size ? 0 : 1);
        var right = Vector<double>.Build.Dense(size + 1, i => i < size ? withTarget[some[i]] : 1);
        return [.. system.Solve(right).Take(size)];
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
