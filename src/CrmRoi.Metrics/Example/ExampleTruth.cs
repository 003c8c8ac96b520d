using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Example;

/// <summary>What nobody knows of a real company: how the example would have done without its CRM.</summary>
/// <remarks>
/// Each deal is generated twice from the same random numbers, with the planted effects and without. The records hold the first;
/// the second is summed up here. So the incremental margin is exact, not estimated.
/// </remarks>
/// <param name="Effects">What the CRM does.</param>
/// <param name="Months">Every month of the company's records, in order.</param>
/// <param name="Cost">Everything that the CRM cost up to the last month.</param>
/// <param name="Savings">Everything that was saved in cash up to the last month.</param>
public sealed record ExampleTruth(PlantedEffects Effects, IReadOnlyList<TruthMonth> Months, decimal Cost, decimal Savings)
{
    /// <summary>Margin that there would not have been without the CRM, up to the last month.</summary>
    public decimal IncrementalMargin => Months.Sum(month => month.IncrementalMargin);

    /// <summary>The same, on average over the luck of winning and losing.</summary>
    public decimal ExpectedIncrementalMargin => Months.Sum(month => month.ExpectedIncrementalMargin);

    /// <summary>Incremental margin and savings.</summary>
    public decimal Gain => IncrementalMargin + Savings;

    /// <summary>The true return up to the last month, not discounted.</summary>
    /// <value>Percent of the cost; undefined where there is no cost.</value>
    public decimal? Roi => Ratio.Of(Gain - Cost, Cost) * 100;

    internal static ExampleTruth Of(
        PlantedEffects effects, Window window, IEnumerable<DealDraft> drafts, IReadOnlyList<Cost> costs, IReadOnlyList<Saving> savings)
    {
        var months = window.Months.ToDictionary(month => month, month => new TruthMonth(month, 0, 0, 0));
        foreach (var draft in drafts)
        {
            Add(draft.With, month => month with { MarginWith = month.MarginWith + draft.With.Margin }, draft.With.IsWon);
            Add(draft.Without, month => month with { MarginWithout = month.MarginWithout + draft.Without.Margin }, draft.Without.IsWon);
            Add(draft.IfWonWith, month => month with { ExpectedIncrementalMargin = month.ExpectedIncrementalMargin + draft.IfWonWith.ExpectedMargin });
            Add(draft.IfWonWithout, month => month with { ExpectedIncrementalMargin = month.ExpectedIncrementalMargin - draft.IfWonWithout.ExpectedMargin });
        }

        return new(
            effects,
            [.. months.Values.OrderBy(month => month.Month)],
            costs.Sum(cost => Due(cost.Cadence, cost.Amount, cost.Users, cost.From, cost.To, window.To)),
            savings.Sum(saving => Due(saving.Cadence, saving.Amount, null, saving.From, saving.To, window.To)));

        void Add(DealFate fate, Func<TruthMonth, TruthMonth> change, bool counts = true)
        {
            if (counts && months.TryGetValue(Month.Of(fate.ClosedOn), out var month))
            {
                months[month.Month] = change(month);
            }
        }
    }

    private static decimal Due(Cadence cadence, decimal amount, int? users, Month from, Month? to, Month last)
    {
        var months = Math.Max(0, new Window(from, Month.Min(to ?? last, last)).Length);
        return amount * cadence switch
        {
            Cadence.OneOff => from <= last ? 1 : 0,
            Cadence.Monthly => months,
            Cadence.Yearly => (months + 11) / 12,
            Cadence.PerUserMonth => months * (users ?? 0),
            _ => throw new ArgumentOutOfRangeException(nameof(cadence), cadence, "Unknown cadence."),
        };
    }
}

/// <summary>One month of the truth, by the month in which deals are closed.</summary>
/// <param name="Month">The month.</param>
/// <param name="MarginWith">Margin of the deals won, as it is in the records.</param>
/// <param name="MarginWithout">Margin of the deals that would have been won without the CRM.</param>
/// <param name="ExpectedIncrementalMargin">The difference on average over the luck of winning and losing, given each deal's size, cost and time.</param>
public sealed record TruthMonth(Month Month, decimal MarginWith, decimal MarginWithout, decimal ExpectedIncrementalMargin)
{
    /// <summary>Margin that there would not have been without the CRM; below zero where it only moved deals to an earlier month.</summary>
    public decimal IncrementalMargin => MarginWith - MarginWithout;
}
