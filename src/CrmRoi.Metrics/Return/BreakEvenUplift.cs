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
    public static decimal? Of(Programme programme, CostSummary cost, SnapshotCube cube) =>
        Baseline(programme, cost, cube) is { } known ? Ratio.Of(cost.OverHorizon, known.Closed * known.MarginPerWon * known.Months) : null;

    /// <summary>What each of the numbers that make the margin would have to rise by, if it alone rose, to cover the horizon's cost.</summary>
    /// <remarks>
    /// Margin a month = closed deals × closing rate × deal size × margin rate, so a rise of any of them by a fraction raises it by the same
    /// fraction: cost / (margin a month × months).
    /// </remarks>
    /// <returns>Empty where <see cref="Of"/> is undefined.</returns>
    public static IReadOnlyList<Uplift> Each(Programme programme, CostSummary cost, SnapshotCube cube)
    {
        if (Baseline(programme, cost, cube) is not { } known || Ratio.Of(cost.OverHorizon, known.Won * known.MarginPerWon * known.Months) is not { } share)
        {
            return [];
        }

        (string Key, Unit Unit, decimal? Value)[] parts =
        [
            ("closing-rate", Unit.Share, Ratio.Of(known.Won, known.Closed)),
            ("deal-size", Unit.Money, known.DealSize),
            ("margin-rate", Unit.Share, Ratio.Of(known.MarginPerWon, known.DealSize)),
            ("deals-won", Unit.Count, known.Won),
            ("leads", Unit.Count, known.Leads > 0 ? known.Leads : null),
        ];
        return [.. parts.Where(part => part.Value is not null).Select(part => new Uplift(part.Key, part.Unit, part.Value!.Value, share))];
    }

    private static (decimal Closed, decimal Won, decimal Leads, decimal MarginPerWon, decimal DealSize, int Months)? Baseline(Programme programme, CostSummary cost, SnapshotCube cube)
    {
        if (programme.MarginSource != MarginSource.Deals || !programme.GoLive.IsKnown || cost.HorizonEnd is not { } end)
        {
            return null;
        }

        var margins = new MarginReader(programme, cube);
        var known = new Window(programme.GoLive.Plus(-Math.Min(programme.BaselineMonths, programme.GoLive.Index)), programme.GoLive.Plus(-1))
            .Months.Where(month => margins.IsKnown(month, null)).ToList();
        var baseline = known.Select(month => cube.Total(new(month, month), Filter.None)).Merge();
        var months = programme.GoLive.MonthsUntil(end) + 1;
        return months > 0 && Ratio.Of(MarginReader.Margin(programme, baseline), baseline.DealsWon) is > 0 and var margin
            && Ratio.Of(baseline.DealsWon + baseline.DealsLost, known.Count) is { } closed
            ? (closed, Ratio.Of(baseline.DealsWon, known.Count) ?? 0, Ratio.Of(baseline.Leads, known.Count) ?? 0, margin, Ratio.Of(baseline.WonRevenue, baseline.DealsWon) ?? 0, months)
            : null;
    }
}

/// <summary>How far a number must rise above its baseline to pay, if it alone does.</summary>
/// <param name="Key">The metric.</param>
/// <param name="Unit">What it counts; counts are those of a month.</param>
/// <param name="Baseline">Its value in the baseline.</param>
/// <param name="Share">The rise as a fraction of the baseline.</param>
public sealed record Uplift(string Key, Unit Unit, decimal Baseline, decimal Share)
{
    /// <summary>The rise in the metric's own unit: points of a share, money, things a month.</summary>
    public decimal Rise => Baseline * Share;
}
