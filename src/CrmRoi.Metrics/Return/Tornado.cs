using CrmRoi.Metrics.Programmes;

namespace CrmRoi.Metrics.Return;

/// <summary>What one doubt does to the return when everything else is as likely as it is.</summary>
/// <param name="Name">The input; none for an estimate.</param>
/// <param name="Estimated">The benefit whose estimate it is; none for an input.</param>
/// <param name="Low">Its lower value.</param>
/// <param name="High">Its higher value.</param>
/// <param name="AtLow">What comes of the lower value.</param>
/// <param name="AtHigh">What comes of the higher value.</param>
public sealed record TornadoBar(string? Name, BenefitKind? Estimated, double Low, double High, ModelOutcome AtLow, ModelOutcome AtHigh)
{
    /// <summary>By how much net benefit it moves, or net present value where only that moves.</summary>
    public double Swing => Math.Max(Math.Abs(AtHigh.Gain - AtHigh.Cost - (AtLow.Gain - AtLow.Cost)), Math.Abs(AtHigh.Npv - AtLow.Npv));

    /// <summary>The lower of the two returns on investment in percent.</summary>
    public double? WorstRoi => AtLow.Roi is { } low && AtHigh.Roi is { } high ? Math.Min(low, high) : null;

    /// <summary>The higher of the two.</summary>
    public double? BestRoi => AtLow.Roi is { } low && AtHigh.Roi is { } high ? Math.Max(low, high) : null;
}

/// <summary>What matters most: each input at its ends, the widest first.</summary>
public static class Tornado
{
    /// <summary>The bars of a model, inputs without doubt or without any effect left out. An estimate goes from its 2.5th to its 97.5th percentile.</summary>
    public static IReadOnlyList<TornadoBar> Of(ReturnModel model)
    {
        var likely = model.Likely;
        var bars = model.Inputs.Select((input, i) => (input, i)).Where(each => each.input.Range.High > each.input.Range.Low)
            .Select(each => new TornadoBar(each.input.Name, null, each.input.Range.Low, each.input.Range.High, With(each.i, each.input.Range.Low), With(each.i, each.input.Range.High)));
        return [.. bars.Concat(model.Estimates.Select((_, e) => OfEstimate(model, likely, e))).Where(bar => bar.Swing > 0).OrderByDescending(bar => bar.Swing)];

        ModelOutcome With(int input, double value)
        {
            var values = (double[])likely.Clone();
            values[input] = value;
            return model.At(values);
        }
    }

    private static TornadoBar OfEstimate(ReturnModel model, double[] likely, int place)
    {
        var (low, high) = Ends(model.Estimates[place]);
        return new(null, model.Estimates[place].Kind, low, high, With(low), With(high));

        ModelOutcome With(double deviation)
        {
            var deviations = new double[model.Estimates.Count];
            deviations[place] = deviation;
            return model.At(likely, deviations);
        }
    }

    internal static (double Low, double High) Ends(ModelEstimate estimate)
    {
        var sorted = estimate.Deviations.Order().ToList();
        return (sorted[(int)(0.025 * (sorted.Count - 1))], sorted[(int)Math.Ceiling(0.975 * (sorted.Count - 1))]);
    }
}
