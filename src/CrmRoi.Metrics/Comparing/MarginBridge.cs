using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Comparing;

/// <summary>The bridge of a programme: margin a month before its go-live and after, each team by its own windows.</summary>
public static class MarginBridge
{
    /// <summary>Splits the change in margin a month.</summary>
    /// <param name="programme">How margin is told.</param>
    /// <param name="cube">The company's figures.</param>
    /// <param name="windows">The months of each team. A team's totals are divided by its own months before teams are summed.</param>
    /// <param name="filter">The part of the business.</param>
    /// <param name="by">The groups whose mix is told apart: segments or teams, or any other dimension that deals carry.</param>
    /// <remarks>
    /// Refused where the margin is read from orders or is not known, and where won deals or their margin cannot be compared. Leads are
    /// a factor only where they can be compared too and carry the dimension; otherwise decided deals are.
    /// </remarks>
    public static Bridge Of(Programme programme, SnapshotCube cube, ComparisonWindows windows, Filter filter, Dimensions by)
    {
        var teams = windows.For(DealMetrics.DealsWon, filter, cube.AsOf);
        if (Refusal(programme, cube, windows, filter, teams) is { } refusal)
        {
            return new() { Before = 0, After = 0, Refusal = refusal };
        }

        var leads = FunnelMetrics.Leads;
        var hasLeads = leads.Dimensions.HasFlag(by) && SnapshotCube.IsOffered(leads, filter)
            && Comparison.Of(cube, leads, windows, filter).Verdict is not (Verdict.Undefined or Verdict.NotComparable);
        var before = Side(team => team.Before);
        var after = Side(team => team.After);
        return before is null || after is null ? new() { Before = 0, After = 0, Refusal = Reason.MarginUnknown } : Bridge.Of(before, after);

        List<BridgeGroup>? Side(Func<TeamWindows, Window> window)
        {
            var parts = teams.SelectMany(team => cube.By(by, window(team), filter with { Team = team.Team })
                .Select(member => GroupOf(programme, member.Key, member.Value, window(team).Length, hasLeads))).ToList();
            return parts.Contains(null) ? null : [.. parts.OfType<BridgeGroup>().GroupBy(group => group.Name).Select(Sum)];
        }
    }

    private static Reason? Refusal(Programme programme, SnapshotCube cube, ComparisonWindows windows, Filter filter, IReadOnlyList<TeamWindows> teams)
    {
        if (programme.MarginSource != MarginSource.Deals)
        {
            return Reason.MarginFromOrders;
        }

        if (teams.Count == 0)
        {
            return Reason.NoMonthAfterGoLive;
        }

        var found = Comparison.Of(cube, DealMetrics.DealsWon, windows, filter);
        return found switch
        {
            { Reason: VerdictReason.UnlikeSources or VerdictReason.UnlikeCompleteness } => Reason.UnlikeSources,
            { Verdict: Verdict.Undefined or Verdict.NotComparable } => Reason.NoBaseline,
            _ => null,
        };
    }

    private static BridgeGroup? GroupOf(Programme programme, string name, Snapshot sold, int months, bool hasLeads) =>
        MarginReader.Margin(programme, sold) is { } margin
            ? new(
                name,
                hasLeads ? Ratio.Of(sold.Leads, months) : null,
                Ratio.Of(sold.DealsWon + sold.DealsLost, months) ?? 0,
                Ratio.Of(sold.DealsWon, months) ?? 0,
                Ratio.Of(sold.WonRevenue, months) ?? 0,
                Ratio.Of(margin, months) ?? 0)
            : null;

    private static BridgeGroup Sum(IGrouping<string, BridgeGroup> group) => new(
        group.Key,
        group.Any(part => part.Leads is null) ? null : group.Sum(part => part.Leads),
        group.Sum(part => part.Decided),
        group.Sum(part => part.Won),
        group.Sum(part => part.Revenue),
        group.Sum(part => part.Margin));
}
