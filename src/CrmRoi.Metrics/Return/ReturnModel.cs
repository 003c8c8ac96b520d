using CrmRoi.Metrics.Programmes;

namespace CrmRoi.Metrics.Return;

/// <summary>A number of the return that is not known exactly.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Range">Between what it lies.</param>
public sealed record ModelInput(string Name, Pert Range);

/// <summary>Money by month that is multiplied by inputs.</summary>
/// <param name="Name">What it is.</param>
/// <param name="IsCost">Whether it is spent rather than gained.</param>
/// <param name="Flow">How much in each month of the window, above zero, before the inputs.</param>
/// <param name="Inputs">The places of the inputs that it is multiplied by.</param>
public sealed record ModelLine(string Name, bool IsCost, IReadOnlyList<double> Flow, IReadOnlyList<int> Inputs);

/// <summary>The doubt of an estimated gain: how far its monthly mean may lie from the middle, and what that moves.</summary>
/// <param name="Kind">The benefit that is estimated.</param>
/// <param name="Deviations">Draws of the monthly mean, less their middle.</param>
/// <param name="Parts">What a deviation moves.</param>
public sealed record ModelEstimate(BenefitKind Kind, IReadOnlyList<double> Deviations, IReadOnlyList<EstimatePart> Parts);

/// <summary>A part of the gain that moves with an estimate.</summary>
/// <param name="Months">By how much each month of the window moves for a deviation of 1, before the inputs.</param>
/// <param name="Inputs">The places of the inputs that it is multiplied by.</param>
public sealed record EstimatePart(IReadOnlyList<double> Months, IReadOnlyList<int> Inputs);

/// <summary>What comes of a return at one set of values.</summary>
/// <param name="Gain">All gain.</param>
/// <param name="Cost">All cost.</param>
/// <param name="Npv">Net present value in the first month.</param>
/// <param name="Payback">Months from the first month to break-even, both counted; 0 where it was never below 0; none when it is not reached.</param>
public readonly record struct ModelOutcome(double Gain, double Cost, double Npv, int? Payback)
{
    /// <summary>ROI in percent.</summary>
    /// <value>Undefined where nothing is spent.</value>
    public double? Roi => Cost == 0 ? null : (Gain - Cost) / Cost * 100;

    /// <summary>Whether at least as much came back as was spent.</summary>
    public bool HasPaid => Gain >= Cost;
}

/// <summary>The return as sums of products, so that it can be reckoned ten thousand times.</summary>
/// <remarks>
/// At the likely value of every input it is the return itself, to the rounding of floating point. A year's rate of discount is an
/// input like any other where it is one. Everything lies in arrays made once: a reckoning allocates nothing.
/// </remarks>
public sealed class ReturnModel
{
    private readonly double[][] flows;
    private readonly double[] signs;
    private readonly int[][] lineInputs;
    private readonly double[] discounts;
    private readonly (double[] Months, int[] Inputs)[][] parts;
    private readonly double rate;

    /// <summary>A model of lines over a window of months.</summary>
    /// <param name="length">How many months.</param>
    /// <param name="lines">Costs and gains.</param>
    /// <param name="inputs">What is not known exactly.</param>
    /// <param name="annualRate">The effective yearly rate of discount, above −1.</param>
    /// <param name="rateInput">The place of the input that takes its place; −1 where none does.</param>
    /// <param name="estimates">The doubts of what is estimated.</param>
    /// <exception cref="ArgumentException">A line has not a value for each month, or names an input that is none, or the rate is not above −1.</exception>
    public ReturnModel(int length, IReadOnlyList<ModelLine> lines, IReadOnlyList<ModelInput> inputs, double annualRate, int rateInput = -1, IReadOnlyList<ModelEstimate>? estimates = null)
    {
        Estimates = [.. (estimates ?? []).Where(estimate => estimate.Deviations.Count > 0)];
        var multiplied = lines.Select(line => (line.Flow, line.Inputs)).Concat(Estimates.SelectMany(estimate => estimate.Parts).Select(part => (Flow: part.Months, part.Inputs)));
        if (multiplied.Any(each => each.Flow.Count != length || each.Inputs.Any(i => i < 0 || i >= inputs.Count)) || !(annualRate > -1) || rateInput >= inputs.Count)
        {
            throw new ArgumentException("Every line has a value for each month and known inputs, and a rate lies above −1.", nameof(lines));
        }

        (Length, Lines, Inputs, rate, RateInput) = (length, lines, inputs, annualRate, rateInput);
        flows = [.. lines.Select(line => line.Flow.ToArray())];
        signs = [.. lines.Select(line => line.IsCost ? -1d : 1d)];
        lineInputs = [.. lines.Select(line => line.Inputs.ToArray())];
        parts = [.. Estimates.Select(estimate => estimate.Parts.Select(part => (part.Months.ToArray(), part.Inputs.ToArray())).ToArray())];
        discounts = new double[length];
        Discount(annualRate, discounts);
    }

    /// <summary>How many months.</summary>
    public int Length { get; }

    /// <summary>Costs and gains.</summary>
    public IReadOnlyList<ModelLine> Lines { get; }

    /// <summary>What is not known exactly.</summary>
    public IReadOnlyList<ModelInput> Inputs { get; }

    /// <summary>The doubts of what is estimated; empty where nothing is.</summary>
    public IReadOnlyList<ModelEstimate> Estimates { get; }

    /// <summary>The place of the rate of discount among the inputs; −1 where it is none of them.</summary>
    public int RateInput { get; }

    /// <summary>Whether anything is uncertain: without that there is nothing to draw.</summary>
    public bool IsUncertain => Estimates.Count > 0 || Inputs.Any(input => input.Range.High > input.Range.Low);

    /// <summary>The likely value of each input.</summary>
    public double[] Likely => [.. Inputs.Select(input => input.Range.Likely)];

    /// <summary>What comes of it at these values of the inputs.</summary>
    /// <param name="values">A value for each input.</param>
    /// <param name="deviations">How far each estimated monthly mean lies from its middle; nowhere where none are given.</param>
    /// <exception cref="ArgumentException">There are neither none nor as many deviations as estimates.</exception>
    public ModelOutcome At(ReadOnlySpan<double> values, ReadOnlySpan<double> deviations = default)
    {
        if (deviations.Length != 0 && deviations.Length != parts.Length)
        {
            throw new ArgumentException("Each estimate has its deviation.", nameof(deviations));
        }

        Span<double> net = new double[Length];
        var (gain, cost) = Flow(values, deviations, net);
        return Close(values, gain, cost, net);
    }

    /// <summary>Sums gain, cost and the net flow of each month.</summary>
    internal (double Gain, double Cost) Flow(ReadOnlySpan<double> values, ReadOnlySpan<double> deviations, Span<double> net)
    {
        net.Clear();
        var (gain, cost) = (0d, 0d);
        for (var l = 0; l < flows.Length; l++)
        {
            var factor = Product(lineInputs[l], values);
            var sum = Add(flows[l], signs[l] * factor, net);
            gain += signs[l] > 0 ? sum : 0;
            cost -= signs[l] < 0 ? sum : 0;
        }

        for (var e = 0; e < deviations.Length; e++)
        {
            foreach (var (months, inputs) in parts[e])
            {
                gain += Add(months, deviations[e] * Product(inputs, values), net);
            }
        }

        return (gain, cost);
    }

    internal ModelOutcome Close(ReadOnlySpan<double> values, double gain, double cost, ReadOnlySpan<double> net)
    {
        var step = RateInput >= 0 ? Math.Pow(1 + values[RateInput], -1 / 12d) : 0;
        var (npv, sum, weight, last) = (0d, 0d, 1d, 0);
        for (var m = 0; m < net.Length; m++)
        {
            npv += net[m] * (step > 0 ? weight : discounts[m]);
            weight *= step;
            sum += net[m];
            last = sum < -1e-6 ? m + 1 : last; // a thousandth of a cent is the rounding of floating point, not a debt
        }

        return new(gain, cost, npv, last == net.Length ? null : last == 0 ? 0 : last + 1);
    }

    private static double Product(int[] inputs, ReadOnlySpan<double> values)
    {
        var factor = 1d;
        foreach (var input in inputs)
        {
            factor *= values[input];
        }

        return factor;
    }

    private static double Add(double[] flow, double factor, Span<double> net)
    {
        var sum = 0d;
        for (var m = 0; m < flow.Length; m++)
        {
            var amount = flow[m] * factor;
            net[m] += amount;
            sum += amount;
        }

        return sum;
    }

    private static void Discount(double annualRate, double[] factors)
    {
        for (var m = 0; m < factors.Length; m++)
        {
            factors[m] = Math.Pow(1 + annualRate, -m / 12d);
        }
    }
}
