using CrmRoi.Metrics.Planning;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Planning;

public sealed class TargetStandingTests
{
    // From 20 in January to 40 by November: after five months half of the time is over.
    private static readonly Target Raise = new()
    {
        Programme = "CRM",
        Metric = "deals-won",
        Baseline = 20,
        Goal = 40,
        Due = new(2026, 11),
        SetBy = "anna",
        SetOn = new(2026, 1, 15),
    };

    [Theory]
    [InlineData(30, Standing.OnTrack, 0.5)]
    [InlineData(29, Standing.AtRisk, 0.45)]
    [InlineData(10, Standing.AtRisk, -0.5)]
    [InlineData(40, Standing.Met, 1)]
    [InlineData(50, Standing.Met, 1.5)]
    public void Half_way_in_time_half_of_the_way_is_on_track(int now, Standing standing, double progress)
    {
        var found = TargetStanding.Of(Raise, Direction.Higher, now, new(2026, 6));

        found.Should().Be(new TargetStanding(standing, (decimal)progress, 0.5m));
    }

    [Theory]
    [InlineData(39.9, Standing.Missed)]
    [InlineData(40, Standing.Met)]
    public void Once_its_month_is_over_a_target_is_met_or_missed(double now, Standing standing)
    {
        TargetStanding.Of(Raise, Direction.Higher, (decimal)now, new(2026, 11)).Standing.Should().Be(standing);
    }

    [Fact]
    public void A_goal_below_the_baseline_is_reached_from_above()
    {
        var lower = Raise with { Baseline = 40, Goal = 20 };

        TargetStanding.Of(lower, Direction.Lower, 20, new(2026, 6)).Standing.Should().Be(Standing.Met);
        TargetStanding.Of(lower, Direction.Lower, 35, new(2026, 6)).Standing.Should().Be(Standing.AtRisk);
    }

    [Fact]
    public void A_goal_that_is_the_baseline_is_to_be_held_and_has_no_progress()
    {
        var hold = Raise with { Goal = 20 };

        TargetStanding.Of(hold, Direction.Higher, 21, new(2026, 6)).Should().Be(new TargetStanding(Standing.Met, null, 0.5m));
        TargetStanding.Of(hold, Direction.Higher, 19, new(2026, 6)).Standing.Should().Be(Standing.AtRisk);
    }

    [Fact]
    public void Without_a_value_nothing_is_said()
    {
        TargetStanding.Of(Raise, Direction.Higher, null, new(2026, 6)).Standing.Should().Be(Standing.NotKnown);
    }

    [Fact]
    public void A_target_set_in_the_month_of_go_live_is_not_set_before_it()
    {
        Raise.IsSetBefore(new(2026, 2)).Should().BeTrue();
        Raise.IsSetBefore(new(2026, 1)).Should().BeFalse();
        Raise.IsSetBefore(default).Should().BeFalse();
    }

    [Fact]
    public void A_total_is_read_as_so_much_a_month_over_the_last_months()
    {
        // 10, 20 and 30 deals won from April to June.
        var cells = Enumerable.Range(1, 3).Select(i => KeyValuePair.Create(new Cell(new(2026, 3 + i)), new Snapshot { DealsWon = 10 * i }));
        var cube = new SnapshotCube(cells, [], [], new(2026, 6, 30)) { Targets = [Raise] };

        var progress = TargetProgress.Of(cube, Raise, new(2026, 6))!;

        progress.Window.Should().Be(new Window(new(2026, 4), new(2026, 6)));
        progress.Now.Should().Be(20);
        cube.Read(CrmRoi.Metrics.Catalogue.PlanMetrics.TargetProgress, progress.Window, Filter.None).Should().Be(new Reading(0, 0, 1));
    }
}
