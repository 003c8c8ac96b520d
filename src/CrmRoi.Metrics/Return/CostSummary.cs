using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Return;

/// <summary>One cost with what of it has fallen due and what is still to come.</summary>
/// <param name="Cost">The cost.</param>
/// <param name="Spent">What fell due up to the last full month, by month.</param>
/// <param name="Planned">What falls due after it, to the end of the horizon, by month.</param>
public sealed record CostLine(Cost Cost, CashFlow Spent, CashFlow Planned)
{
    /// <summary>Whether nothing of it has fallen due yet: it is listed apart.</summary>
    public bool IsStillToCome => Spent.Total == 0;
}

/// <summary>What was planned of a kind of cost, and what was spent.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Planned">What the plan has up to the last full month.</param>
/// <param name="Actual">What was really spent up to then.</param>
public sealed record PlannedAndSpent(CostKind Kind, decimal Planned, decimal Actual)
{
    /// <summary>Spent less planned: above 0 where it came dearer.</summary>
    public decimal Difference => Actual - Planned;

    /// <summary>The difference as a fraction of the plan.</summary>
    /// <value>Undefined where nothing was planned.</value>
    public decimal? Share => Ratio.Of(Difference, Planned);
}

/// <summary>What a programme has cost, and what it will have cost at the end of its horizon.</summary>
public sealed record CostSummary
{
    private CostSummary()
    {
    }

    /// <summary>Each cost of the programme, as they came; the plan is apart.</summary>
    public required IReadOnlyList<CostLine> Lines { get; init; }

    /// <summary>The plan that was made before, line by line: it counts in no other figure of this.</summary>
    public IReadOnlyList<CostLine> Plan { get; init; } = [];

    /// <summary>The month in which the first cost falls due; none without costs.</summary>
    public required Month? First { get; init; }

    /// <summary>The last month of the horizon, counted from the first cost; none without costs.</summary>
    public required Month? HorizonEnd { get; init; }

    /// <summary>Total cost of ownership: what falls due from the first cost to the end of the horizon, spent or not.</summary>
    /// <value>Undefined without costs.</value>
    public required decimal? OverHorizon { get; init; }

    /// <summary>Months in which somebody uses the CRM, summed over users, up to the last full month; 0 where no users are stated.</summary>
    /// <remarks>Users are those of licences paid per user; where there are none, the most users that any other cost per user states.</remarks>
    public required long UserMonths { get; init; }

    /// <summary>What fell due up to the last full month, by month.</summary>
    public CashFlow Monthly => CashFlow.Sum(Lines.Select(line => line.Spent));

    /// <summary>What falls due after the last full month, to the end of the horizon, by month.</summary>
    public CashFlow Planned => CashFlow.Sum(Lines.Select(line => line.Planned));

    /// <summary>Everything spent up to the last full month.</summary>
    public decimal Total => Lines.Sum(line => line.Spent.Total);

    /// <summary>The part of <see cref="Total"/> that is spent once.</summary>
    public decimal OneOff => Lines.Where(line => line.Cost.Cadence == Cadence.OneOff).Sum(line => line.Spent.Total);

    /// <summary>The part of <see cref="Total"/> that is spent again and again.</summary>
    public decimal Recurring => Total - OneOff;

    /// <summary><see cref="Total"/> by kind, kinds without any left out.</summary>
    public IReadOnlyDictionary<CostKind, decimal> ByKind => Lines.Where(line => !line.IsStillToCome)
        .GroupBy(line => line.Cost.Kind).OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.Sum(line => line.Spent.Total));

    /// <summary>What one user costs in one month, everything included.</summary>
    /// <value>Undefined where no users are stated.</value>
    public decimal? PerUserAndMonth => Ratio.Of(Total, UserMonths);

    /// <summary>Planned beside spent, by kind, up to the last full month; empty where no plan is entered.</summary>
    public IReadOnlyList<PlannedAndSpent> PlanByKind => Plan.Count == 0 ? [] : [.. Plan.Concat(Lines).GroupBy(line => line.Cost.Kind)
        .OrderBy(kind => kind.Key).Select(kind => new PlannedAndSpent(kind.Key, Spent(kind, true), Spent(kind, false)))];

    /// <summary>What was planned up to the last full month, by month.</summary>
    public CashFlow PlanMonthly => CashFlow.Sum(Plan.Select(line => line.Spent));

    /// <summary>The costs of a programme, those of others left out.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="costs">Costs, of any programme.</param>
    /// <param name="lastFullMonth">The last month that is over.</param>
    /// <exception cref="ArgumentException">A cost is nonsense: see <see cref="CostSchedule"/>.</exception>
    public static CostSummary Of(Programme programme, IEnumerable<Cost> costs, Month lastFullMonth)
    {
        var every = costs.Where(cost => string.Equals(cost.Programme, programme.Name, StringComparison.OrdinalIgnoreCase)).ToLookup(cost => cost.IsPlan);
        var own = every[false].ToList();
        Month? first = own.Count == 0 ? null : own.Min(cost => cost.From);
        var horizonEnd = first?.Plus(programme.HorizonMonths - 1);
        var lines = own.Select(cost => LineOf(cost, lastFullMonth, horizonEnd!.Value)).ToList();
        return new()
        {
            Lines = lines,
            Plan = [.. every[true].Select(cost => LineOf(cost, lastFullMonth, horizonEnd ?? lastFullMonth))],
            First = first,
            HorizonEnd = horizonEnd,
            OverHorizon = horizonEnd is { } end ? own.Sum(cost => CostSchedule.Of(cost, end).Total) : null,
            UserMonths = UsersByMonth(lines).Sum(),
        };
    }

    private static decimal Spent(IEnumerable<CostLine> lines, bool isPlan) => lines.Where(line => line.Cost.IsPlan == isPlan).Sum(line => line.Spent.Total);

    private static CostLine LineOf(Cost cost, Month lastFullMonth, Month horizonEnd)
    {
        var all = CostSchedule.Of(cost, Month.Max(lastFullMonth, horizonEnd));
        return new(cost, all.In(new(cost.From, lastFullMonth)), all.In(new(lastFullMonth.Plus(1), horizonEnd)));
    }

    private static IEnumerable<long> UsersByMonth(IEnumerable<CostLine> lines) => lines
        .Where(line => line.Cost.Cadence == Cadence.PerUserMonth)
        .SelectMany(line => line.Spent.Amounts.Keys.Select(month => (Month: month, line.Cost)))
        .GroupBy(each => each.Month, each => each.Cost)
        .Select(month => month.Any(cost => cost.Kind == CostKind.Licences)
            ? month.Where(cost => cost.Kind == CostKind.Licences).Sum(cost => (long)cost.UsersIn(month.Key))
            : month.Max(cost => (long)cost.UsersIn(month.Key)));
}
