using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Return;

/// <summary>Sets what a programme gained against what it cost.</summary>
public static class ReturnCalculation
{
    /// <summary>The return of a programme up to a month: the last full one of the figures unless an earlier one is asked for.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="costs">Costs, of any programme: only its own count.</param>
    /// <param name="savings">Savings, of any programme: only its own count.</param>
    /// <param name="cube">What happened.</param>
    /// <param name="until">The last month told of.</param>
    /// <exception cref="ArgumentException">A cost or saving is nonsense, or the discount rate is not above −1.</exception>
    public static ProgrammeReturn Of(Programme programme, IEnumerable<Cost> costs, IEnumerable<Saving> savings, SnapshotCube cube, Month? until = null)
    {
        var last = Month.Min(until ?? cube.LastFullMonth, cube.LastFullMonth);
        var cost = CostSummary.Of(programme, costs, last);
        var saved = savings
            .Where(saving => string.Equals(saving.Programme, programme.Name, StringComparison.OrdinalIgnoreCase))
            .Select(saving => new SavingLine(saving, SavingSchedule.Of(saving, last)))
            .ToList();
        var goLive = GoLiveOf(programme);
        var starts = new[] { goLive, cost.First, saved.Min(line => (Month?)line.Saving.From) }.OfType<Month>().ToList();
        var result = new ProgrammeReturn
        {
            Programme = programme,
            Window = new(starts.Count == 0 ? last.Plus(1) : starts.Min(), last),
            Cost = cost,
            SalesGain = BeforeAfterGain.Of(programme, cube, last),
            Savings = saved,
            GoLive = goLive,
            BreakEvenUplift = BreakEvenUplift.Of(programme, cost, cube),
            IrrRoots = [],
            BreakEven = null,
            DiscountedBreakEven = null,
        };
        return result.MonthlyNet is { } net && cost.Total > 0 ? result with
        {
            IrrRoots = Irr.Monthly(net),
            BreakEven = Payback.BreakEven(net, result.Window),
            DiscountedBreakEven = Payback.BreakEven(net, result.Window, (double)programme.DiscountRate),
        }
        : result;
    }

    private static Month? GoLiveOf(Programme programme) => programme.Teams.Select(team => team.Month).Append(programme.GoLive)
        .Where(month => month.IsKnown).Select(month => (Month?)month).Min();
}
