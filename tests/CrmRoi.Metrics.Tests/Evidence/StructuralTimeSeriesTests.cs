using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Metrics.Tests.Evidence;

public sealed class StructuralTimeSeriesTests
{
    private static readonly StructuralSettings Quick = new() { Draws = 1000, Thinning = 2 };

    [Fact]
    public void The_same_seed_gives_the_same_estimate_and_another_seed_another()
    {
        var input = TestSeries.Of(TestSeries.Months(24, 6, 0, 5, 2, 10, seed: 1), 24, 12);

        var (once, again) = (StructuralTimeSeries.Of(input, Quick)!, StructuralTimeSeries.Of(input, Quick)!);
        var other = StructuralTimeSeries.Of(input with { Seed = 2 }, Quick)!;

        again.Draws.Should().Equal(once.Draws);
        other.Average.Should().NotBe(once.Average).And.BeApproximately(once.Average, 0.2 * once.StandardDeviation);
    }

    [Fact]
    public void A_step_on_top_of_a_season_is_found()
    {
        var estimate = StructuralTimeSeries.Of(TestSeries.Of(TestSeries.Months(36, 12, 0, 5, 1, 8, seed: 3), 36, 12), Quick)!;

        estimate.Low.Should().BeLessThan(8);
        estimate.High.Should().BeGreaterThan(8);
        estimate.StandardDeviation.Should().BeLessThan(1);
        estimate.Relative.Should().BeApproximately(0.08, 0.01);
        estimate.Points[^1].Cumulative.Should().BeApproximately(estimate.Cumulative, 1e-9);
        estimate.Points[^1].CumulativeLow.Should().BeApproximately(estimate.CumulativeLow, 1e-6);
    }

    [Fact]
    public void Ten_times_the_outcome_in_another_unit_is_ten_times_the_effect()
    {
        var months = TestSeries.Months(24, 6, 0, 0, 2, 10, seed: 4);

        var one = StructuralTimeSeries.Of(TestSeries.Of(months, 24), Quick)!;
        var ten = StructuralTimeSeries.Of(TestSeries.Of([.. months.Select(value => (10 * value) - 7000)], 24), Quick)!;

        ten.Average.Should().BeApproximately(10 * one.Average, 1e-6);
        ten.High.Should().BeApproximately(10 * one.High, 1e-6);
    }

    [Fact]
    public void Months_left_out_are_neither_before_nor_counted()
    {
        var months = TestSeries.Months(24, 8, 0, 0, 1, 5, seed: 5);
        var spoilt = months.ToArray();
        (spoilt[10], spoilt[24], spoilt[25]) = (900, -400, 700);

        var clean = StructuralTimeSeries.Of(TestSeries.Of(months, 24) with { LeftOut = [10, 24, 25] }, Quick)!;
        var estimate = StructuralTimeSeries.Of(TestSeries.Of(spoilt, 24) with { LeftOut = [10, 24, 25] }, Quick)!;

        estimate.Periods.Should().Be(6);
        estimate.Draws.Should().Equal(clean.Draws);
        estimate.Points[25].Cumulative.Should().Be(0);
    }

    [Fact]
    public void Only_the_control_that_matters_is_taken()
    {
        var random = new Sampler(6, 1);
        var controls = Enumerable.Range(0, 8).Select(_ => (IReadOnlyList<double>)Enumerable.Range(0, 60).Select(_ => random.Normal()).ToArray()).ToArray();
        var outcome = Enumerable.Range(0, 60).Select(t => 50 + (4 * controls[2][t]) + random.Normal()).ToArray();

        var estimate = StructuralTimeSeries.Of(TestSeries.Of(outcome, 48, 1, controls), Quick)!;

        Inclusion(estimate, "x3").Should().BeGreaterThan(0.99);
        Enumerable.Range(1, 8).Where(place => place != 3).Average(place => Inclusion(estimate, $"x{place}")).Should().BeLessThan(0.2);
        estimate.Low.Should().BeNegative();
        estimate.High.Should().BePositive();
    }

    [Fact]
    public void A_control_that_does_not_vary_before_go_live_changes_nothing()
    {
        var months = TestSeries.Months(24, 6, 0, 0, 2, 10, seed: 8);
        double[] constant = [.. Enumerable.Repeat(3.0, 24), 4, 5, 6, 7, 8, 9];

        var estimate = StructuralTimeSeries.Of(TestSeries.Of(months, 24, 1, constant), Quick)!;

        estimate.Draws.Should().Equal(StructuralTimeSeries.Of(TestSeries.Of(months, 24), Quick)!.Draws);
    }

    [Fact]
    public void A_looser_prior_of_the_level_makes_the_interval_wider()
    {
        var input = TestSeries.Of(TestSeries.Months(36, 12, 0, 0, 2, 3, seed: 9), 36);

        var widths = StructuralTimeSeries.Sensitivity(input, [0.01, 0.05, 0.2], Quick).Select(one => one.Estimate.High - one.Estimate.Low).ToArray();

        widths.Should().HaveCount(3).And.BeInAscendingOrder();
        widths[^1].Should().BeGreaterThan(1.3 * widths[0]);
    }

    [Fact]
    public void A_trend_is_carried_on_where_the_model_has_one()
    {
        var input = TestSeries.Of(TestSeries.Months(48, 6, 2, 0, 1, 0, seed: 10), 48);

        var without = StructuralTimeSeries.Of(input, Quick)!;
        var with = StructuralTimeSeries.Of(input, Quick with { HasTrend = true })!;

        with.Average.Should().BeApproximately(0, 3 * with.StandardDeviation);
        Math.Abs(with.Average).Should().BeLessThan(Math.Abs(without.Average));
    }

    [Fact]
    public void An_outcome_that_never_varies_or_is_too_short_has_no_estimate()
    {
        StructuralTimeSeries.Of(TestSeries.Of([.. Enumerable.Repeat(5.0, 30)], 24)).Should().BeNull();
        StructuralTimeSeries.Of(TestSeries.Of([1, 2, 3, 4], 2)).Should().BeNull();
        StructuralTimeSeries.Of(TestSeries.Of([1, 2, 3, 4], 4)).Should().BeNull();
    }

    private static double Inclusion(Estimate estimate, string control) => estimate.Diagnostics.Single(one => one.Key == $"inclusion:{control}").Value;
}
