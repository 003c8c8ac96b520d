using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Snapshots;

public sealed class SnapshotCubeTests
{
    private static readonly Month January = new(2026, 1);

    [Fact]
    public void Records_win_over_an_entered_figure_of_the_same_month()
    {
        var cube = Cube([Recorded(January, "North", new Snapshot { Calls = 7 })], Entered("calls", January, 100), Entered("calls", January.Plus(-1), 90));

        var byMonth = cube.ByMonth(Filter.None);

        byMonth[January].Calls.Should().Be(7);
        byMonth[January.Plus(-1)].Calls.Should().Be(90);
    }

    [Fact]
    public void One_team_may_log_what_another_does_not_yet()
    {
        var cube = Cube(
            [Recorded(January, "North", new Snapshot { Calls = 7 })],
            Entered("calls", January, 100) with { Team = "South" });

        cube.ProvenanceOf("calls", new(January, January), "North").IsRecorded.Should().BeTrue();
        cube.ProvenanceOf("calls", new(January, January), "South").IsEntered.Should().BeTrue();
        cube.ByMonth(Filter.None)[January].Calls.Should().Be(107);
    }

    [Fact]
    public void A_month_between_records_is_known_and_empty_and_one_before_them_is_not_known()
    {
        var cube = Cube([
            Recorded(January, "North", new Snapshot { DealsWon = 1, WonRevenue = 50 }),
            Recorded(January.Plus(2), "North", new Snapshot { DealsWon = 1, WonRevenue = 70 })]);

        cube.Read(DealMetrics.DealsWon, new(January.Plus(1), January.Plus(1)), Filter.None).Value.Should().Be(0);
        cube.Read(DealMetrics.DealsWon, new(January.Plus(-1), January.Plus(-1)), Filter.None).Value.Should().BeNull();
    }

    [Fact]
    public void A_metric_is_not_offered_by_a_dimension_that_its_records_do_not_carry()
    {
        var cube = Cube([Recorded(January, "North", new Snapshot { Calls = 7, DealsWon = 1 })]);

        cube.Read(ActivityMetrics.CallsPerWonDeal, new(January, January), Filter.None).Value.Should().Be(7);
        cube.Read(ActivityMetrics.CallsPerWonDeal, new(January, January), new Filter { Segment = "Retail" }).Value.Should().BeNull();
    }

    [Fact]
    public void An_entered_margin_belongs_to_the_revenue_recorded_beside_it()
    {
        var cube = Cube([Recorded(January, "North", new Snapshot { DealsWon = 1, WonRevenue = 1_000 })], Entered("won-margin", January, 400));

        cube.Read(DealMetrics.WonMargin, new(January, January), Filter.None).Value.Should().Be(400);
        cube.Read(DealMetrics.MarginRate, new(January, January), Filter.None).Value.Should().Be(0.4m);
    }

    [Fact]
    public void Entered_calls_say_nothing_of_outbound_calls()
    {
        var cube = Cube([], Entered("calls", January, 100));

        cube.Read(ActivityMetrics.Calls, new(January, January), Filter.None).Value.Should().Be(100);
        cube.Read(ActivityMetrics.OutboundCalls, new(January, January), Filter.None).Value.Should().BeNull();
    }

    [Fact]
    public void Parts_that_nobody_records_are_not_known_rather_than_0()
    {
        var cube = Cube([Recorded(January, "North", new Snapshot { DealsWon = 3, DealsLost = 2, WonRevenue = 10, DealsCreated = 5 })]);

        cube.Read(FunnelMetrics.DealToQuote, new(January, January), Filter.None).Value.Should().BeNull();
        cube.Read(FunnelMetrics.ClosingRateByValue, new(January, January), Filter.None).Value.Should().BeNull();
    }

    [Fact]
    public void A_team_without_a_sale_since_go_live_has_sold_nothing_and_does_not_blank_the_others()
    {
        var cube = Cube([
            Recorded(January.Plus(-1), "North", new Snapshot { DealsWon = 1, WonRevenue = 100 }),
            Recorded(January.Plus(-1), "South", new Snapshot { DealsWon = 1, WonRevenue = 40 }),
            Recorded(January, "North", new Snapshot { DealsWon = 1, WonRevenue = 120 })]);

        var comparison = Compare(cube, DealMetrics.MonthlyRevenue);

        (comparison.Before.Value, comparison.After.Value).Should().Be((140m, 120m));
    }

    [Fact]
    public void A_total_a_month_is_that_of_the_months_that_are_known()
    {
        var cube = Cube([Recorded(January, "North", new Snapshot { Calls = 90 })], Entered("calls", January.Plus(-2), 80) with { Team = "North" });
        var programme = new Programme { Name = "P", Currency = "EUR", GoLive = January, BaselineMonths = 2 };

        var comparison = Comparison.Of(cube, ActivityMetrics.Calls, ComparisonWindows.Of(programme, ["North"], January), Filter.None);

        comparison.Before.Value.Should().Be(80, "of one of the two months nothing is known");
        comparison.Verdict.Should().Be(Verdict.NotComparable);
    }

    [Fact]
    public void A_team_that_never_has_records_of_a_family_does_not_keep_it_from_being_compared()
    {
        var answers = new Snapshot { SatisfactionAnswers = 100, SatisfiedAnswers = 60 };
        var cube = Cube([
            Recorded(January.Plus(-1), "North", new Snapshot { DealsWon = 1 }), Recorded(January.Plus(-1), Cell.Unassigned, answers),
            Recorded(January, "North", new Snapshot { DealsWon = 1 }), Recorded(January, Cell.Unassigned, answers with { SatisfiedAnswers = 70 })]);

        var comparison = Compare(cube, ServiceMetrics.Satisfaction);

        comparison.Before.Value.Should().Be(0.6m);
        comparison.After.Value.Should().Be(0.7m);
    }

    private static Comparison Compare(SnapshotCube cube, Metric metric)
    {
        var programme = new Programme { Name = "P", Currency = "EUR", GoLive = January, BaselineMonths = 1 };
        return Comparison.Of(cube, metric, ComparisonWindows.Of(programme, cube.Members(Dimensions.Team), January), Filter.None);
    }

    private static SnapshotCube Cube(KeyValuePair<Cell, Snapshot>[] recorded, params EnteredFigure[] entered) =>
        new(recorded, [], entered, January.Plus(2).LastDay);

    private static KeyValuePair<Cell, Snapshot> Recorded(Month month, string team, Snapshot snapshot) =>
        KeyValuePair.Create(new Cell(month) { Team = team }, snapshot);

    private static EnteredFigure Entered(string measure, Month month, decimal value) =>
        new() { Measure = measure, Period = new(month, month), Value = value, SourceNote = "by hand" };
}
