using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Return;

/// <summary>"It pays if the closing rate rises by at least x points."</summary>
/// <remarks>
/// With as many closed deals a month (n) and as much margin per won deal (m) as in the baseline, x points more bring n × x × m a
/// month. Over the T months from go-live to the end of the horizon that covers the total cost of ownership when
/// x = cost / (n × m × T). Savings are not taken off: it is what sales alone would have to bring.
/// </remarks>
public static class BreakEvenUplift
{
    /// <summary>The rise above the baseline's closing rate at which the horizon's cost is covered, all teams together.</summary>
    /// <returns>
    /// A fraction: 0.03 is three points. Undefined where margin is not read from deals, without go-live or cost, when the horizon ends
    /// before go-live, and when the baseline has no closed deals, no won ones, or a margin that is unknown or not above 0.
    /// </returns>
    public static decimal? Of(Programme programme, CostSummary cost, SnapshotCube cube)
    {
        if (programme.MarginSource != MarginSource.Deals || !programme.GoLive.IsKnown || cost.HorizonEnd is not { } end)
        {
            return null;
        }

        var margins = new MarginReader(programme, cube);
        var known = new Window(programme.GoLive.Plus(-Math.Min(programme.BaselineMonths, programme.GoLive.Index)), programme.GoLive.Plus(-1))
            .Months.Where(month => margins.IsKnown(month, null)).ToList();
        var baseline = known.Select(month => cube.Total(new(month, month), Filter.None)).Merge();
        var closedPerMonth = Ratio.Of(baseline.DealsWon + baseline.DealsLost, known.Count);
        var marginPerWon = Ratio.Of(MarginReader.Margin(programme, baseline), baseline.DealsWon);
        var months = programme.GoLive.MonthsUntil(end) + 1;
        return months > 0 && marginPerWon is > 0 ? Ratio.Of(cost.OverHorizon, closedPerMonth * marginPerWon * months) : null;
    }
}
