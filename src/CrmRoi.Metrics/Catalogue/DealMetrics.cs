using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;
using static CrmRoi.Metrics.Catalogue.Define;

namespace CrmRoi.Metrics.Catalogue;

/// <summary>What is sold, for how much, and how long it takes.</summary>
public static class DealMetrics
{
    private const string MarginUnknown = "When some of the won revenue has no known cost of goods and no margin was entered.";

    /// <summary>Mean days from start to won.</summary>
    public static readonly SnapshotMetric SalesCycle = new()
    {
        Key = "sales-cycle",
        Name = "Sales cycle, mean of won deals",
        Unit = Unit.Days,
        Better = Direction.Lower,
        Definition = "Days from first contact (if known, otherwise opening) to won / deals won whose start is known. Flatters every young window: slow deals are not won yet.",
        Undefined = "When no deal with a known start was won.",
        Of = "won deals",
        Members = [nameof(Snapshot.CycleDays), nameof(Snapshot.CycleDeals), nameof(Snapshot.CycleDaysSquares)],
        Numerator = s => s.CycleDays,
        Denominator = s => s.CycleDeals,
        Squares = s => s.CycleDaysSquares,
        Inference = Inference.Mean,
        CompareBy = "sales-cycle-median",
    };

    /// <summary>Kaplan–Meier median days from start to won.</summary>
    public static readonly CohortMetric SalesCycleMedian = new()
    {
        Key = "sales-cycle-median",
        Name = "Sales cycle, median",
        Unit = Unit.Days,
        Better = Direction.Lower,
        Definition = "Kaplan–Meier median of the days from start to won, of the deals begun in the window. Open deals count as still going on, lost deals as censored when lost. Compared over months whose deals have all had 120 days. The figure to compare with.",
        Undefined = "When no deal was begun, or too few were won for half of them to be reached.",
        Of = "deals begun",
        Clock = Clock.DealToClose,
        Choice = CohortChoice.Begun,
        Maturity = 120,
        Inference = Inference.Median,
        Answer = Survival.MedianOf,
    };

    /// <summary>Mean days from start to won, of matured deals that were won in 120 days.</summary>
    public static readonly CohortMetric SalesCycleEqual = new()
    {
        Key = "sales-cycle-equal",
        Name = "Sales cycle, won in 120 days",
        Unit = Unit.Days,
        Better = Direction.Lower,
        Definition = "Days from start to won / deals won within 120 days of their start, of the deals begun in the window. Only months of which every deal has had 120 days count, so both sides had the same time. It does not see what takes longer.",
        Undefined = "When no deal was won within 120 days, or none has had them yet.",
        Of = "deals won in 120 days",
        Clock = Clock.DealToClose,
        Choice = CohortChoice.BegunAndMatured,
        FollowUp = 120,
        Inference = Inference.Mean,
        Answer = waits => Survival.MeanReached(waits, 120),
    };

    /// <summary>Plain median days from start to won, of the deals won in the window.</summary>
    public static readonly CohortMetric SalesCycleWonMedian = new()
    {
        Key = "sales-cycle-won-median",
        Name = "Sales cycle, median of won deals",
        Unit = Unit.Days,
        Better = Direction.Lower,
        Definition = "Middle of the days from start to won, of the deals won in the window. Flatters every young window: slow deals are not won yet.",
        Undefined = "When no deal with a known start was won.",
        Of = "won deals",
        Clock = Clock.DealToClose,
        Choice = CohortChoice.Ended,
        Answer = Survival.PlainMedian,
        CompareBy = "sales-cycle-median",
    };

    /// <summary>Mean days from start to lost.</summary>
    public static readonly SnapshotMetric SalesCycleLost = Quotient(
        "sales-cycle-lost", "Sales cycle, mean of lost deals", Unit.Days, Inference.None, nameof(Snapshot.LostCycleDays), nameof(Snapshot.LostCycleDeals),
        "lost deals with a known start", "Days from start to lost / deals lost whose start is known. Giving up sooner can be good or bad.")
        with
    { Better = Direction.Neither };

    /// <summary>Deals opened.</summary>
    public static readonly SnapshotMetric DealsCreated = Count(
        "deals-created", "Deals opened", nameof(Snapshot.DealsCreated), Direction.Higher, "Deals opened, whatever became of them.");

    /// <summary>Deals won.</summary>
    public static readonly SnapshotMetric DealsWon = Count(
        "deals-won", "Deals won", nameof(Snapshot.DealsWon), Direction.Higher, "Deals closed as won, by the month they closed.");

    /// <summary>Deals lost.</summary>
    public static readonly SnapshotMetric DealsLost = Count(
        "deals-lost", "Deals lost", nameof(Snapshot.DealsLost), Direction.Lower,
        "Deals closed as lost, by the month they closed. Closing hopeless deals raises it too.");

    /// <summary>Value of the deals won.</summary>
    public static readonly SnapshotMetric WonRevenue = Amount(
        "won-revenue", "Won revenue", nameof(Snapshot.WonRevenue), Unit.Money, Direction.Higher,
        "Value of the deals won, by the month they closed. Not what was invoiced or paid.") with
    {
        Members = [nameof(Snapshot.WonRevenue), nameof(Snapshot.WonRevenueSquares)],
        Squares = s => s.WonRevenueSquares,
        Inference = Inference.Sum,
    };

    /// <summary>Mean value of a deal won.</summary>
    public static readonly SnapshotMetric DealSize = Quotient(
        "deal-size", "Deal size", Unit.Money, Inference.Mean, nameof(Snapshot.WonRevenue), nameof(Snapshot.DealsWon), "won deals",
        "Won revenue / deals won. A mean: one big deal moves it.") with
    {
        Members = [nameof(Snapshot.WonRevenue), nameof(Snapshot.DealsWon), nameof(Snapshot.WonRevenueSquares)],
        Squares = s => s.WonRevenueSquares,
    };

    /// <summary>Median value of a deal won.</summary>
    public static readonly CohortMetric DealSizeMedian = new()
    {
        Key = "deal-size-median",
        Name = "Deal size, median",
        Unit = Unit.Money,
        Better = Direction.Higher,
        Definition = "Middle of the values of the deals won in the window: one big deal does not move it. Deals alike in every dimension that began in one month and took as long count at their mean.",
        Undefined = "When no deal was won.",
        Of = "won deals",
        Clock = Clock.DealToClose,
        Choice = CohortChoice.Ended,
        Answer = _ => Reading.Undefined,
        OfGroups = groups => DealSizes.Of(groups).MedianReading,
    };

    /// <summary>Share of the won revenue that is margin.</summary>
    public static readonly SnapshotMetric MarginRate = Quotient(
        "margin-rate", "Gross margin rate", Unit.Share, Inference.None, nameof(Snapshot.WonMargin), nameof(Snapshot.CostedRevenue), "costed revenue",
        "(Won revenue − cost of goods) / won revenue, over the deals whose cost of goods is known.");

    /// <summary>Won revenue less its cost of goods.</summary>
    public static readonly SnapshotMetric WonMargin = Amount(
        "won-margin", "Won margin", nameof(Snapshot.WonMargin), Unit.Money, Direction.Higher,
        "Won revenue − cost of goods, by the month the deals closed. Gross: wages and rent are not taken off.") with
    {
        Undefined = MarginUnknown,
        Members = [nameof(Snapshot.WonMargin), nameof(Snapshot.CostedRevenue), nameof(Snapshot.WonRevenue)],
        Numerator = KnownMargin,
    };

    /// <summary>Won revenue of one person in one year.</summary>
    public static readonly SnapshotMetric RevenuePerRep = Quotient(
        "revenue-per-rep", "Revenue per rep and year", Unit.Money, Inference.Sum, nameof(Snapshot.WonRevenue), nameof(Snapshot.StaffMonths), "staff-months",
        "Won revenue / staff-months × 12.") with
    {
        Members = [nameof(Snapshot.WonRevenue), nameof(Snapshot.StaffMonths), nameof(Snapshot.WonRevenueSquares)],
        Squares = s => s.WonRevenueSquares,
        Scale = 12,
    };

    /// <summary>Won margin of one person in one year.</summary>
    public static readonly SnapshotMetric MarginPerRep = Quotient(
        "margin-per-rep", "Margin per rep and year", Unit.Money, Inference.None, nameof(Snapshot.WonMargin), nameof(Snapshot.StaffMonths), "staff-months",
        "Won margin / staff-months × 12.") with
    {
        Undefined = $"When nobody is known to have been there. {MarginUnknown}",
        Members = [nameof(Snapshot.WonMargin), nameof(Snapshot.CostedRevenue), nameof(Snapshot.WonRevenue), nameof(Snapshot.StaffMonths)],
        Numerator = KnownMargin,
        Scale = 12,
    };

    /// <summary>Won revenue of one month.</summary>
    public static readonly SnapshotMetric MonthlyRevenue = WonRevenue with
    {
        Key = "monthly-revenue",
        Name = "Revenue a month",
        Definition = "Won revenue / months of the window.",
        Of = "months",
        IsPerMonth = true,
    };

    /// <summary>Deals going on at the end of the window.</summary>
    public static readonly CohortMetric OpenDeals = new()
    {
        Key = "open-deals",
        Name = "Open deals",
        Unit = Unit.Count,
        Better = Direction.Neither,
        Definition = "Deals neither won nor lost at the end of the window: a level, not a flow. One without a known start counts only where today's are asked for.",
        Undefined = "When there are no records of deals.",
        Clock = Clock.DealToClose,
        Choice = CohortChoice.OpenAtEnd,
        Answer = waits => new(waits.Count, waits.Count, null), // what has no start is counted by CohortMetric.Read
    };

    /// <summary>Value of the deals going on at the end of the window.</summary>
    public static readonly CohortMetric OpenPipeline = OpenDeals with
    {
        Key = "open-pipeline",
        Name = "Open pipeline",
        Unit = Unit.Money,
        Definition = "Stated value of the open deals at the end of the window, not weighted by any chance of winning. Deals without a value add nothing.",
        Undefined = "When there are no records of deals, or no open one says what it is worth.",
        IsValue = true,
    };

    /// <summary>How much revenue a day the pipeline makes.</summary>
    public static readonly CombinedMetric SalesVelocity = new()
    {
        Key = "sales-velocity",
        Name = "Sales velocity",
        Unit = Unit.Money,
        Better = Direction.Higher,
        Definition = "Open deals × closing rate × deal size / sales cycle (plain figures), in money a day. Made of other metrics: never add it to them.",
        Undefined = "When any of its four parts is undefined, or the cycle is zero days.",
        Of = "days of sales cycle",
        Parts = [OpenDeals, FunnelMetrics.ClosingRate, DealSize, SalesCycle],
        Combine = parts => new(Ratio.Of(parts[0] * parts[1] * parts[2], parts[3]), parts[0] * parts[1] * parts[2], parts[3]),
    };

    /// <summary>How many times the open pipeline holds what is still to be won.</summary>
    public static readonly CombinedMetric PipelineCoverage = new()
    {
        Key = "pipeline-coverage",
        Name = "Pipeline coverage",
        Unit = Unit.Ratio,
        Better = Direction.Higher,
        Definition = "Open pipeline / (revenue planned for the fiscal year − revenue won in it so far): a level at the end of the window, not weighted by any chance of winning.",
        Undefined = "When no plan says what is to be won, the plan is met, there are no records of deals, or no open one says what it is worth.",
        Of = "still to be won",
        Parts = [OpenPipeline, PlannedMetric.RemainingTarget],
        Combine = parts => new(parts[1] > 0 ? Ratio.Of(parts[0], parts[1]) : null, parts[0], parts[1]),
    };

    // Margin entered by itself comes without costed revenue; recorded margin comes with all of it, or is not known.
    private static decimal? KnownMargin(Snapshot s) =>
        s.CostedRevenue == s.WonRevenue || (s.CostedRevenue == 0 && s.WonMargin != 0) ? s.WonMargin : null;
}
