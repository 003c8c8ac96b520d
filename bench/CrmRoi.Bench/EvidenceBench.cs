using System.Diagnostics;
using System.Globalization;
using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Bench;

/// <summary>A thousand Gibbs draws over sixty months, on one core, against as many plain Kalman passes: what no sampler that filters can beat by much.</summary>
internal static class EvidenceBench
{
    private const int Draws = 1000;
    private const int Before = 60;
    private const int After = 12;

    public static Task<IEnumerable<BenchFigure>> RunAsync(BenchOptions options)
    {
        var rounds = options.IsQuick ? 3 : 9;
        return Task.FromResult<IEnumerable<BenchFigure>>(
        [
            Measure("1,000 draws, 60 months, trend", hasTrend: true, seasonLength: 1, rounds, goal: 60),
            Measure("1,000 draws, 60 months, trend and 12 seasons", hasTrend: true, seasonLength: 12, rounds, goal: 800),
        ]);
    }

    private static BenchFigure Measure(string name, bool hasTrend, int seasonLength, int rounds, double goal)
    {
        var outcome = Enumerable.Range(0, Before + After).Select(t => 100 + (0.5 * t) + (8 * Math.Sin(Math.PI * t / 6)) + (3 * Math.Sin(t * t))).ToArray();
        var input = new SeriesInput { Outcome = outcome, PrePeriods = Before, SeasonLength = seasonLength };
        var settings = new StructuralSettings { Draws = Draws, BurnIn = 0, Thinning = 1, HasTrend = hasTrend };
        var kalman = new PlainKalmanFilter(2 + seasonLength - 1);
        var pairs = new List<(double Ours, double Other)>();
        for (var round = -3; round < rounds; round++)
        {
            var ours = Time(() => StructuralTimeSeries.Of(input, settings));
            var other = Time(() =>
            {
                for (var draw = 0; draw < Draws; draw++)
                {
                    kalman.Run(outcome.AsSpan(0, Before));
                }
            });
            if (round >= 0)
            {
                pairs.Add((ours, other)); // the first rounds warm up
            }
        }

        var figure = BenchFigure.Of(name, pairs, "ms", atMost: null);
        return figure with { Goal = string.Create(CultureInfo.InvariantCulture, $"< {goal} ms"), Met = figure.Ours < goal };
    }

    private static double Time(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}

/// <summary>The textbook's Kalman filter for level, slope and seasons, with whole matrices.</summary>
internal sealed class PlainKalmanFilter
{
    private readonly int size;
    private readonly double[,] transition;
    private readonly double[] seen;

    public PlainKalmanFilter(int size)
    {
        this.size = size;
        (transition, seen) = (new double[size, size], new double[size]);
        (transition[0, 0], transition[0, 1], transition[1, 1], seen[0]) = (1, 1, 1, 1);
        for (var i = 2; i < size; i++)
        {
            transition[2, i] = -1;
            transition[i, i - 1] += i > 2 ? 1 : 0;
            seen[2] = 1;
        }
    }

    /// <summary>One pass over the outcome.</summary>
    /// <returns>Half the sum of squared standardised errors and logarithms of their variances.</returns>
    public double Run(ReadOnlySpan<double> outcome)
    {
        var (state, covariance, sum) = (new double[size], Identity(), 0.0);
        foreach (var value in outcome)
        {
            var along = Times(covariance, seen);
            var variance = Product(seen, along) + 1;
            var error = value - Product(seen, state);
            sum += 0.5 * ((error * error / variance) + Math.Log(variance));
            for (var i = 0; i < size; i++)
            {
                state[i] += along[i] * error / variance;
                for (var j = 0; j < size; j++)
                {
                    covariance[i, j] -= along[i] * along[j] / variance;
                }
            }

            state = Times(transition, state);
            covariance = Moved(covariance);
        }

        return sum;
    }

    private double[,] Identity()
    {
        var identity = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            identity[i, i] = 1;
        }

        return identity;
    }

    private double[,] Moved(double[,] covariance)
    {
        var (half, moved) = (new double[size, size], new double[size, size]);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                for (var k = 0; k < size; k++)
                {
                    half[i, j] += transition[i, k] * covariance[k, j];
                }
            }
        }

        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                for (var k = 0; k < size; k++)
                {
                    moved[i, j] += half[i, k] * transition[j, k];
                }
            }

            moved[i, i] += i <= 2 ? 0.01 : 0;
        }

        return moved;
    }

    private double[] Times(double[,] matrix, double[] vector)
    {
        var result = new double[size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                result[i] += matrix[i, j] * vector[j];
            }
        }

        return result;
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
