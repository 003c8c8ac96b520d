using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Planning;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Planning;

public sealed class PlanTests
{
    private static readonly Month January = new(2026, 1);
    private static readonly Window Quarter = new(January, new(2026, 3));

    // North sells 100 (Anna) and 50 (Bert) in each month, South 30.
    private static readonly KeyValuePair<Cell, Snapshot>[] Sold =
    [
        .. Quarter.Months.SelectMany(month => new[] { ("North", "Anna", 100), ("North", "Bert", 50), ("South", "Cleo", 30) }
            .Select(sold => KeyValuePair.Create(new Cell(month) { Team = sold.Item1, Rep = sold.Item2 }, new Snapshot { WonRevenue = sold.Item3, DealsWon = 1 }))),
    ];

    [Fact]
    public void Fact_is_divided_by_plan_over_the_months_that_have_one()
    {
        var cube = With(Revenue(January, 200, "North"));

        cube.Read(PlanMetrics.OfRevenue, Quarter, Filter.None).Should().Be(new Reading(0.75m, 150, 200));
    }

    [Fact]
    public void A_teams_own_plan_goes_before_the_sum_of_its_reps()
    {
        var cube = With(Revenue(January, 200, "North"), Revenue(January, 80, "North", "Anna"), Revenue(January, 80, "North", "Bert"));

        cube.Read(PlanMetrics.OfRevenue, Quarter, new Filter { Team = "North" }).Should().Be(new Reading(0.75m, 150, 200));
        cube.Read(PlanMetrics.OfRevenue, Quarter, new Filter { Rep = "Anna" }).Should().Be(new Reading(1.25m, 100, 80));
    }

    [Fact]
    public void Reps_without_a_plan_do_not_help_those_who_have_one()
    {
        var cube = With(Revenue(January, 80, "North", "Anna"));

        cube.Read(PlanMetrics.OfRevenue, Quarter, new Filter { Team = "North" }).Should().Be(new Reading(1.25m, 100, 80));
    }

    [Fact]
    public void The_companys_own_plan_goes_before_the_sum_of_its_teams()
    {
        var cube = With(Revenue(January, 360, null), Revenue(January, 200, "North"));

        cube.Read(PlanMetrics.OfRevenue, Quarter, Filter.None).Should().Be(new Reading(0.5m, 180, 360));
    }

    [Fact]
    public void A_plan_of_nothing_has_no_share()
    {
        With(Revenue(January, 0, "North")).Read(PlanMetrics.OfRevenue, Quarter, Filter.None).Should().Be(new Reading(null, 150, 0));
        With().Read(PlanMetrics.OfRevenue, Quarter, Filter.None).Should().Be(Reading.Undefined);
    }

    [Fact]
    public void Margin_without_cost_of_goods_is_not_known_and_neither_is_its_share_of_the_plan()
    {
        var cube = With(Revenue(January, 100, "North") with { Measure = PlannedMeasure.Margin });

        cube.Read(PlanMetrics.OfMargin, Quarter, Filter.None).Value.Should().BeNull();
    }

    [Fact]
    public void What_remains_is_the_plan_of_all_months_less_what_those_that_are_over_brought()
    {
        var cube = With([.. Enumerable.Range(0, 4).Select(i => Revenue(January.Plus(i), 200, "North"))]);

        cube.Plan.Remaining(cube, PlannedMeasure.Revenue, new(January, new(2026, 4)), Filter.None).Should().Be(800 - 450);
        cube.Plan.Remaining(cube, PlannedMeasure.Revenue, new(new(2026, 4), new(2026, 4)), Filter.None).Should().Be(200);
        cube.Plan.Remaining(cube, PlannedMeasure.Revenue, new(new(2026, 5), new(2026, 6)), Filter.None).Should().BeNull();
    }

    [Fact]
    public void A_plan_of_months_to_come_does_not_prolong_the_figures()
    {
        var cube = With(Revenue(new(2027, 12), 200, "North"));

        cube.Horizon.Should().Be(Quarter);
    }

    [Fact]
    public void What_is_still_to_win_is_the_fiscal_year_less_what_was_won_in_it_up_to_a_month()
    {
        var cube = With(Revenue(January, 400, null), Revenue(new(2026, 3), 200, null), Revenue(new(2027, 1), 900, null));

        cube.Plan.RevenueStillToWin(cube, January, Filter.None).Should().Be(600 - 180);
        cube.Plan.RevenueStillToWin(cube, new(2028, 1), Filter.None).Should().BeNull();
        new Plan([], 7).YearOf(new(2026, 6)).Should().Be(new Window(new(2025, 7), new(2026, 6)));
    }

    private static SnapshotCube With(params PlannedFigure[] plan) => new(Sold, [], [], Quarter.To.LastDay) { Plan = new Plan(plan) };

    private static PlannedFigure Revenue(Month month, decimal value, string? team, string? rep = null) =>
        new() { Measure = PlannedMeasure.Revenue, Month = month, Team = team, Rep = rep, Value = value };
}
