using CrmRoi.Metrics.Evidence;
using MathNet.Numerics.LinearAlgebra;

namespace CrmRoi.Metrics.Tests.Evidence;

public sealed class StateSpaceTests
{
    private static readonly StateVariances Variances = new(0.5, 0.2, 0.05, 0.1);
    private static readonly FirstState First = new(1, 0.3, 2);

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 4)]
    [InlineData(true, 4)]
    public void Draws_have_the_mean_and_the_spread_that_plain_algebra_gives(bool hasSlope, int seasonLength)
    {
        double[] data = [1.2, 0.7, double.NaN, 2.9, 1.4, 3.1, 2.2, 4.4, 3.0, double.NaN, 3.9];
        var (mean, covariance) = Posterior(data, hasSlope, seasonLength);
        var space = new StateSpace(data.Length, new StateTransition(hasSlope, seasonLength), First);
        var sampler = new Sampler(7, 1);
        const int Draws = 20_000;
        var (sums, squares) = (new double[data.Length], new double[data.Length]);

        for (var draw = 0; draw < Draws; draw++)
        {
            space.Draw(data, Variances, sampler);
            for (var t = 0; t < data.Length; t++)
            {
                sums[t] += space.Signal[t];
                squares[t] += (space.Signal[t] - mean[t]) * (space.Signal[t] - mean[t]);
            }
        }

        for (var t = 0; t < data.Length; t++)
        {
            (sums[t] / Draws).Should().BeApproximately(mean[t], 5 * Math.Sqrt(covariance[t, t] / Draws));
            (squares[t] / Draws / covariance[t, t]).Should().BeApproximately(1, 0.06);
        }
    }

    [Fact]
    public void The_filter_counts_nothing_where_nothing_was_observed()
    {
        var space = new StateSpace(3, new StateTransition(false, 1), First);

        space.Filter([1, double.NaN, 3], Variances);

        space.StandardisedError(1).Should().Be(0);
        var variance = (1 / ((1 / 2.0) + (1 / 0.5))) + 0.2 + 0.2 + 0.5; // first state seen once, two steps on, and noise
        space.StandardisedError(2).Should().BeApproximately((3 - 1) / Math.Sqrt(variance), 1e-12);
    }

    // All states of all periods are one normal vector: mean and covariance of the signal given the data, by its blocks.
    private static (Vector<double> Mean, Matrix<double> Covariance) Posterior(double[] data, bool hasSlope, int seasonLength)
    {
        var transition = new StateTransition(hasSlope, seasonLength);
        var (size, n) = (transition.Size, data.Length);
        var move = Matrix<double>.Build.Dense(size, size);
        for (var column = 0; column < size; column++)
        {
            var unit = new double[size];
            unit[column] = 1;
            transition.Advance(unit);
            move.SetColumn(column, unit);
        }

        var steps = Matrix<double>.Build.Dense(size, size);
        steps[0, 0] = Variances.Level;
        if (hasSlope)
        {
            steps[1, 1] = Variances.Slope;
        }

        if (seasonLength > 1)
        {
            steps[transition.Season, transition.Season] = Variances.Season;
        }

        var state = Vector<double>.Build.Dense(size);
        (state[0], state[hasSlope ? 1 : 0]) = (First.Level, hasSlope ? First.Slope : First.Level);
        var seen = Vector<double>.Build.Dense(size, place => place == 0 || (seasonLength > 1 && place == transition.Season) ? 1 : 0);
        var (means, covariances) = (Vector<double>.Build.Dense(n), Matrix<double>.Build.Dense(n, n));
        var own = Matrix<double>.Build.DenseIdentity(size) * First.Variance;
        for (var t = 0; t < n; t++)
        {
            means[t] = seen * state;
            var across = own;
            for (var later = t; later < n; later++)
            {
                covariances[t, later] = covariances[later, t] = seen * (across * seen);
                across = move * across;
            }

            (state, own) = (move * state, (move * own * move.Transpose()) + steps);
        }

        var observed = Enumerable.Range(0, n).Where(t => !double.IsNaN(data[t])).ToArray();
        var among = Matrix<double>.Build.Dense(observed.Length, observed.Length, (i, j) =>
            covariances[observed[i], observed[j]] + (i == j ? Variances.Observation : 0));
        var to = Matrix<double>.Build.Dense(n, observed.Length, (t, i) => covariances[t, observed[i]]);
        var errors = Vector<double>.Build.Dense(observed.Length, i => data[observed[i]] - means[observed[i]]);
        return (means + (to * among.Solve(errors)), covariances - (to * among.Solve(to.Transpose())));
    }
}
