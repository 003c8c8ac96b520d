using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Metrics.Tests.Evidence;

public sealed class BeforeAfterTests
{
    [Fact]
    public void It_is_Welchs_interval_of_two_means()
    {
        var estimate = BeforeAfter.Of(TestSeries.Of([1, 2, 3, 4, 5, 6, 7], 3))!;

        estimate.Average.Should().BeApproximately(3.5, 1e-12);
        estimate.StandardDeviation.Should().BeApproximately(Math.Sqrt(0.75), 1e-12);
        estimate.Diagnostics.Single(one => one.Key == "freedom").Value.Should().BeApproximately(4.9592, 1e-4);
        estimate.Low.Should().BeApproximately(1.268, 0.005);
        estimate.Relative.Should().BeApproximately(1.75, 1e-12);
    }

    [Fact]
    public void Its_last_cumulative_interval_is_that_of_the_average_times_the_periods()
    {
        var estimate = BeforeAfter.Of(TestSeries.Of([1, 2, 3, 90, 4, 5, 6, 7], 3) with { LeftOut = [3] })!;

        estimate.Points[^1].Cumulative.Should().BeApproximately(14, 1e-12);
        estimate.Points[^1].CumulativeHigh.Should().BeApproximately(estimate.CumulativeHigh, 1e-9);
        estimate.Points[3].Cumulative.Should().Be(0);
    }

    [Fact]
    public void Without_spread_or_with_one_period_there_is_no_estimate()
    {
        BeforeAfter.Of(TestSeries.Of([1, 1, 2, 2], 2)).Should().BeNull();
        BeforeAfter.Of(TestSeries.Of([1, 2, 3], 2)).Should().BeNull();
    }
}
