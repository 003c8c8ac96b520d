using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Return;

/// <summary>What is no longer spent for each of something: hours for each person, money for each lead or case.</summary>
/// <remarks>
/// A month's saving is what its leads (cases, staff-months) would have taken at the baseline's quotient, less what they took. Each
/// team is compared with its own baseline where the metric has teams. Money for each of something is cash only as far as less was spent in
/// all: more leads for the same money save none, and what those leads bring is already in the sales margin. So no month saves more
/// cash than the baseline's mean month less its own spend.
/// </remarks>
internal static class UnitSaving
{
    /// <summary>What is saved by month, below 0 where more is needed; none where before or after is not known.</summary>
    public static CashFlow? Of(Programme programme, SnapshotCube cube, BenefitKind kind, Window counted)
    {
        if (kind.MetricOf() is not { } key || !MetricCatalogue.TryFind(key, out var found) || found is not SnapshotMetric { Denominator: not null } metric)
        {
            return null;
        }

        var teams = metric.Dimensions.HasFlag(Dimensions.Team) ? cube.ByTeamAndMonth(Filter.None).Keys.Select(cell => cell.Team).Distinct() : [];
        var byTeam = cube.ByTeamAndMonth(Filter.None);
        var byMonth = cube.ByMonth(Filter.None);
        var flows = teams.Select(team => Saved(Months(programme.GoLiveOf(team)), month => byTeam.GetValueOrDefault((month, team)), month => IsKnown(month, team)))
            .OfType<CashFlow>().ToList();
        return flows.Count > 0
            ? CashFlow.Sum(flows)
            : Saved(Months(programme.GoLive), byMonth.GetValueOrDefault, month => IsKnown(month, null));

        bool IsKnown(Month month, string? team) => cube.IsKnown(metric, new(month, month), team);

        (Window Before, Window After) Months(Month goLive) => goLive.IsKnown
            ? (new(goLive.Plus(-Math.Min(programme.BaselineMonths, goLive.Index)), goLive.Plus(-1)), new Window(goLive, counted.To).Intersect(counted))
            : (new(counted.From, counted.From.Plus(-1)), new(counted.From, counted.From.Plus(-1)));

        CashFlow? Saved((Window Before, Window After) windows, Func<Month, Snapshot?> read, Func<Month, bool> isKnown)
        {
            var before = windows.Before.Months.Where(isKnown).Select(Amounts).ToList();
            var after = windows.After.Months.Where(isKnown).ToList();
            if (after.Count == 0 || Ratio.Of(before.Sum(each => each.Spent), before.Sum(each => each.Units)) is not { } each)
            {
                return null;
            }

            var mean = Ratio.Of(before.Sum(month => month.Spent), before.Count) ?? 0;
            return CashFlow.Of(after.Select(month => new MonthAmount(month, Less(Amounts(month), each, mean))));

            (decimal Spent, decimal Units) Amounts(Month month) =>
                read(month) is { } snapshot ? (metric.Numerator(snapshot) ?? 0, metric.Denominator!(snapshot)) : (0, 0);
        }

        decimal Less((decimal Spent, decimal Units) month, decimal each, decimal mean)
        {
            var less = (each * month.Units) - month.Spent;
            return kind.IsUnitCost() ? Math.Min(less, mean - month.Spent) : less;
        }
    }
}
