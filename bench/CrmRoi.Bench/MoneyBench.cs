using System.Diagnostics;
using System.Runtime.CompilerServices;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Bench;

/// <summary>10,000 draws of 20 assumptions over 60 months against the same loop written plainly over arrays.</summary>
/// <remarks>Both draw from PERT distributions, sum the flow of every month, discount it, look for break-even and sort what they found.</remarks>
internal static class MoneyBench
{
    private const int Months = 60;
    private const int Assumptions = 20;
    private const double Rate = 0.08;

    public static Task<IEnumerable<BenchFigure>> RunAsync(BenchOptions options)
    {
        var lines = Enumerable.Range(0, Assumptions).Select(i => new ModelLine(
            $"line {i}", i % 4 == 0, [.. Enumerable.Range(0, Months).Select(m => i % 4 == 0 ? (m == 0 ? 9_000d : 300) : m < 6 ? 0 : 150d + (10 * ((i + m) % 7)))], [i])).ToList();
        var inputs = Enumerable.Range(0, Assumptions).Select(i => new ModelInput($"assumption {i}", new(0.6, 1, 1.2 + (0.01 * i)))).ToList();
        var model = new ReturnModel(Months, lines, inputs, Rate);
        _ = (Ours(model), Plain(lines, inputs), Ours(model), Plain(lines, inputs));
        var pairs = Enumerable.Range(0, options.IsQuick ? 7 : 15).Select(_ => (Ours(model), Plain(lines, inputs))).ToList();
        return Task.FromResult<IEnumerable<BenchFigure>>([BenchFigure.Of("money: 10,000 draws against a plain loop", pairs, "ms", atMost: 2)]);
    }

    private static double Ours(ReturnModel model)
    {
        var started = Stopwatch.GetTimestamp();
        var drawn = MonteCarlo.Of(model);
        return drawn is { ProbabilityPaid: > 0 } ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : throw new InvalidOperationException("Nothing was drawn.");
    }

    // One long method that is called a few times would otherwise be measured before the compiler has optimised it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Plain(List<ModelLine> lines, List<ModelInput> inputs)
    {
        var started = Stopwatch.GetTimestamp();
        var random = new Random(1);
        var flows = lines.Select(line => line.Flow.Select(amount => line.IsCost ? -amount : amount).ToArray()).ToArray();
        var (low, width) = (inputs.Select(input => input.Range.Low).ToArray(), inputs.Select(input => input.Range.High - input.Range.Low).ToArray());
        var alpha = inputs.Select(input => 1 + (4 * (input.Range.Likely - input.Range.Low) / (input.Range.High - input.Range.Low))).ToArray();
        var beta = inputs.Select(input => 1 + (4 * (input.Range.High - input.Range.Likely) / (input.Range.High - input.Range.Low))).ToArray();
        var discounts = Enumerable.Range(0, Months).Select(m => Math.Pow(1 + Rate, -m / 12d)).ToArray();
        var (roi, npv, payback) = (new double[MonteCarlo.DefaultDraws], new double[MonteCarlo.DefaultDraws], new double[MonteCarlo.DefaultDraws]);
        var net = new double[Months];
        for (var d = 0; d < MonteCarlo.DefaultDraws; d++)
        {
            Array.Clear(net);
            var (gain, cost) = (0d, 0d);
            for (var i = 0; i < flows.Length; i++)
            {
                var part = Gamma(random, alpha[i]);
                var factor = low[i] + (width[i] * part / (part + Gamma(random, beta[i])));
                for (var m = 0; m < Months; m++)
                {
                    var amount = flows[i][m] * factor;
                    net[m] += amount;
                    gain += amount > 0 ? amount : 0;
                    cost -= amount < 0 ? amount : 0;
                }
            }

            var (value, sum, last) = (0d, 0d, 0);
            for (var m = 0; m < Months; m++)
            {
                value += net[m] * discounts[m];
                sum += net[m];
                last = sum < 0 ? m + 1 : last;
            }

            (roi[d], npv[d], payback[d]) = ((gain - cost) / cost * 100, value, last);
        }

        Array.Sort(roi);
        Array.Sort(npv);
        Array.Sort(payback);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Gamma(Random random, double shape)
    {
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + (c * normal), 3);
            if (v > 0 && Math.Log(random.NextDouble()) < (0.5 * normal * normal) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }
}
