using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Return;

/// <summary>What margin each team made in each month, and from where it is known.</summary>
internal sealed class MarginReader
{
    private readonly Programme programme;
    private readonly SnapshotCube cube;
    private readonly IReadOnlyDictionary<(Month Month, string Team), Snapshot> byTeam;
    private readonly IReadOnlyDictionary<Month, Snapshot> byMonth;
    private readonly List<EnteredFigure> entered;
    private readonly Month? firstClosing;

    public MarginReader(Programme programme, SnapshotCube cube)
    {
        this.programme = programme;
        this.cube = cube;
        byTeam = cube.ByTeamAndMonth(Filter.None);
        byMonth = cube.ByMonth(Filter.None);
        entered = [.. cube.Entered.Where(figure => Families.Contains(EnteredCells.FamilyOf(figure.Measure)) && IsMoney(figure))];
        firstClosing = byMonth.Where(month => IsRecorded(Families[0], month.Key) && Closings(month.Value) > 0)
            .Select(month => (Month?)month.Key).Min();
    }

    /// <summary>Teams with margin or revenue in some month.</summary>
    public IReadOnlyList<string> Teams => [.. byTeam.Where(cell => Revenue(cell.Value) != 0 || Recorded(cell.Value) != 0)
        .Select(cell => cell.Key.Team).Distinct().OrderBy(team => team == Cell.Unassigned).ThenBy(team => team, StringComparer.Ordinal)];

    /// <summary>The family of revenue, then that of margin.</summary>
    private string[] Families => programme.MarginSource == MarginSource.Deals ? ["deals", "margin"] : ["orders", "order-margin"];

    /// <summary>Whether a figure of the whole company stands in for records of some month of a window.</summary>
    public bool IsEnteredForCompany(Window window) => window.Months.Any(month => Used(month, null).Any(figure => figure.Team is null));

    /// <summary>Whether the margin of a team (none: of the company) in a month is known to be something or nothing.</summary>
    /// <remarks>
    /// Records tell from the first month in which anything was closed: before it, deals were opened whose predecessors nobody
    /// recorded. An entry tells of its own team only.
    /// </remarks>
    public bool IsKnown(Month month, string? team) =>
        (IsRecorded(Families[0], month) && firstClosing <= month)
        || Used(month, team).Any(figure => figure.Measure != EnteredFigure.CostOfGoodsKey);

    /// <summary>Entries that count towards the margin of a team (none: of the company) in a month.</summary>
    public IEnumerable<EnteredFigure> Used(Month month, string? team) => entered.Where(figure =>
        figure.Period.Contains(month)
        && (team is null || Cell.MemberOf(figure.Team) == team)
        && !IsRecorded(EnteredCells.FamilyOf(figure.Measure), month, figure.Team));

    /// <summary>The margin of a team (none: of the company) in a month.</summary>
    /// <returns>0 for a known month without sales; none when revenue has neither a cost of goods nor a stated margin rate.</returns>
    public decimal? Margin(Month month, string? team) => Margin(
        programme, team is null ? byMonth.GetValueOrDefault(month, Snapshot.Empty) : byTeam.GetValueOrDefault((month, team), Snapshot.Empty));

    /// <summary>The margin of a snapshot by the programme's source: as recorded, and by the stated rate where no cost of goods is.</summary>
    public static decimal? Margin(Programme programme, Snapshot snapshot)
    {
        var (margin, uncosted) = programme.MarginSource == MarginSource.Deals
            ? (snapshot.WonMargin, snapshot.WonRevenue - snapshot.CostedRevenue)
            : (snapshot.OrderMargin, snapshot.OrderRevenue - snapshot.CostedOrderRevenue);
        return uncosted == 0 ? margin : margin + (uncosted * programme.MarginRate);
    }

    private static bool IsMoney(EnteredFigure figure) =>
        figure.Measure is "won-revenue" or "won-margin" or "order-revenue" or "order-margin" or EnteredFigure.CostOfGoodsKey;

    private bool IsRecorded(string family, Month month, string? team = null) => cube.ProvenanceOf(family, new(month, month), team).IsRecorded;

    private long Closings(Snapshot snapshot) =>
        programme.MarginSource == MarginSource.Deals ? snapshot.DealsWon + snapshot.DealsLost : snapshot.Orders;

    private decimal Revenue(Snapshot snapshot) =>
        programme.MarginSource == MarginSource.Deals ? snapshot.WonRevenue : snapshot.OrderRevenue;

    private decimal Recorded(Snapshot snapshot) =>
        programme.MarginSource == MarginSource.Deals ? snapshot.WonMargin : snapshot.OrderMargin;
}
