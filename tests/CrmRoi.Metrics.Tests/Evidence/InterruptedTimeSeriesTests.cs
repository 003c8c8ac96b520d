using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Metrics.Tests.Evidence;

public sealed class InterruptedTimeSeriesTests
{
    [Fact]
    public void A_step_and_a_change_of_slope_without_noise_are_found_exactly()
    {
        var months = Enumerable.Range(0, 34).Select(t => 10.0 + (2 * t) + (t >= 24 ? 5 + (t - 24) : 0)).ToArray();

        var estimate = InterruptedTimeSeries.Of(TestSeries.Of(months, 24))!;

        estimate.Average.Should().BeApproximately(5 + 4.5, 1e-9);
        estimate.Cumulative.Should().BeApproximately(95, 1e-8);
        estimate.Points[33].Counterfactual.Should().BeApproximately(10 + 66, 1e-9);
    }

    [Theory]
    [InlineData(24, 3)]
    [InlineData(23, 2)]
    [InlineData(18, 2)]
    [InlineData(17, 1)]
    [InlineData(12, 1)]
    [InlineData(11, 0)]
    public void The_season_enters_as_the_baseline_allows(int before, int terms)
    {
        var estimate = InterruptedTimeSeries.Of(TestSeries.Of(TestSeries.Months(before, 12, 0, 5, 1, 0, seed: 1), before, 12))!;

        estimate.Diagnostics.Single(one => one.Key == "seasonTerms").Value.Should().Be(terms);
    }

    [Theory]
    [InlineData(100, 4)]
    [InlineData(36, 3)]
    [InlineData(24, 2)]
    public void The_lag_is_Newey_and_Wests_rule_of_thumb(int periods, int lag) => NeweyWest.Lag(periods).Should().Be(lag);

    [Fact]
    public void Newey_and_Wests_variance_weighs_neighbours_less_the_further_they_are() =>
        NeweyWest.Variance([1, 2, 3], 2).Should().BeApproximately(14 + (2 * (2.0 / 3) * 8) + (2 * (1.0 / 3) * 3), 1e-12);

    [Fact]
    public void A_trend_that_went_on_is_no_effect_where_before_and_after_says_it_is()
    {
        var input = TestSeries.Of(TestSeries.Months(36, 12, 1, 3, 1, 0, seed: 2), 36, 12);

        var (regression, plain) = (InterruptedTimeSeries.Of(input)!, BeforeAfter.Of(input)!);

        regression.Low.Should().BeNegative();
        regression.High.Should().BePositive();
        plain.Low.Should().BeGreaterThan(15);
    }

    [Theory]
    [InlineData(36, 12)]
    [InlineData(24, 3)]
    public void Intervals_of_nothing_hold_zero_about_as_often_as_they_say(int before, int after)
    {
        var held = Enumerable.Range(1, 200)
            .Select(seed => InterruptedTimeSeries.Of(TestSeries.Of(TestSeries.Months(before, after, 0.5, 4, 2, 0, seed), before, 12))!)
            .Count(estimate => estimate.Low <= 0 && estimate.High >= 0);

        held.Should().BeInRange(180, 200);
    }

    [Fact]
    public void Counts_that_rise_by_a_half_rise_by_a_half()
    {
        var counts = Enumerable.Range(0, 48).Select(t => Math.Exp(3 + (0.02 * t) + (0.1 * Math.Cos(Math.PI * t / 6))) * (t >= 36 ? 1.5 : 1)).ToArray();

        var estimate = InterruptedTimeSeries.OfCounts(TestSeries.Of(counts, 36, 12))!;

        estimate.Relative.Should().BeApproximately(0.5, 1e-6);
        estimate.Average.Should().BeApproximately(counts.Skip(36).Average() / 3, 1e-5);
    }

    [Fact]
    public void The_error_of_counts_without_trend_is_that_of_two_means()
    {
        double[] counts = [4, 6, 5, 7, 3, 9, 8, 12, 10]; // five before: too short for a trend
        var estimate = InterruptedTimeSeries.OfCounts(TestSeries.Of(counts, 5))!;

        estimate.Average.Should().BeApproximately(9.75 - 5, 1e-9);
        var pearson = (10 / 5.0) + (((0.75 * 0.75) + (1.75 * 1.75) + (2.25 * 2.25) + (0.25 * 0.25)) / 9.75);
        var plain = Math.Sqrt(pearson / 7 * ((5 / 5.0) + (9.75 / 4)));
        estimate.StandardDeviation.Should().BeGreaterThanOrEqualTo(plain - 1e-9).And.BeLessThan(1.6 * plain);
    }

    [Fact]
    public void Nothing_is_estimated_where_there_are_no_events_or_too_few_periods()
    {
        InterruptedTimeSeries.OfCounts(TestSeries.Of([0, 0, 0, 0, 0, 0, 0, 4, 5, 6], 7)).Should().BeNull();
        InterruptedTimeSeries.Of(TestSeries.Of([1, 2, 3], 2)).Should().BeNull();
        InterruptedTimeSeries.Of(TestSeries.Of([1, 2, 4], 3)).Should().BeNull();
    }

    [Fact]
    public void A_negative_count_is_misuse() =>
        FluentActions.Invoking(() => InterruptedTimeSeries.OfCounts(TestSeries.Of([1, -1, 2, 3, 4], 3))).Should().Throw<ArgumentException>();
}
