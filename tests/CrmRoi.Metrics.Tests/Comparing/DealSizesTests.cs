using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Comparing;

public sealed class DealSizesTests
{
    [Fact]
    public void One_big_deal_is_an_outlier_and_does_not_move_the_median()
    {
        var sizes = DealSizes.Of([Won(100), Won(110), Won(120), Won(130), Won(10_000)]);

        sizes.Median.Should().Be(120);
        sizes.Fence.Should().Be(130 + (3 * 20));
        sizes.Outliers.Should().Be(1);
        sizes.MeanWithout.Should().Be(115);
    }

    [Fact]
    public void Lost_and_open_deals_have_no_size_here()
    {
        var sizes = DealSizes.Of([Won(100), Won(300), Won(500) with { Ending = Ending.Missed }, Won(700) with { Ending = Ending.Open }]);

        sizes.Count.Should().Be(2);
        sizes.Median.Should().Be(200);
    }

    [Fact]
    public void Without_deals_there_is_no_median()
    {
        DealSizes.Of([]).Median.Should().BeNull();
    }

    [Theory]
    [InlineData(500, 250, 2.0)]
    [InlineData(500, 0, null)]
    [InlineData(500, -10, null)]
    [InlineData(500, null, null)]
    public void Coverage_is_the_open_pipeline_for_what_is_still_to_be_won(int open, int? remaining, double? expected)
    {
        DealMetrics.PipelineCoverage.Read([new(open, open, null), new(remaining, remaining, null)]).Value.Should().Be((decimal?)expected);
    }

    private static CohortGroup Won(decimal value) => new(Clock.DealToClose, new Cell(new Month(2025, 1)), "", Ending.Reached, new Month(2025, 2), [new(30, 1, value)]);
}
