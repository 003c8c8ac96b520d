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
            (double)result.Programme.DiscountRate, rate, EstimateOf(result, months, inputs));
    }

    /// <summary>Whether the return up to now is reckoned with an assumption: what only the projection uses is not drawn here.</summary>
    public static bool IsUsed(Assumption assumption) =>
        assumption.Problem is null && assumption.Target is not AssumptionTarget.Nothing and not AssumptionTarget.YearlyChange;

    private static ModelLine GainOf(BenefitLine line, List<Month> months, List<Assumption> inputs)
    {
        var used = line.Factors.Select(factor => factor.Assumption is { } assumption ? inputs.IndexOf(assumption) : -1).ToList();
        var constant = line.Factors.Where((_, i) => used[i] < 0).Aggregate(1m, (product, factor) => product * factor.Value);
        return new(line.Kind.ToString(), false, Flow(line.Raw * constant, months), [.. used.Where(i => i >= 0)]);
    }

    private static ModelLine CostOf(Records.CostKind kind, CashFlow spent, List<Month> months, List<Assumption> inputs) => new(
        kind.ToString(), true, Flow(spent, months), [.. Enumerable.Range(0, inputs.Count).Where(i => inputs[i].Target == AssumptionTarget.CostFactor)]);

    private static ModelEstimate? EstimateOf(ProgrammeReturn result, List<Month> months, List<Assumption> inputs)
    {
        var margin = result.Benefits.Where(line => line.Kind.IsMargin() && line.IsCounted).ToList();
        if (result.Estimate is not { Draws.Count: > 0 } estimate || margin.Count == 0)
        {
            return null;
        }

        // Views of the margin have factors of their own; the doubt goes with what all of them count together.
        var share = (double)margin.Sum(line => line.Factor);
        var main = margin.Find(line => line.Kind == BenefitKind.SalesMargin);
        var isSingle = margin.Count == 1 && main is not null;
        var line = isSingle ? GainOf(main! with { Raw = CashFlow.Empty }, months, inputs) : null;
        var constant = isSingle ? main!.Factors.Where(factor => factor.Assumption is null || !inputs.Contains(factor.Assumption)).Aggregate(1d, (product, factor) => product * (double)factor.Value) : share;
        return new(
            [.. months.Select(month => estimate.Counted.Contains(month) ? constant : 0)],
            [.. estimate.Draws.Select(draw => draw - estimate.Average)],
            line?.Inputs ?? []);
    }

    private static double[] Flow(CashFlow flow, List<Month> months) => [.. months.Select(month => (double)flow[month])];
}
