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
    public static ProgrammeReturn Of(Programme programme, IEnumerable<Cost> costs, IEnumerable<Saving> savings, SnapshotCube cube, Month? until = null) =>
        Of(programme, new Ledger { Costs = [.. costs], Savings = [.. savings] }, cube, until);

    /// <summary>The return of a programme up to a month, with everything that is known of its money.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="ledger">What is known of all programmes: only its own counts, and margin is allotted among all.</param>
    /// <param name="cube">What happened.</param>
    /// <param name="until">The last month told of.</param>
    /// <exception cref="ArgumentException">A cost or saving is nonsense, or the discount rate is not above −1.</exception>
    public static ProgrammeReturn Of(Programme programme, Ledger ledger, SnapshotCube cube, Month? until = null)
    {
        var last = Month.Min(until ?? cube.LastFullMonth, cube.LastFullMonth);
        var own = ledger.Of(programme);
        var cost = CostSummary.Of(programme, own.Costs, last);
        var saved = own.Savings.Select(saving => new SavingLine(saving, SavingSchedule.Of(saving, last))).ToList();
        var goLive = programme.FirstGoLive() is { IsKnown: true } first ? first : (Month?)null;
        var starts = new[] { goLive, cost.First, saved.Min(line => (Month?)line.Saving.From) }.OfType<Month>().ToList();
        var window = new Window(starts.Count == 0 ? last.Plus(1) : starts.Min(), last);
        return WithDoubt(WithDates(new()
        {
            Programme = ledger.AssumptionOf(programme, AssumptionTarget.DiscountRate) is { } rate ? programme with { DiscountRate = rate.Value } : programme,
            Window = window,
            Cost = cost,
            SalesGain = BeforeAfterGain.Of(programme, cube, last),
            Estimate = ledger.EstimateOf(programme, BenefitKind.SalesMargin),
            Savings = saved,
            Lines = new BenefitLines(programme, ledger, cube, window).Make(saved),
            Assumptions = [.. own.Assumptions.OrderBy(assumption => assumption.Name, StringComparer.Ordinal)],
            GoLive = goLive,
            BreakEvenUplift = BreakEvenUplift.Of(programme, cost, cube),
            IrrRoots = [],
            BreakEven = null,
            DiscountedBreakEven = null,
        }));
    }

    private static ProgrammeReturn WithDoubt(ProgrammeReturn result) => ReturnModels.Of(result) is { } model ? result with { Drawn = MonteCarlo.Of(model) } : result;

    private static ProgrammeReturn WithDates(ProgrammeReturn result) => result.MonthlyNet is { } net && result.Cost.Total > 0 ? result with
    {
        IrrRoots = Irr.Monthly(net),
        BreakEven = Payback.BreakEven(net, result.Window),
        DiscountedBreakEven = Payback.BreakEven(net, result.Window, (double)result.Programme.DiscountRate),
    }
    : result;
}
