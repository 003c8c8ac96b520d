using System.Runtime.CompilerServices;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Return;

/// <summary>Whether a CRM has paid.</summary>
public enum ReturnVerdict
{
    /// <summary>It cannot be told: see <see cref="ProgrammeReturn.Reasons"/>.</summary>
    NotKnown,

    /// <summary>More has been spent than gained so far.</summary>
    NotYet,

    /// <summary>At least as much has been gained as spent.</summary>
    Paid,
}

/// <summary>One saving with what it has come to.</summary>
/// <param name="Saving">The saving.</param>
/// <param name="Saved">What was saved up to the last full month, by month.</param>
public sealed record SavingLine(Saving Saving, CashFlow Saved)
{
    /// <summary>The benefit that it is part of.</summary>
    public BenefitKind Kind => Saving.Kind is { } kind && kind.IsEntered() ? kind : BenefitKind.OtherCash;
}

/// <summary>What a programme cost and gained up to the last full month, and what follows from it.</summary>
/// <remarks>
/// All money is in the programme's currency. What is gained is the official estimate, or the plain difference of before and after where there is none, with entered savings.
/// Present values are those of the window's first month, at the programme's effective yearly rate.
/// Made by <see cref="ReturnCalculation"/>.
/// </remarks>
public sealed record ProgrammeReturn
{
    // Pages and reports read the flows dozens of times. They hang beside the record, so that a changed copy of it reckons its own.
    private static readonly ConditionalWeakTable<ProgrammeReturn, Flows> Reckoned = [];

    /// <summary>Whose return it is.</summary>
    public required Programme Programme { get; init; }

    /// <summary>From the first cost, saving or go-live, whichever is first, to the last full month; empty when all of them are still to come.</summary>
    public required Window Window { get; init; }

    /// <summary>What was spent.</summary>
    public required CostSummary Cost { get; init; }

    /// <summary>The plain difference of the margin before and after.</summary>
    public required BeforeAfterGain SalesGain { get; init; }

    /// <summary>What was saved, line by line.</summary>
    public required IReadOnlyList<SavingLine> Savings { get; init; }

    /// <summary>The first month in which any team had the CRM; none when nobody has stated it.</summary>
    public required Month? GoLive { get; init; }

    /// <summary>How far the closing rate must rise above its baseline to pay for the horizon's cost: see <see cref="Return.BreakEvenUplift"/>.</summary>
    /// <value>A fraction: 0.03 is three points. Undefined where the baseline does not tell.</value>
    public required decimal? BreakEvenUplift { get; init; }

    /// <summary>The official estimate of the margin gained; none while it is the plain difference of before and after.</summary>
    public GainEstimate? Estimate { get; init; }

    /// <summary>A line of each kind of benefit, as entered; those of the sales margin without their flow: read <see cref="Benefits"/>.</summary>
    public IReadOnlyList<BenefitLine> Lines { get; init; } = [];

    /// <summary>What it is reckoned with and nobody measured, by name.</summary>
    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    /// <summary>The margin gained from sales before any share of it is taken: the estimate, or the plain difference of before and after.</summary>
    public CashFlow MarginGained => Estimate?.Monthly.In(Window) ?? SalesGain.Monthly;

    /// <summary>Each kind of benefit with what was measured of it and what of that counts.</summary>
    public IReadOnlyList<BenefitLine> Benefits => Known.Benefits;

    /// <summary>The sales margin that counts, by month; empty where it is not known.</summary>
    public CashFlow CountedMargin => Known.CountedMargin;

    /// <summary>Everything saved that counts, entered or measured, by month.</summary>
    public CashFlow Saved => Known.Saved;

    /// <summary>Everything saved that counts.</summary>
    public decimal SavingsTotal => Saved.Total;

    /// <summary>The sales margin that counts.</summary>
    /// <value>Undefined when the margin gained is, and somebody counts on it.</value>
    public decimal? MarginTotal => Estimate is null && SalesGain.Total is null && IsMarginOn ? null : CountedMargin.Total;

    /// <summary>Whether the gain is that of savings alone, because there are no sales figures at all.</summary>
    public bool IsSavingsOnly => Estimate is null && SalesGain.Refusal == Reason.NoFigures && (Savings.Count > 0 || Saved.First is not null);

    /// <summary>Margin gained from sales, and savings.</summary>
    /// <value>Undefined when the margin gained is, unless there are only savings.</value>
    public decimal? Gain => IsSavingsOnly ? SavingsTotal : MarginTotal + SavingsTotal;

    /// <summary>The gain by month.</summary>
    /// <value>Undefined when the gain is.</value>
    public CashFlow? MonthlyGain => Gain is null ? null : CountedMargin + Saved;

    /// <summary>Gain less cost.</summary>
    /// <value>Undefined when the gain is.</value>
    public decimal? NetBenefit => Gain - Cost.Total;

    /// <summary>Gain less cost by month.</summary>
    /// <value>Undefined when the gain is.</value>
    public CashFlow? MonthlyNet => Known.Net;

    /// <summary>All gain less all cost up to each month of the window; empty when the gain is undefined.</summary>
    public IReadOnlyList<MonthAmount> Cumulative => MonthlyNet?.Cumulative(Window) ?? [];

    /// <summary>The official ROI in percent: (gain − cost) / cost × 100.</summary>
    /// <value>Undefined when the gain is, or nothing was spent.</value>
    public decimal? Roi => RoiConventions.Official(Gain, Cost.Total);

    /// <summary>Gain for each unit spent.</summary>
    /// <value>Undefined as <see cref="Roi"/>.</value>
    public decimal? Multiple => RoiConventions.Multiple(Gain, Cost.Total);

    /// <summary>Average annual net benefit over initial cost, in percent.</summary>
    /// <value>Undefined when the gain is, or nothing was spent once.</value>
    public decimal? AverageAnnualRoi => RoiConventions.AverageAnnual(Gain, Cost.Recurring, Cost.OneOff, Window.Length);

    /// <summary>The official ROI of present values, in percent.</summary>
    /// <value>Undefined as <see cref="Roi"/>.</value>
    public decimal? DiscountedRoi => RoiConventions.Discounted(PresentValue(MonthlyGain), PresentValue(Cost.Monthly));

    /// <summary>The yearly rate that grows cost into gain over the window, in percent.</summary>
    /// <value>Undefined as <see cref="Roi"/>, and when the gain is below 0.</value>
    public decimal? AnnualisedRoi => RoiConventions.Annualised(Gain, Cost.Total, Window.Length);

    /// <summary>Net present value in the window's first month.</summary>
    /// <value>Undefined when the gain is.</value>
    public decimal? Npv => PresentValue(MonthlyNet);

    /// <summary>All doubts drawn together; none where nothing is uncertain or the gain is not known.</summary>
    public MonteCarloResult? Drawn { get; init; }

    /// <summary>Every internal rate of return a year, as fractions; several or none is said, not chosen from.</summary>
    public required IReadOnlyList<double> IrrRoots { get; init; }

    /// <summary>The first month from which the cumulative net benefit stays at or above 0.</summary>
    /// <value>Undefined when the gain is, when nothing was spent, or when it is not reached.</value>
    public required Month? BreakEven { get; init; }

    /// <summary>The same with discounted money.</summary>
    /// <value>Undefined as <see cref="BreakEven"/>.</value>
    public required Month? DiscountedBreakEven { get; init; }

    /// <summary>Months from the first cost to break-even, both counted.</summary>
    /// <value>Undefined when break-even is.</value>
    public int? PaybackFromCost => Cost.First is { } first ? Payback.Months(first, BreakEven) : null;

    /// <summary>Months from go-live to break-even, both counted; 0 when it had paid before.</summary>
    /// <value>Undefined when break-even is, or no go-live is stated.</value>
    public int? PaybackFromGoLive => GoLive is { } goLive ? Payback.Months(goLive, BreakEven) : null;

    /// <summary>Months from the first cost to break-even in discounted money, both counted.</summary>
    /// <value>Undefined when it is not reached.</value>
    public int? DiscountedPayback => Cost.First is { } first ? Payback.Months(first, DiscountedBreakEven) : null;

    /// <summary>Whether it has paid, by money that is not discounted.</summary>
    public ReturnVerdict Verdict => NetBenefit is not { } net || Cost.Total == 0 ? ReturnVerdict.NotKnown
        : net >= 0 ? ReturnVerdict.Paid : ReturnVerdict.NotYet;

    /// <summary>Why it is not known whether it has paid; empty when it is.</summary>
    public IReadOnlyList<Reason> Reasons =>
    [
        .. Gain is null && SalesGain.Refusal is { } refusal ? [refusal] : Array.Empty<Reason>(),
        .. Cost.Total == 0 ? [Reason.NoCost] : Array.Empty<Reason>(),
    ];

    /// <summary>What to bear in mind when reading it, and what was left out.</summary>
    public IReadOnlyList<Reason> Cautions =>
    [
        .. IsSavingsOnly ? [Reason.SavingsOnly]
            : Estimate is null ? SalesGain.Cautions : SalesGain.Cautions.Where(reason => reason != Reason.NotAdjusted).Prepend(Reason.Adjusted),
        .. Assumptions.Any(assumption => assumption is { IsReckonedWith: true, Decision: AssumptionDecision.Rejected }) ? [Reason.RejectedAssumption] : Array.Empty<Reason>(),
        .. Lines.Any(line => line.Factors.Any(factor => factor is { Kind: FactorKind.ProgrammeShare, Value: < 1 })) ? [Reason.MarginOfAnother] : Array.Empty<Reason>(),
    ];

    /// <summary>Whether what would have happened without the CRM is taken into account.</summary>
    public bool IsAdjusted => Estimate is not null;

    private Flows Known => Reckoned.GetValue(this, result => new(result));

    private bool IsMarginOn => Lines.Any(line => line.Kind.IsMargin() && line.IsCounted);

    private BenefitLine OfMargin(BenefitLine line)
    {
        var counted = line.Entry?.From is { } from ? new Window(from, Window.To) : Window;
        return line with
        {
            Raw = line.Entry?.From is null ? MarginGained : MarginGained.In(counted),
            Estimate = Estimate,
            Moved = Estimate is null ? CashFlow.Empty : CashFlow.Of(Estimate.Counted.Intersect(counted).Months.Select(month => new MonthAmount(month, 1))),
        };
    }

    private decimal? PresentValue(CashFlow? flow) => flow is null ? null : Return.Npv.Monthly((double)Programme.DiscountRate, flow, Window.From);

    private sealed class Flows
    {
        private readonly Lazy<CashFlow?> net;

        public Flows(ProgrammeReturn result)
        {
            Benefits = [.. result.Lines.Select(line => line.Kind.IsMargin() ? result.OfMargin(line) : line)];
            CountedMargin = CashFlow.Sum(Benefits.Where(line => line.Kind.IsMargin()).Select(line => line.Monthly));
            Saved = CashFlow.Sum(Benefits.Where(line => !line.Kind.IsMargin()).Select(line => line.Monthly));
            net = new(() => result.MonthlyGain is { } gain ? gain - result.Cost.Monthly : null);
        }

        public IReadOnlyList<BenefitLine> Benefits { get; }

        public CashFlow CountedMargin { get; }

        public CashFlow Saved { get; }

        public CashFlow? Net => net.Value;
    }
}
