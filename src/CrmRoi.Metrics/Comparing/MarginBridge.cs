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

        var sides = new Sides(programme, cube, filter, by, HasLeads(cube, windows, filter, by));
        return sides.Bridge(
            [.. teams.Select(team => new Share(team.Team, team.Before, Ratio.Of(1, team.Before.Length) ?? 0))],
            [.. teams.Select(team => new Share(team.Team, team.After, Ratio.Of(1, team.After.Length) ?? 0))]);
    }

    /// <summary>Splits a gain over all of its months: what every team sold since its go-live, against as many months of its baseline.</summary>
    /// <param name="programme">How margin is told.</param>
    /// <param name="cube">The company's figures.</param>
    /// <param name="gain">The plain difference of before and after, team by team.</param>
    /// <param name="until">The last month told of.</param>
    /// <param name="by">The groups whose mix is told apart.</param>
    /// <remarks>Refused as the other one. Where margin is entered beside its deals, the bridge's total is not the gain's.</remarks>
    public static Bridge Of(Programme programme, SnapshotCube cube, BeforeAfterGain gain, Month until, Dimensions by)
    {
        var windows = ComparisonWindows.Of(programme, cube.Members(Dimensions.Team), until);
        if (Refusal(programme, cube, windows, Filter.None, windows.For(DealMetrics.DealsWon, Filter.None, cube.AsOf)) is { } refusal)
        {
            return new() { Before = 0, After = 0, Refusal = refusal };
        }

        var sides = new Sides(programme, cube, Filter.None, by, HasLeads(cube, windows, Filter.None, by));
        return sides.Bridge(
            [.. gain.Teams.Select(team => new Share(team.Team, team.Baseline, Ratio.Of(team.PostMonths, team.BaselineMonths) ?? 0))],
            [.. gain.Teams.Select(team => new Share(team.Team, new(team.GoLive, until), 1))]);
    }

    private static bool HasLeads(SnapshotCube cube, ComparisonWindows windows, Filter filter, Dimensions by) =>
        FunnelMetrics.Leads.Dimensions.HasFlag(by) && SnapshotCube.IsOffered(FunnelMetrics.Leads, filter)
        && Comparison.Of(cube, FunnelMetrics.Leads, windows, filter).Verdict is not (Verdict.Undefined or Verdict.NotComparable);

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

    // What a team (none: the company) sold in a window, times a weight.
    private readonly record struct Share(string? Team, Window Window, decimal Weight);

    private sealed class Sides(Programme programme, SnapshotCube cube, Filter filter, Dimensions by, bool hasLeads)
    {
        public Bridge Bridge(IReadOnlyList<Share> before, IReadOnlyList<Share> after) => (Side(before), Side(after)) is ({ } was, { } now)
            ? Comparing.Bridge.Of(was, now)
            : new() { Before = 0, After = 0, Refusal = Reason.MarginUnknown };

        private List<BridgeGroup>? Side(IReadOnlyList<Share> shares)
        {
            var parts = shares.SelectMany(share => cube.By(by, share.Window, share.Team is null ? filter : filter with { Team = share.Team })
                .Select(member => GroupOf(member.Key, member.Value, share.Weight))).ToList();
            return parts.Contains(null) ? null : [.. parts.OfType<BridgeGroup>().GroupBy(group => group.Name).Select(Sum)];
        }

        private BridgeGroup? GroupOf(string name, Snapshot sold, decimal weight) => MarginReader.Margin(programme, sold) is { } margin
            ? new(name, hasLeads ? sold.Leads * weight : null, (sold.DealsWon + sold.DealsLost) * weight, sold.DealsWon * weight, sold.WonRevenue * weight, margin * weight)
            : null;

        private static BridgeGroup Sum(IGrouping<string, BridgeGroup> group) => new(
            group.Key,
            group.Any(part => part.Leads is null) ? null : group.Sum(part => part.Leads),
            group.Sum(part => part.Decided),
            group.Sum(part => part.Won),
            group.Sum(part => part.Revenue),
            group.Sum(part => part.Margin));
    }
}
