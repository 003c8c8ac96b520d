using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Comparing;

public sealed class ComparisonWindowsTests
{
    private static readonly Programme Programme = new()
    {
        Name = "CRM",
        Currency = "EUR",
        BaselineMonths = 6,
        RampUpMonths = 2,
        GoLive = new Month(2025, 1),
        Teams = [new("South", new Month(2025, 5)), new("East", new Month(2025, 12))],
    };

    private static readonly DateOnly Today = new(2025, 12, 31);

    [Fact]
    public void Each_team_is_compared_by_its_own_go_live()
    {
        var windows = ComparisonWindows.Of(Programme, ["North", "South"], new Month(2025, 12));

        windows.Teams.Single(team => team.Team == "North").Before.ToString().Should().Be("2024-07..2024-12");
        windows.Teams.Single(team => team.Team == "North").After.ToString().Should().Be("2025-07..2025-12");
        windows.Teams.Single(team => team.Team == "South").Before.ToString().Should().Be("2024-11..2025-04");
        windows.Teams.Single(team => team.Team == "South").After.ToString().Should().Be("2025-07..2025-12");
    }

    [Fact]
    public void No_month_before_the_end_of_the_ramp_up_is_after()
    {
        var windows = ComparisonWindows.Of(Programme, ["South"], new Month(2025, 9));

        windows.Teams.Single(team => team.Team == "South").After.ToString().Should().Be("2025-07..2025-09");
    }

    [Fact]
    public void A_team_without_a_month_after_its_ramp_up_is_left_out_and_named()
    {
        var windows = ComparisonWindows.Of(Programme, ["North", "East"], new Month(2025, 12));

        windows.Teams.Select(team => team.Team).Should().Equal("North", Cell.Unassigned);
        windows.LeftOut.Select(team => team.Team).Should().Equal("East");
    }

    [Fact]
    public void What_belongs_to_no_team_goes_by_the_programmes_own_go_live()
    {
        var windows = ComparisonWindows.Of(Programme, ["South", Cell.Unassigned], new Month(2025, 12));

        windows.Company.GoLive.Should().Be(new Month(2025, 1));
        windows.For(MarketingMetrics.MarketingSpend, Filter.None, Today).Should().Equal(windows.Company);
        windows.For(DealMetrics.DealsWon, Filter.None, Today).Select(team => team.Team).Should().Equal("South", Cell.Unassigned);
        windows.For(DealMetrics.DealsWon, Filter.None.With(Dimensions.Team, "South"), Today).Select(team => team.Team).Should().Equal("South");
    }

    [Fact]
    public void Waits_are_compared_over_months_whose_waits_have_all_had_time_to_end()
    {
        var windows = ComparisonWindows.Of(Programme, ["North"], new Month(2025, 12));

        // 120 days before the end of 2025 were over on 31 August.
        windows.For(DealMetrics.SalesCycleMedian, Filter.None, Today)[0].After.To.Should().Be(new Month(2025, 8));
        windows.For(FunnelMetrics.ClosingRateCohort, Filter.None, Today)[0].After.To.Should().Be(new Month(2025, 8));
        windows.For(DealMetrics.SalesCycle, Filter.None, Today)[0].After.To.Should().Be(new Month(2025, 12));
    }

    [Fact]
    public void The_sides_are_the_sums_of_the_teams_own_windows_and_their_months_the_mean()
    {
        // North wins 10 a month before 2025-01 and 20 after; South 30 a month before 2025-05 and 40 after.
        var cells = new Window(new Month(2024, 1), new Month(2025, 9)).Months.SelectMany(month => new[]
        {
            Won(month, "North", month < new Month(2025, 1) ? 10 : 20),
            Won(month, "South", month < new Month(2025, 5) ? 30 : 40),
        });
        var cube = new SnapshotCube(cells, [], [], new DateOnly(2025, 9, 30));
        var windows = ComparisonWindows.Of(Programme, cube.Members(Dimensions.Team), cube.LastFullMonth);

        var comparison = Comparison.Of(cube, DealMetrics.DealsWon, windows, Filter.None);

        // North has six months after, South three: (6 × 20 + 3 × 40) / 4.5.
        comparison.Before.Should().Be(new Reading(40, 240, 6));
        comparison.After.Denominator.Should().Be(4.5m);
        comparison.After.Numerator.Should().Be(240);
        comparison.Verdict.Should().Be(Verdict.Better);
    }

    [Fact]
    public void Before_go_live_nothing_is_compared()
    {
        var cube = new SnapshotCube([Won(new Month(2024, 1), "North", 1)], [], [], new DateOnly(2024, 12, 31));
        var windows = ComparisonWindows.Of(Programme, cube.Members(Dimensions.Team), cube.LastFullMonth);

        var comparison = Comparison.Of(cube, DealMetrics.DealsWon, windows, Filter.None);

        (comparison.Verdict, comparison.Reason).Should().Be((Verdict.NotComparable, VerdictReason.NoMonthsAfter));
    }

    [Fact]
    public void A_filter_that_the_records_do_not_carry_is_not_offered()
    {
        var cube = new SnapshotCube([Won(new Month(2024, 1), "North", 1)], [], [], new DateOnly(2025, 12, 31));
        var windows = ComparisonWindows.Of(Programme, cube.Members(Dimensions.Team), cube.LastFullMonth);

        var comparison = Comparison.Of(cube, ActivityMetrics.Calls, windows, Filter.None.With(Dimensions.Segment, "Retail"));

        (comparison.Verdict, comparison.Reason).Should().Be((Verdict.Undefined, VerdictReason.NotOffered));
    }

    private static KeyValuePair<Cell, Snapshot> Won(Month month, string team, int count) =>
        KeyValuePair.Create(new Cell(month) { Team = team }, new Snapshot { DealsWon = count });
}
