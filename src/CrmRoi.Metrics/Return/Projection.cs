using CrmRoi.Metrics.Programmes;
using MathNet.Numerics.Distributions;

namespace CrmRoi.Metrics.Return;

/// <summary>One month that is still to come, if the last complete year goes on.</summary>
/// <param name="Month">The month.</param>
/// <param name="Gain">The gain expected of it.</param>
/// <param name="Cost">What is planned to be spent in it.</param>
/// <param name="Cumulative">All gain less all cost up to its end, what has happened included.</param>
/// <param name="Low">The lower end of the cumulative sum's interval.</param>
/// <param name="High">Its upper end.</param>
public sealed record ProjectedMonth(Month Month, decimal Gain, decimal Cost, decimal Cumulative, decimal Low, decimal High);

/// <summary>How the return goes on to the end of the horizon if the last complete year does: a projection, not a measurement.</summary>
/// <remarks>
/// The gain of each month to come is the mean of the last twelve full months, growing by the ledger's yearly change where one is assumed
/// and otherwise not at all. Costs are those planned. The interval is that of a mean of twelve months and of single months around it:
/// after months with growth g₁ … g_k it is ± t₁₁ s √((Σg)² / 12 + Σg²), s being the standard deviation of the twelve; where
/// the yearly change has a range, the lower end goes with its lowest and the upper with its highest. So it widens with every month.
/// </remarks>
public sealed record Projection
{
    /// <summary>How many months it is drawn from.</summary>
    public const int BaseMonths = 12;

    private Projection()
    {
    }

    /// <summary>The months to come, to the end of the horizon; empty where it is over.</summary>
    public required IReadOnlyList<ProjectedMonth> Months { get; init; }

    /// <summary>The twelve months that it is drawn from.</summary>
    public required Window From { get; init; }

    /// <summary>The mean gain of these.</summary>
    public required decimal MonthlyGain { get; init; }

    /// <summary>The level of its intervals, as a fraction.</summary>
    public required double Level { get; init; }

    /// <summary>The first month from which the sum stays at or above 0 to the end of the horizon.</summary>
    /// <value>Undefined where it is not reached by then.</value>
    public required Month? BreakEven { get; init; }

    /// <summary>All gain less all cost at the end of the horizon.</summary>
    public ProjectedMonth? End => Months.Count == 0 ? null : Months[^1];

    /// <summary>ROI over the whole horizon in percent.</summary>
    /// <value>Undefined where nothing is spent, or the horizon is over.</value>
    public required decimal? Roi { get; init; }

    /// <summary>Projects a return.</summary>
    /// <returns>None where the gain is not known, no cost is entered, or there are not yet twelve full months since go-live.</returns>
    public static Projection? Of(ProgrammeReturn result, double level = MonteCarlo.DefaultLevel)
    {
        if (result.MonthlyGain is not { } gain || result.Cost.HorizonEnd is not { } end || Base(result) is not { } year)
        {
            return null;
        }

        var amounts = year.Months.Select(month => gain[month]).ToList();
        var mean = amounts.Average();
        var spread = Math.Sqrt(amounts.Sum(amount => Math.Pow((double)(amount - mean), 2)) / (BaseMonths - 1));
        var width = StudentT.InvCDF(0, 1, BaseMonths - 1, (1 + level) / 2) * spread;
        var change = result.Assumptions.FirstOrDefault(each => each is { Target: AssumptionTarget.YearlyChange, Problem: null });
        var months = MonthsOf(result, new(result.Window.To.Plus(1), end), mean, width, change).ToList();
        var all = CashFlow.Sum([result.MonthlyNet!, CashFlow.Of(months.Select(month => new MonthAmount(month.Month, month.Gain - month.Cost)))]);
        return new()
        {
            Months = months,
            From = year,
            MonthlyGain = mean,
            Level = level,
            BreakEven = months.Count == 0 ? result.BreakEven : Payback.BreakEven(all, new(result.Window.From, end)),
            Roi = months.Count == 0 ? null : RoiConventions.Official(result.Gain + months.Sum(month => month.Gain), result.Cost.Total + months.Sum(month => month.Cost)),
        };
    }

    /// <summary>The last twelve months, all of them after the first go-live; none while there are fewer.</summary>
    private static Window? Base(ProgrammeReturn result)
    {
        var year = new Window(result.Window.To.Plus(1 - BaseMonths), result.Window.To);
        return result.GoLive is { } goLive && goLive <= year.From && result.Window.From <= year.From ? year : null;
    }

    private static IEnumerable<ProjectedMonth> MonthsOf(ProgrammeReturn result, Window months, decimal mean, double width, Assumption? change)
    {
        var (planned, sum) = (result.Cost.Planned, result.NetBenefit!.Value);
        var (growths, squares, lows, highs) = (0d, 0d, 0d, 0d);
        foreach (var (month, k) in months.Months.Select((month, i) => (month, i + 1)))
        {
            var growth = Growth(change?.Value ?? 0, k);
            (growths, squares) = (growths + growth, squares + (growth * growth));
            (lows, highs) = (lows + Growth(change?.Low ?? 0, k) - growth, highs + Growth(change?.High ?? 0, k) - growth);
            var gain = mean * (decimal)growth;
            sum += gain - planned[month];
            var half = (decimal)(width * Math.Sqrt((growths * growths / BaseMonths) + squares));
            var (first, second) = (mean * (decimal)lows, mean * (decimal)highs);
            yield return new(month, gain, planned[month], sum, sum - half + Math.Min(first, second), sum + half + Math.Max(first, second));
        }
    }

    private static double Growth(decimal yearly, int months) => Math.Pow(1 + (double)yearly, months / 12d);
}
