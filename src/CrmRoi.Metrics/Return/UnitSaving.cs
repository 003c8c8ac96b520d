using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Return;

/// <summary>What is no longer spent for each of something: hours for each person, money for each lead or case.</summary>
/// <remarks>
/// A month's saving is what its leads (cases, staff-months) would have taken without the CRM, less what they took: by the official estimate of
/// the quotient, or, where there is none, by the quotient of before go-live, each team by its own where the metric has teams. Money for
/// each of something is cash only as far as less was spent in all: more leads for the same money save none, and what those leads
/// bring is already in the sales margin. So no month saves more cash than the baseline's mean month less its own spend.
/// </remarks>
internal sealed class UnitSaving
{
    private readonly Programme programme;
    private readonly SnapshotCube cube;
    private readonly BenefitKind kind;
    private readonly Window counted;
    private readonly SnapshotMetric metric;
    private readonly IReadOnlyDictionary<(Month Month, string Team), Snapshot> byTeam;
    private readonly IReadOnlyDictionary<Month, Snapshot> byMonth;

    private UnitSaving(Programme programme, SnapshotCube cube, BenefitKind kind, Window counted, SnapshotMetric metric)
    {
        (this.programme, this.cube, this.kind, this.counted, this.metric) = (programme, cube, kind, counted, metric);
        (byTeam, byMonth) = (cube.ByTeamAndMonth(Filter.None), cube.ByMonth(Filter.None));
    }

    /// <summary>What is saved by a benefit in the months that count; none where no quotient measures it.</summary>
    public static UnitSaving? Of(Programme programme, SnapshotCube cube, BenefitKind kind, Window counted) =>
        kind.MetricOf() is { } key && MetricCatalogue.TryFind(key, out var found) && found is SnapshotMetric { Denominator: not null } metric
            ? new(programme, cube, kind, counted, metric)
            : null;

    /// <summary>What is saved by month against the time before go-live, below 0 where more is needed; none where before or after is not known.</summary>
    public CashFlow? BeforeAfter()
    {
        var teams = metric.Dimensions.HasFlag(Dimensions.Team) ? byTeam.Keys.Select(cell => cell.Team).Distinct() : [];
        var flows = teams.Select(team => BeforeAfter(team, programme.GoLiveOf(team))).OfType<CashFlow>().ToList();
        return flows.Count > 0 ? CashFlow.Sum(flows) : BeforeAfter(null, programme.GoLive);
    }

    /// <summary>What is saved by month by an estimate of the quotient, below 0 where more is needed.</summary>
    public CashFlow By(GainEstimate estimate)
    {
        var before = Baseline(null, programme.FirstGoLive());
        var mean = Ratio.Of(before.Sum(month => month.Spent), before.Count);
        return CashFlow.Of(Estimated(estimate).Select(month => new MonthAmount(month, Cash(-estimate.Monthly[month] * Read(month, null).Units, Read(month, null).Spent, mean))));
    }

    /// <summary>By how much the saving of each month moves where the estimate's mean does by 1. Taken without the bound of cash, so it shows rather too much doubt than too little.</summary>
    public CashFlow Moved(GainEstimate estimate) =>
        CashFlow.Of(Estimated(estimate).Select(month => new MonthAmount(month, -Read(month, null).Units)));

    private IEnumerable<Month> Estimated(GainEstimate estimate) => estimate.Counted.Intersect(counted).Months.Where(month => IsKnown(month, null));

    private CashFlow? BeforeAfter(string? team, Month goLive)
    {
        var before = Baseline(team, goLive);
        var after = goLive.IsKnown ? new Window(goLive, counted.To).Intersect(counted).Months.Where(month => IsKnown(month, team)).ToList() : [];
        if (after.Count == 0 || Ratio.Of(before.Sum(month => month.Spent), before.Sum(month => month.Units)) is not { } each)
        {
            return null;
        }

        var mean = Ratio.Of(before.Sum(month => month.Spent), before.Count);
        return CashFlow.Of(after.Select(month => (month, Now: Read(month, team)))
            .Select(at => new MonthAmount(at.month, Cash((each * at.Now.Units) - at.Now.Spent, at.Now.Spent, mean))));
    }

    private List<(decimal Spent, decimal Units)> Baseline(string? team, Month goLive) => !goLive.IsKnown ? [] :
    [
        .. new Window(goLive.Plus(-Math.Min(programme.BaselineMonths, goLive.Index)), goLive.Plus(-1)).Months
            .Where(month => IsKnown(month, team)).Select(month => Read(month, team)),
    ];

    private decimal Cash(decimal less, decimal spent, decimal? mean) => kind.IsUnitCost() ? Math.Min(less, (mean ?? 0) - spent) : less;

    private bool IsKnown(Month month, string? team) => cube.IsKnown(metric, new(month, month), team);

    private (decimal Spent, decimal Units) Read(Month month, string? team) =>
        (team is null ? byMonth.GetValueOrDefault(month) : byTeam.GetValueOrDefault((month, team))) is { } snapshot
            ? (metric.Numerator(snapshot) ?? 0, metric.Denominator!(snapshot))
            : (0, 0);
}
