using CrmRoi.Metrics.Example;

namespace CrmRoi.Metrics.Return;

/// <summary>Where so many of the draws lie.</summary>
/// <param name="Level">Which share of the draws, as a fraction; as many lie below as above.</param>
/// <param name="Low">The lower end; none where it lies among draws that have no answer.</param>
/// <param name="Median">The middle.</param>
/// <param name="High">The upper end.</param>
public sealed record DrawInterval(double Level, double? Low, double? Median, double? High);

/// <summary>Which share of the draws has how many internal rates of return.</summary>
/// <param name="None">None: the flow never changes its sign, or is never worth 0.</param>
/// <param name="One">Exactly one.</param>
/// <param name="Several">More than one.</param>
public sealed record IrrShares(double None, double One, double Several);

/// <summary>What comes of a return when all of its doubts are drawn together.</summary>
/// <param name="Draws">How many draws.</param>
/// <param name="Seed">The seed: the same one gives the same draws.</param>
/// <param name="Roi">ROI in percent.</param>
/// <param name="Npv">Net present value.</param>
/// <param name="Payback">Months to break-even, from the window's first month; without an upper end where too many draws do not reach it.</param>
/// <param name="ProbabilityPaid">The share of the draws in which at least as much came back as was spent.</param>
/// <param name="NotBack">The share of the draws that do not break even in the window.</param>
/// <param name="Irr">How many internal rates of return the draws have.</param>
/// <param name="RoiDraws">ROI of every draw, lowest first.</param>
public sealed record MonteCarloResult(
    int Draws, int Seed, DrawInterval Roi, DrawInterval Npv, DrawInterval Payback, double ProbabilityPaid, double NotBack, IrrShares Irr, IReadOnlyList<double> RoiDraws);

/// <summary>Draws every assumption from its PERT distribution and every estimate from its own draws, and reckons the return of each draw.</summary>
/// <remarks>
/// Inputs are drawn independently of each other. The generator is xoshiro256**, so a seed gives the same figures on every machine.
/// How many internal rates a draw has is told by the changes of sign of its present value at the ends and at 47 rates between −99 % and
/// a millionfold a year: two rates closer together than these steps are taken for none.
/// </remarks>
public static class MonteCarlo
{
    /// <summary>How many draws are made unless told otherwise.</summary>
    public const int DefaultDraws = 10_000;

    /// <summary>The seed that is used unless told otherwise.</summary>
    public const int DefaultSeed = 20261031;

    /// <summary>The share of the draws between an interval's ends unless told otherwise.</summary>
    public const double DefaultLevel = 0.95;

    private const int Stream = 40;
    private static readonly double[] Steps = [.. Enumerable.Range(0, 47).Select(i => Math.Exp(Math.Log(0.3) + (i * (Math.Log(1.47) - Math.Log(0.3)) / 46)))];

    /// <summary>Draws a model.</summary>
    /// <returns>The result; none where nothing of it is uncertain, nothing is spent, or it has no months.</returns>
    public static MonteCarloResult? Of(ReturnModel model, int draws = DefaultDraws, int seed = DefaultSeed, double level = DefaultLevel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        if (!model.IsUncertain || model.Length == 0 || !(model.At(model.Likely).Cost > 0))
        {
            return null;
        }

        var (roi, npv, payback) = (new double[draws], new double[draws], new double[draws]);
        var (paid, none, one) = (0, 0, 0);
        var sampler = new Sampler(model, seed);
        Span<double> net = new double[model.Length];
        for (var d = 0; d < draws; d++)
        {
            sampler.Next();
            var (gain, cost) = model.Flow(sampler.Values, sampler.Deviations, net);
            var outcome = model.Close(sampler.Values, gain, cost, net);
            var roots = Roots(net);
            (roi[d], npv[d], payback[d]) = (outcome.Roi ?? 0, outcome.Npv, outcome.Payback ?? double.PositiveInfinity);
            paid += outcome.HasPaid ? 1 : 0;
            none += roots == 0 ? 1 : 0;
            one += roots == 1 ? 1 : 0;
        }

        Array.Sort(roi);
        Array.Sort(npv);
        Array.Sort(payback);
        var notBack = payback.Count(double.IsInfinity);
        return new(
            draws, seed, Between(roi, level), Between(npv, level), Between(payback, level), Of(paid), Of(notBack), new(Of(none), Of(one), Of(draws - none - one)), roi);

        double Of(int count) => (double)count / draws;
    }

    private static DrawInterval Between(double[] sorted, double level)
    {
        return new(level, At((1 - level) / 2), At(0.5), At((1 + level) / 2));

        double? At(double share)
        {
            var value = sorted[Math.Clamp((int)Math.Round(share * (sorted.Length - 1)), 0, sorted.Length - 1)];
            return double.IsFinite(value) ? value : null;
        }
    }

    /// <summary>How many rates make the present value 0, 2 standing for more than one.</summary>
    internal static int Roots(ReadOnlySpan<double> net)
    {
        var (changes, first, last) = (0, 0d, 0d);
        foreach (var amount in net)
        {
            if (amount != 0)
            {
                changes += last != 0 && amount > 0 != last > 0 ? 1 : 0;
                first = first == 0 ? amount : first;
                last = amount;
            }
        }

        return changes < 2 ? changes : Math.Min(2, Crossings(net, first, last));
    }

    private static int Crossings(ReadOnlySpan<double> net, double first, double last)
    {
        var (crossings, isPositive) = (0, first > 0);
        foreach (var step in Steps)
        {
            var value = 0d;
            for (var m = net.Length - 1; m >= 0; m--)
            {
                value = (value * step) + net[m];
            }

            crossings += value > 0 == isPositive ? 0 : 1;
            isPositive = value > 0;
            if (crossings > 1)
            {
                return crossings;
            }
        }

        return crossings + (last > 0 == isPositive ? 0 : 1);
    }

    private sealed class Sampler(ReturnModel model, int seed)
    {
        private readonly Chance chance = new(seed, Stream);
        private readonly double[] low = [.. model.Inputs.Select(input => input.Range.Low)];
        private readonly double[] width = [.. model.Inputs.Select(input => input.Range.High - input.Range.Low)];
        private readonly Pert.Gamma[] first = [.. model.Inputs.Select(input => input.Range.First)];
        private readonly Pert.Gamma[] second = [.. model.Inputs.Select(input => input.Range.Second)];
        private readonly double[][] draws = [.. model.Estimates.Select(estimate => estimate.Deviations.ToArray())];

        public double[] Values { get; } = new double[model.Inputs.Count];

        public double[] Deviations { get; } = new double[model.Estimates.Count];

        /// <summary>Draws every input, and how far each estimate lies from its middle.</summary>
        public void Next()
        {
            for (var i = 0; i < Values.Length; i++)
            {
                if (width[i] == 0)
                {
                    Values[i] = low[i];
                    continue;
                }

                var part = first[i].Draw(chance);
                Values[i] = low[i] + (width[i] * part / (part + second[i].Draw(chance)));
            }

            for (var e = 0; e < draws.Length; e++)
            {
                Deviations[e] = draws[e][chance.Below(draws[e].Length)];
            }
        }
    }
}
