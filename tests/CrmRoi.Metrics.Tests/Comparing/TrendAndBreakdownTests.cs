using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Comparing;

public sealed class TrendAndBreakdownTests
{
    private static readonly Window Quarter = new(new Month(2025, 1), new Month(2025, 3));

    [Fact]
    public void A_trend_has_a_gap_where_the_metric_is_undefined()
    {
        var trend = Trend.Of(Build(Deal("1", 1, DealOutcome.Won), Deal("2", 1, DealOutcome.Lost), Deal("3", 3, DealOutcome.Won)), FunnelMetrics.ClosingRate, Quarter, Filter.None);

        trend.Points.Select(point => point.Month).Should().Equal(Quarter.Months);
        trend.Points.Select(point => point.Reading.Value).Should().Equal(0.5m, null, 1m);
        trend.Overall.Should().Be(new Reading(2 / 3m, 2, 3));
        trend.HasValue.Should().BeTrue();
    }

    [Fact]
    public void A_total_of_a_month_in_which_nothing_happened_is_zero_between_months_with_records()
    {
        var trend = Trend.Of(Build(Deal("1", 1, DealOutcome.Won), Deal("3", 3, DealOutcome.Won)), DealMetrics.DealsWon, new Window(new Month(2024, 12), new Month(2025, 3)), Filter.None);

        trend.Points.Select(point => point.Reading.Value).Should().Equal(null, 1, 0, 1);
    }

    [Fact]
    public void A_trend_of_waits_reads_each_months_own()
    {
        var trend = Trend.Of(Build(Deal("1", 1, DealOutcome.Won), Deal("2", 2, DealOutcome.Won)), DealMetrics.SalesCycleWonMedian, Quarter, Filter.None);

        trend.Points.Select(point => point.Reading.Value).Should().Equal(10, 10, null);
        trend.Points.Select(point => point.Reading).Should().Equal(
            Quarter.Months.Select(month => Build(Deal("1", 1, DealOutcome.Won), Deal("2", 2, DealOutcome.Won)).Read(DealMetrics.SalesCycleWonMedian, new Window(month, month), Filter.None)));
    }

    [Fact]
    public void Open_deals_are_a_level_at_the_end_of_each_month()
    {
        var cube = Build(Deal("1", 1, DealOutcome.Won), Deal("2", 2, DealOutcome.Open), Deal("3", 3, DealOutcome.Won) with { CreatedOn = new(2025, 2, 1) });

        Trend.Of(cube, DealMetrics.OpenDeals, Quarter, Filter.None).Points.Select(point => point.Reading.Value).Should().Equal(0, 2, 1);
        cube.Read(DealMetrics.OpenPipeline, Quarter, Filter.None).Value.Should().Be(100);
    }

    [Fact]
    public void Open_deals_of_which_none_says_what_it_is_worth_are_no_pipeline_of_nothing()
    {
        var nobodySays = Build(Deal("2", 2, DealOutcome.Open) with { Value = null }, Deal("3", 3, DealOutcome.Won));
        var noneIsOpen = Build(Deal("1", 1, DealOutcome.Won), Deal("3", 3, DealOutcome.Won));

        nobodySays.Read(DealMetrics.OpenDeals, Quarter, Filter.None).Value.Should().Be(1);
        nobodySays.Read(DealMetrics.OpenPipeline, Quarter, Filter.None).Value.Should().BeNull();
        noneIsOpen.Read(DealMetrics.OpenPipeline, Quarter, Filter.None).Value.Should().Be(0);
    }

    [Fact]
    public void A_breakdown_ranks_members_and_shows_their_share_of_the_total()
    {
        var cube = Build(Deal("1", 1, DealOutcome.Won) with { Product = "Chair" }, Deal("2", 2, DealOutcome.Won) with { Product = "Table", Value = 300 });

        var breakdown = Breakdown.Of(cube, DealMetrics.WonRevenue, Dimensions.Product, Quarter, Filter.None);

        breakdown.Rows.Select(row => (row.Member, row.Reading.Value, row.ShareOfTotal)).Should().Equal(("Table", 300, 0.75m), ("Chair", 100, 0.25m));
        breakdown.Total.Value.Should().Be(400);
    }

    [Fact]
    public void A_breakdown_of_a_ratio_has_no_shares_and_puts_the_best_first()
    {
        var cube = Build(
            Deal("1", 1, DealOutcome.Won) with { Product = "Chair" }, Deal("2", 2, DealOutcome.Lost) with { Product = "Chair" },
            Deal("3", 2, DealOutcome.Won) with { Product = "Table" });

        var breakdown = Breakdown.Of(cube, FunnelMetrics.ClosingRate, Dimensions.Product, Quarter, Filter.None);

        breakdown.Rows.Select(row => (row.Member, row.Reading.Value, row.ShareOfTotal)).Should().Equal(("Table", 1m, null), ("Chair", 0.5m, null));
    }

    [Fact]
    public void A_breakdown_of_waits_and_of_combined_metrics_reads_each_members_own()
    {
        var cube = Build(
            Deal("1", 1, DealOutcome.Won) with { Product = "Chair" }, Deal("2", 3, DealOutcome.Open) with { Product = "Chair" },
            Deal("3", 2, DealOutcome.Won) with { Product = "Table" });

        Breakdown.Of(cube, DealMetrics.SalesCycleWonMedian, Dimensions.Product, Quarter, Filter.None).Rows
            .Select(row => (row.Member, row.Reading.Value)).Should().Equal(("Chair", 10), ("Table", 10));
        // One open deal × all closed deals won × 100 / 10 days.
        Breakdown.Of(cube, DealMetrics.SalesVelocity, Dimensions.Product, Quarter, Filter.None).Rows[0]
            .Should().Match<BreakdownRow>(row => row.Member == "Chair" && row.Reading.Value == 10);
    }

    [Fact]
    public void A_dimension_that_the_metric_does_not_offer_is_refused()
    {
        var breakDown = () => Breakdown.Of(Build(), ActivityMetrics.Calls, Dimensions.Segment, Quarter, Filter.None);

        breakDown.Should().Throw<ArgumentException>();
        Breakdown.IsOffered(ActivityMetrics.Calls, Dimensions.Team).Should().BeTrue();
        Breakdown.IsOffered(ActivityMetrics.Calls, Dimensions.People).Should().BeFalse();
        Breakdown.IsOffered(ActivityMetrics.Calls, Dimensions.None).Should().BeFalse();
    }

    private static Deal Deal(string id, int month, DealOutcome outcome) => new()
    {
        Source = "crm",
        Id = id,
        CreatedOn = new DateOnly(2025, month, 5),
        ClosedOn = outcome == DealOutcome.Open ? null : new DateOnly(2025, month, 15),
        Outcome = outcome,
        Value = 100,
    };

    private static SnapshotCube Build(params Deal[] deals)
    {
        var records = new RecordSet { Deals = deals };
        var cells = SnapshotBuilder.Build(records, Organisation.Unknown, SnapshotBuilder.HorizonOf(records));
        return new SnapshotCube(cells, [.. CohortRules.Build(records, Organisation.Unknown)], [], new DateOnly(2025, 3, 31));
    }
}
