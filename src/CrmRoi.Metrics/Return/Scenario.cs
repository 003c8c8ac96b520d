namespace CrmRoi.Metrics.Return;

/// <summary>A saved set of values: what somebody wants to see the return at.</summary>
public sealed record Scenario
{
    /// <summary>Name of the programme that it belongs to.</summary>
    public required string Programme { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The values that it sets, by assumption; the others are at their likely one.</summary>
    public IReadOnlyList<ScenarioValue> Values { get; init; } = [];
}

/// <summary>A value that a scenario sets.</summary>
/// <param name="Assumption">The assumption's name.</param>
/// <param name="Value">Its value.</param>
public sealed record ScenarioValue(string Assumption, decimal Value);

/// <summary>Which scenario is looked at.</summary>
public enum ScenarioKind
{
    /// <summary>Every doubt at its worse end.</summary>
    Worst,

    /// <summary>Everything as likely as it is: the figures of the page.</summary>
    Likely,

    /// <summary>Every doubt at its better end.</summary>
    Best,

    /// <summary>One that somebody saved.</summary>
    Saved,
}

/// <summary>What comes of a scenario.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Name">Its name; none for those that are always there.</param>
/// <param name="Values">The values of the assumptions, by name.</param>
/// <param name="Outcome">What comes of it.</param>
public sealed record ScenarioOutcome(ScenarioKind Kind, string? Name, IReadOnlyDictionary<string, double> Values, ModelOutcome Outcome);

/// <summary>Reckons scenarios and sets them side by side, the worst case first.</summary>
public static class Scenarios
{
    /// <summary>The worst, likely and best case, then those that were saved. Values outside an assumption's range are used as they are: a scenario asks "what if".</summary>
    public static IReadOnlyList<ScenarioOutcome> Of(ReturnModel model, IEnumerable<Scenario> saved)
    {
        var likely = model.Likely;
        var ends = model.Inputs.Select((_, i) => Ends(model, likely, i)).ToList();
        var doubts = Tornado.Of(model).Where(bar => bar.Estimated is not null).ToDictionary(bar => bar.Estimated!.Value);
        var (worse, better) = (Deviations(bar => Math.Min(bar.AtLow.Npv, bar.AtHigh.Npv)), Deviations(bar => Math.Max(bar.AtLow.Npv, bar.AtHigh.Npv)));
        return
        [
            Outcome(ScenarioKind.Worst, null, [.. ends.Select(end => end.Worse)], worse),
            Outcome(ScenarioKind.Likely, null, likely, []),
            Outcome(ScenarioKind.Best, null, [.. ends.Select(end => end.Better)], better),
            .. saved.Select(scenario => Outcome(ScenarioKind.Saved, scenario.Name, ValuesOf(model, scenario), [])),
        ];

        ScenarioOutcome Outcome(ScenarioKind kind, string? name, double[] values, double[] deviations) => new(
            kind, name, model.Inputs.Select((input, i) => (input.Name, Value: values[i])).ToDictionary(each => each.Name, each => each.Value), model.At(values, deviations));

        double[] Deviations(Func<TornadoBar, double> wanted) =>
            [.. model.Estimates.Select(estimate => doubts.GetValueOrDefault(estimate.Kind) is { } bar ? wanted(bar) == bar.AtLow.Npv ? bar.Low : bar.High : 0)];
    }

    private static double[] ValuesOf(ReturnModel model, Scenario scenario) =>
        [.. model.Inputs.Select(input => scenario.Values.FirstOrDefault(value => value.Assumption == input.Name) is { } set ? (double)set.Value : input.Range.Likely)];

    private static (double Worse, double Better) Ends(ReturnModel model, double[] likely, int input)
    {
        var range = model.Inputs[input].Range;
        var (atLow, atHigh) = (With(range.Low), With(range.High));
        return atLow.Npv <= atHigh.Npv ? (range.Low, range.High) : (range.High, range.Low);

        ModelOutcome With(double value)
        {
            var values = (double[])likely.Clone();
            values[input] = value;
            return model.At(values);
        }
    }
}
