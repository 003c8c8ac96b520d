using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Comparing;

public sealed class PeriodsTests
{
    private static readonly Month LastFull = new(2026, 5);

    [Theory]
    [InlineData(ComparedWith.PreviousPeriod, "2026-03..2026-05", "2026-03..2026-05", "2025-12..2026-02")]
    [InlineData(ComparedWith.LastYear, "2026-03..2026-05", "2026-03..2026-05", "2025-03..2025-05")]
    [InlineData(ComparedWith.PreviousPeriod, "2026-03..2026-06", "2026-03..2026-05", "2025-12..2026-02")]
    [InlineData(ComparedWith.LastYear, "2024-01..2026-06", "2025-06..2026-05", "2024-06..2025-05")]
    public void Whole_months_that_are_over_are_set_against_as_many(ComparedWith with, string asked, string after, string before)
    {
        var windows = ComparisonWindows.OfPeriods(Read(asked), with, ["North"], LastFull);

        var north = windows.Teams.Single(team => team.Team == "North");
        north.After.ToString().Should().Be(after);
        north.Before.ToString().Should().Be(before);
    }

    [Fact]
    public void A_period_of_which_no_month_is_over_is_not_compared()
    {
        var windows = ComparisonWindows.OfPeriods(Read("2026-06..2026-07"), ComparedWith.PreviousPeriod, ["North"], LastFull);
        var cube = CubeOf([]);

        Comparison.Of(cube, DealMetrics.DealsWon, windows, Filter.None).Reason.Should().Be(VerdictReason.NotOver);
    }

    [Fact]
    public void Waits_are_compared_over_months_that_have_had_the_time_on_both_sides()
    {
        var windows = ComparisonWindows.OfPeriods(Read("2025-12..2026-05"), ComparedWith.PreviousPeriod, ["North"], LastFull);

        var matured = windows.For(FunnelMetrics.LeadConversion, Filter.None, LastFull.LastDay);

        matured[0].After.ToString().Should().Be("2025-12..2026-02");
        matured[0].Before.ToString().Should().Be("2025-09..2025-11");
    }

    [Fact]
    public void Deals_won_are_those_of_the_two_periods()
    {
        var windows = ComparisonWindows.OfPeriods(Read("2026-05..2026-06"), ComparedWith.LastYear, [], LastFull);
        var cube = CubeOf([Won(2025, 5), Won(2025, 6), Won(2026, 4), Won(2026, 5), Won(2026, 5)]);

        var found = Comparison.Of(cube, DealMetrics.DealsWon, windows, Filter.None);

        found.Before.Value.Should().Be(1);
        found.After.Value.Should().Be(2);
    }

    private static Window Read(string text) =>
        Month.TryParse(text[..7], out var from) && Month.TryParse(text[9..], out var to) ? new(from, to) : throw new ArgumentException(text);

    private static Deal Won(int year, int month) => new()
    {
        Source = "made up",
        Id = Guid.NewGuid().ToString(),
        CreatedOn = new(year, month, 1),
        ClosedOn = new(year, month, 5),
        Outcome = DealOutcome.Won,
        Value = 100,
    };

    private static SnapshotCube CubeOf(List<Deal> deals)
    {
        var records = new RecordSet { Deals = deals };
        var cells = SnapshotBuilder.Build(records, Organisation.Unknown, SnapshotBuilder.HorizonOf(records));
        return new SnapshotCube(cells, [.. CohortRules.Build(records, Organisation.Unknown)], [], LastFull.LastDay);
    }
}
