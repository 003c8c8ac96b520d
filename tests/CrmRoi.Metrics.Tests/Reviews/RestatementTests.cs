using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Reviews;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Metrics.Tests.Return;

namespace CrmRoi.Metrics.Tests.Reviews;

public sealed class RestatementTests
{
    private static readonly Month December = Return.Example.GoLive.Plus(11);

    [Fact]
    public void The_same_data_restate_nothing()
    {
        var found = Restatement.Of(ReviewExample.Review, ReviewExample.Inputs(ReviewExample.Cube()));

        found.IsAny.Should().BeFalse();
    }

    [Fact]
    public void Later_months_restate_nothing()
    {
        var later = new SnapshotCube(
            [.. ReviewExample.Cube().Recorded.Select(cell => KeyValuePair.Create(new Cell(cell.Key.Month) { Team = cell.Key.Team }, cell.Value)), .. Return.Example.Sales("North", new(December.Plus(1), December.Plus(3)), 99_000)],
            [], [], December.Plus(3).LastDay);

        Restatement.Of(ReviewExample.Review, ReviewExample.Inputs(later)).IsAny.Should().BeFalse();
    }

    [Fact]
    public void A_deal_that_came_in_late_restates_the_figures_by_what_it_is_worth()
    {
        var late = KeyValuePair.Create(new Cell(December) { Team = "North", Rep = "Late" }, new Snapshot { DealsWon = 1, WonRevenue = 12_000, CostedRevenue = 12_000, WonMargin = 6_000 });

        var found = Restatement.Of(ReviewExample.Review, ReviewExample.Inputs(ReviewExample.Cube(late)));

        found.Months.Should().Equal(December);
        found.Totals.Should().Contain(new RestatedTotal(December, "North", nameof(Snapshot.WonMargin), 9_000, 15_000));
        found.Of("benefit-total")!.Difference.Should().Be(6_000);
        found.Of("roi").Should().Be(new FigureDifference("roi", FigureSide.Whole, 5.25m, 5.75m));
        found.Of("deals-won", FigureSide.After).Should().NotBeNull();
        found.Of("deals-won", FigureSide.Before).Should().BeNull();
    }

    [Fact]
    public void A_cost_that_was_changed_is_named_and_restates_the_roi()
    {
        var found = Restatement.Of(ReviewExample.Review, ReviewExample.Inputs(ReviewExample.Cube(), ReviewExample.WithCost(Return.Example.OneOff(15_000))));

        found.Entries.Should().Equal(new RestatedEntry("Cost", "entered/1", false, false));
        found.Totals.Should().BeEmpty();
        found.Of("roi")!.Is.Should().Be(4m);
    }

    [Fact]
    public void A_cost_written_with_more_places_is_the_same_cost()
    {
        var found = Restatement.Of(ReviewExample.Review, ReviewExample.Inputs(ReviewExample.Cube(), ReviewExample.WithCost(Return.Example.OneOff(12_000.0000m))));

        found.IsAny.Should().BeFalse();
    }

    [Fact]
    public void An_estimate_moves_by_what_was_sold_more_and_keeps_what_was_expected()
    {
        var evidence = EvidenceExample.Of(EvidenceSubject.SalesMargin, OfficialRule.ByStructure, EvidenceVerdict.Supported, observed: 16_250, expected: 12_250);
        var inputs = ReviewExample.Inputs(ReviewExample.Cube()) with { Evidence = [evidence] };
        var review = ReviewExample.Review with { Inputs = inputs, Figures = new(FrozenFigures.Of(inputs.ToReturn()), []) };
        var late = KeyValuePair.Create(new Cell(December) { Team = "North", Rep = "Late" }, new Snapshot { DealsWon = 1, WonRevenue = 12_000, CostedRevenue = 12_000, WonMargin = 6_000 });

        var found = Restatement.Of(review, ReviewExample.Inputs(ReviewExample.Cube(late)));

        found.Of("benefit-total").Should().Be(new FigureDifference("benefit-total", FigureSide.Whole, 48_000, 54_000));
        found.IsExpectationTouched.Should().BeFalse();
    }
}
