using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Comparing;

public sealed class MarginBridgeTests
{
    private static readonly Programme Programme = new()
    {
        Name = "CRM",
        Currency = "EUR",
        GoLive = new(2026, 3),
        BaselineMonths = 2,
        Teams = [new("South", new(2026, 4))],
    };

    // North: 2 a month of margin 50 before March, 4 from then. South: 1 before April, 1 after.
    private static readonly KeyValuePair<Cell, Snapshot>[] Sold =
    [
        .. Enumerable.Range(1, 4).Select(month => Of(month, "North", leads: month < 3 ? 4 : 8, won: month < 3 ? 2 : 4)),
        .. Enumerable.Range(1, 4).Select(month => Of(month, "South", leads: 2, won: 1)),
    ];

    [Fact]
    public void Each_team_counts_over_its_own_months_as_a_months_mean()
    {
        var bridge = BridgeOf(Sold, Programme);

        bridge.Before.Should().Be(150);
        bridge.After.Should().Be(250);
        bridge.Parts.Sum(part => part.Amount).Should().Be(100);
        bridge[BridgeFactor.ClosingRate].Should().Be(0);
    }

    [Fact]
    public void As_many_leads_again_are_leads_when_all_teams_have_them()
    {
        var both = Sold.Select(cell => Of(cell.Key.Month.Number, cell.Key.Team, leads: cell.Key.Month.Number < 3 ? 4 : 8, won: cell.Key.Month.Number < 3 ? 2 : 4));

        var bridge = BridgeOf([.. both], Programme with { Teams = [] }, new ComparabilityStatement(Programme.Name, "leads", "Leads were logged before as well.", "admin", new(2026, 4, 30)));

        bridge.Parts.Where(part => part.Amount != 0).Should().Equal(new BridgePart(BridgeFactor.Leads, 200));
    }

    [Fact]
    public void Leads_that_double_with_the_go_live_may_be_logging_so_decided_deals_stand_in()
    {
        var both = Sold.Select(cell => Of(cell.Key.Month.Number, cell.Key.Team, leads: cell.Key.Month.Number < 3 ? 4 : 8, won: cell.Key.Month.Number < 3 ? 2 : 4));

        BridgeOf([.. both], Programme with { Teams = [] }).Parts.Where(part => part.Amount != 0).Should().Equal(new BridgePart(BridgeFactor.DecidedDeals, 200));
    }

    [Fact]
    public void Where_the_cost_of_goods_is_not_known_there_is_no_bridge()
    {
        KeyValuePair<Cell, Snapshot>[] uncosted = [.. Sold.Select(cell => KeyValuePair.Create(cell.Key, cell.Value with { CostedRevenue = 0, WonMargin = 0 }))];

        BridgeOf(uncosted, Programme).Refusal.Should().Be(Reason.MarginUnknown);
        BridgeOf(uncosted, Programme with { MarginRate = 0.5m }).Total.Should().Be(100);
    }

    [Fact]
    public void Orders_have_no_bridge()
    {
        BridgeOf(Sold, Programme with { MarginSource = MarginSource.Orders }).Refusal.Should().Be(Reason.MarginFromOrders);
    }

    [Fact]
    public void Products_have_no_leads_so_decided_deals_stand_in()
    {
        var cube = new SnapshotCube(Sold, [], [], new(2026, 4, 30));

        var bridge = MarginBridge.Of(Programme, cube, WindowsOf(cube, Programme), Filter.None, Dimensions.Product);

        bridge[BridgeFactor.Leads].Should().BeNull();
        bridge[BridgeFactor.DecidedDeals].Should().Be(100);
    }

    [Fact]
    public void Profit_takes_the_cost_of_winning_off_only_where_it_is_known()
    {
        KeyValuePair<Cell, Snapshot>[] cells =
        [
            KeyValuePair.Create(new Cell(new(2026, 3)) { Channel = "Fair", Segment = "Labs" }, new Snapshot { Leads = 2, DealsWon = 1, WonRevenue = 100, CostedRevenue = 100, WonMargin = 40 }),
            KeyValuePair.Create(new Cell(new(2026, 3)) { Channel = "Fair" }, new Snapshot { MarketingSpend = 90 }),
        ];
        var cube = new SnapshotCube(cells, [], [], new(2026, 3, 31));
        var month = new Window(new(2026, 3), new(2026, 3));

        var channels = Profitability.Of(cube, null, null, month, Filter.None, Dimensions.Channel);
        var segments = Profitability.Of(cube, null, null, month, Filter.None, Dimensions.Segment);

        channels.Unprofitable.Should().ContainSingle().Which.Profit.Should().Be(-50);
        channels.Rows[0].ProfitPerApplication.Should().Be(-25);
        segments.HasAcquisitionCost.Should().BeFalse();
        segments.Rows.Single(row => row.Member == "Labs").Should().Match<ProfitRow>(row => row.AcquisitionCost == null && row.Profit == 40);
    }

    private static Bridge BridgeOf(KeyValuePair<Cell, Snapshot>[] cells, Programme programme, params ComparabilityStatement[] stated)
    {
        var cube = new SnapshotCube(cells, [], [], new(2026, 4, 30)) { Statements = stated };
        return MarginBridge.Of(programme, cube, WindowsOf(cube, programme), Filter.None, Dimensions.Team);
    }

    private static ComparisonWindows WindowsOf(SnapshotCube cube, Programme programme) =>
        ComparisonWindows.Of(programme, cube.Members(Dimensions.Team), cube.LastFullMonth);

    private static KeyValuePair<Cell, Snapshot> Of(int month, string team, int leads, int won) => KeyValuePair.Create(
        new Cell(new(2026, month)) { Team = team },
        new Snapshot { Leads = leads, DealsWon = won, WonRevenue = won * 100, WonRevenueSquares = won * 10_000, CostedRevenue = won * 100, WonMargin = won * 50 });
}
