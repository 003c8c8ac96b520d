using CrmRoi.Metrics.Programmes;

namespace CrmRoi.Metrics.Return;

/// <summary>Makes the model of a programme's return, in which its assumptions can be turned.</summary>
public static class ReturnModels
{
    /// <summary>The model of a return up to its last month.</summary>
    /// <returns>None where the gain is not known or there are no months.</returns>
    public static ReturnModel? Of(ProgrammeReturn result)
    {
        if (result.Gain is null || result.Window.IsEmpty)
        {
            return null;
        }

        var months = result.Window.Months.ToList();
        var inputs = result.Assumptions.Where(IsUsed).ToList();
        var rate = inputs.FindIndex(input => input.Target == AssumptionTarget.DiscountRate);
        var lines = result.Benefits.Where(line => line.IsCounted).Select(line => GainOf(line, months, inputs))
            .Concat(result.Cost.Lines.GroupBy(line => line.Cost.Kind).Select(kind => CostOf(kind.Key, CashFlow.Sum(kind.Select(line => line.Spent)), months, inputs)))
            .ToList();
        return new(
            months.Count, lines, [.. inputs.Select(input => new ModelInput(input.Name, new((double)input.Low, (double)input.Value, (double)input.High)))],
            (double)result.Programme.DiscountRate, rate, EstimatesOf(result, months, inputs));
    }

    /// <summary>Whether the return up to now is reckoned with an assumption: what only the projection uses is not drawn here.</summary>
    public static bool IsUsed(Assumption assumption) =>
        assumption.Problem is null && assumption.Target is not AssumptionTarget.Nothing and not AssumptionTarget.YearlyChange;

    private static ModelLine GainOf(BenefitLine line, List<Month> months, List<Assumption> inputs)
    {
        var (constant, used) = FactorsOf(line, inputs);
        return new(line.Kind.ToString(), false, Flow(line.Raw * constant, months), used);
    }

    private static (decimal Constant, IReadOnlyList<int> Inputs) FactorsOf(BenefitLine line, List<Assumption> inputs)
    {
        var used = line.Factors.Select(factor => factor.Assumption is { } assumption ? inputs.IndexOf(assumption) : -1).ToList();
        return (line.Factors.Where((_, i) => used[i] < 0).Aggregate(1m, (product, factor) => product * factor.Value), [.. used.Where(i => i >= 0)]);
    }

    private static ModelLine CostOf(Records.CostKind kind, CashFlow spent, List<Month> months, List<Assumption> inputs) => new(
        kind.ToString(), true, Flow(spent, months), [.. Enumerable.Range(0, inputs.Count).Where(i => inputs[i].Target == AssumptionTarget.CostFactor)]);

    // Views of the margin move with the margin's own draw: they are parts of one estimate.
    private static List<ModelEstimate> EstimatesOf(ProgrammeReturn result, List<Month> months, List<Assumption> inputs) =>
    [
        .. result.Benefits.Where(line => line is { IsCounted: true, Estimate: not null }).GroupBy(line => line.Kind.IsMargin() ? BenefitKind.SalesMargin : line.Kind)
            .Select(lines => (lines.Key, Lines: lines.ToList(), Estimate: lines.First().Estimate!))
            .Select(each => new ModelEstimate(
                each.Key, [.. each.Estimate.Draws.Select(draw => draw - each.Estimate.Average)], [.. each.Lines.Select(line => PartOf(line, months, inputs))])),
    ];

    private static EstimatePart PartOf(BenefitLine line, List<Month> months, List<Assumption> inputs)
    {
        var (constant, used) = FactorsOf(line, inputs);
        return new(Flow(line.Moved * constant, months), used);
    }

    private static double[] Flow(CashFlow flow, List<Month> months) => [.. months.Select(month => (double)flow[month])];
}
