using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Comparing;

public sealed class ComparisonOfCubeTests
{
    [Fact]
    public void Activities_are_not_compared_when_a_kind_of_them_was_not_logged_before()
    {
        // Calls are known all the time, e-mails only since the CRM logs them.
        var cells = new Window(new Month(2024, 1), new Month(2025, 12)).Months.Select(month => KeyValuePair.Create(
            new Cell(month), new Snapshot { Calls = 100, StaffMonths = 5, Emails = month.Year == 2025 ? 400 : 0 }));
        var cube = new SnapshotCube(cells, [], [], new DateOnly(2025, 12, 31));
        var programme = new Programme { Name = "CRM", Currency = "EUR", GoLive = new Month(2025, 1) };
        var windows = ComparisonWindows.Of(programme, [], cube.LastFullMonth);

        Comparison.Of(cube, ActivityMetrics.ActivitiesPerRep, windows, Filter.None).Reason.Should().Be(VerdictReason.UnlikeCompleteness);
        Comparison.Of(cube, ActivityMetrics.Emails, windows, Filter.None).Reason.Should().Be(VerdictReason.ChangedLogging);
        Comparison.Of(cube, ActivityMetrics.Calls, windows, Filter.None).Reason.Should().Be(VerdictReason.IntervalHoldsNoChange);
    }

    [Fact]
    public void One_thing_for_another_is_not_compared_where_one_of_them_has_missing_months()
    {
        var cells = new Window(new Month(2024, 1), new Month(2025, 12)).Months.Select(month => KeyValuePair.Create(
            new Cell(month), new Snapshot { Leads = 10, MarketingSpend = month >= new Month(2024, 7) ? 100 : 0 }));
        var cube = new SnapshotCube(cells, [], [], new DateOnly(2025, 12, 31));
        var windows = ComparisonWindows.Of(new Programme { Name = "CRM", Currency = "EUR", GoLive = new Month(2025, 1) }, [], cube.LastFullMonth);

        Comparison.Of(cube, MarketingMetrics.CostPerLead, windows, Filter.None).Reason.Should().Be(VerdictReason.MonthsMissing);
    }

    [Fact]
    public void Levels_and_metrics_made_of_others_show_both_sides_without_a_verdict()
    {
        var open = new CohortGroup(Clock.DealToClose, new Cell(new Month(2024, 6)), "", Ending.Open, default, [new(1, 5, 500)]);
        var won = new CohortGroup(Clock.DealToClose, new Cell(new Month(2025, 3)), "", Ending.Open, default, [new(1, 5, 700)]);
        var cells = new Window(new Month(2024, 1), new Month(2025, 12)).Months.Select(month => KeyValuePair.Create(
            new Cell(month), new Snapshot { DealsWon = 1, DealsLost = 1, WonRevenue = 100, CycleDeals = 1, CycleDays = 50 }));
        var cube = new SnapshotCube(cells, [open, won], [], new DateOnly(2025, 12, 31));
        var windows = ComparisonWindows.Of(new Programme { Name = "CRM", Currency = "EUR", GoLive = new Month(2025, 1) }, [], cube.LastFullMonth);

        var pipeline = Comparison.Of(cube, DealMetrics.OpenPipeline, windows, Filter.None);
        var velocity = Comparison.Of(cube, DealMetrics.SalesVelocity, windows, Filter.None);

        (pipeline.Before.Value, pipeline.After.Value, pipeline.Reason).Should().Be((500, 1200, VerdictReason.NoDirection));
        (velocity.Before.Value, velocity.After.Value, velocity.Reason).Should().Be((5, 10, VerdictReason.NoInterval));
    }
}
