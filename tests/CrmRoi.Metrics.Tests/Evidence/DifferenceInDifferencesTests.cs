using CrmRoi.Metrics.Evidence;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace CrmRoi.Metrics.Tests.Evidence;

public sealed class DifferenceInDifferencesTests
{
    // Controls rise by 1 a period. A rises by 3 more from period 2; B by 5 more from period 3.
    private static readonly Panel ByHead = new(
    [
        new("A1", [10, 11, 15, 16], 2),
        new("A2", [20, 21, 25, 26], 2),
        new("B1", [5, 6, 7, 13], 3),
        new("B2", [7, 8, 9, 15], 3),
        new("N1", [1, 2, 3, 4], null),
        new("N2", [3, 4, 5, 6], null),
    ]);

    [Fact]
    public void Group_time_effects_are_the_differences_of_differences_since_the_period_before()
    {
        var result = DifferenceInDifferences.Of(ByHead);

        result.GroupTimes.Select(cell => (cell.Group, cell.Period, Math.Round(cell.Effect, 9), cell.Treated, cell.Controls)).Should().BeEquivalentTo(
            [(2, 0, 0.0, 2, 4), (2, 2, 3.0, 2, 4), (2, 3, 3.0, 2, 2), (3, 0, 0.0, 2, 2), (3, 1, 0.0, 2, 2), (3, 3, 5.0, 2, 2)]);
    }

    [Fact]
    public void Effects_are_summed_up_overall_by_event_by_group_and_by_period_with_units_as_weights()
    {
        var result = DifferenceInDifferences.Of(ByHead);

        result.Average.Should().BeApproximately(11.0 / 3, 1e-9);
        result.Estimate!.Periods.Should().Be(6);
        result.Estimate.Cumulative.Should().BeApproximately(22, 1e-9);
        result.EventStudy.Where(point => point.At >= 0).Select(point => Math.Round(point.Effect, 9)).Should().Equal(4, 3);
        result.Groups.Select(point => (point.At, Math.Round(point.Effect, 9))).Should().Equal((2, 3), (3, 5));
        result.Calendar.Select(point => (point.At, Math.Round(point.Effect, 9))).Should().Equal((2, 3), (3, 4));
        result.Identified.Should().Be(1);
    }

    [Fact]
    public void Observed_less_counterfactual_of_all_periods_sums_to_the_cumulative_effect()
    {
        var estimate = DifferenceInDifferences.Of(Random(0, 8)).Estimate!;

        estimate.Points.Sum(point => point.Observed - point.Counterfactual).Should().BeApproximately(estimate.Cumulative, 1e-6);
        estimate.Points[^1].Cumulative.Should().BeApproximately(estimate.Cumulative, 1e-6);
    }

    [Fact]
    public void The_standard_error_of_one_treatment_is_that_of_two_samples()
    {
        double[] treated = [3, 5, 4, 8], controls = [1, 2, 0, 1, 2];
        var panel = new Panel([.. treated.Select((value, i) => new PanelUnit($"T{i}", [0, value], 1)), .. controls.Select((value, i) => new PanelUnit($"C{i}", [0, value], null))]);

        var result = DifferenceInDifferences.Of(panel);

        result.Average.Should().BeApproximately(3.8, 1e-12);
        result.Estimate!.StandardDeviation.Should().BeApproximately(Math.Sqrt((14.0 / 3 / 4) + (2.8 / 4 / 5)), 1e-12);
    }

    [Fact]
    public void Nothing_stays_nothing_and_the_interval_holds_what_was_planted()
    {
        const int Count = 200;
        var nulls = Enumerable.Range(1, Count).Select(seed => DifferenceInDifferences.Of(Random(seed, 0))).ToList();
        var planted = Enumerable.Range(1, Count).Select(seed => DifferenceInDifferences.Of(Random(seed, 4)).Estimate!).ToList();

        nulls.Count(result => result.Verdict.Verdict == EvidenceVerdict.Supported).Should().BeLessThanOrEqualTo(16);
        nulls.Count(result => result.PreTrends!.P < 0.05).Should().BeLessThanOrEqualTo(20);
        planted.Count(estimate => estimate.Low <= 4 && 4 <= estimate.High).Should().BeGreaterThanOrEqualTo(182);
        planted.Average(estimate => estimate.Average).Should().BeApproximately(4, 0.2);
    }

    [Fact]
    public void Units_that_went_another_way_before_fail_the_test_of_pre_trends()
    {
        var panel = Random(3, 4, slope: 1);

        var result = DifferenceInDifferences.Of(panel);

        result.PreTrends!.P.Should().BeLessThan(0.01);
        result.Verdict.Reasons.Should().Contain(EvidenceReason.PreTrendsDiffer);
        result.Verdict.Verdict.Should().Be(EvidenceVerdict.Inconclusive);
    }

    [Fact]
    public void Six_teams_with_a_go_live_each_borrow_their_spread_from_those_not_yet_live()
    {
        int?[] goLives = [14, 15, 17, 18, 20, null];
        var covered = Enumerable.Range(1, 200).Count(seed =>
        {
            var random = new Xoshiro256StarStar(seed);
            var noise = new Normal(0, 3, random);
            var units = goLives.Select((from, i) => new PanelUnit($"U{i}", [.. Enumerable.Range(0, 30).Select(t => (10 * i) + t + noise.Sample() + (t >= from ? 6 : 0))], from));
            var estimate = DifferenceInDifferences.Of(new Panel(units)).Estimate!;
            return estimate.Low <= 6 && 6 <= estimate.High;
        });

        covered.Should().BeGreaterThanOrEqualTo(176);
    }

    [Fact]
    public void Without_anybody_left_to_compare_with_there_is_no_figure()
    {
        var result = DifferenceInDifferences.Of(new Panel([new("A", [1, 2, 3], 1), new("B", [1, 2, 3], 1)]));

        (result.Average, result.Estimate).Should().Be((null, null));
        result.Verdict.Verdict.Should().Be(EvidenceVerdict.NotEnoughData);
        result.Verdict.Reasons.Should().Equal(EvidenceReason.NoControls);
    }

    [Fact]
    public void The_same_seed_gives_the_same_estimate()
    {
        var (first, second) = (DifferenceInDifferences.Of(Random(1, 4), seed: 7), DifferenceInDifferences.Of(Random(1, 4), seed: 7));

        first.Estimate!.Draws.Should().Equal(second.Estimate!.Draws);
        first.PreTrends.Should().Be(second.PreTrends);
    }

    private static Panel Random(int seed, double effect, double slope = 0)
    {
        var random = new Xoshiro256StarStar(seed);
        var (level, noise) = (new Normal(100, 10, random), new Normal(0, 2, random));
        int?[] starts = [6, 9, 12, null, null];
        return new(Enumerable.Range(0, 30).Select(i =>
        {
            var (own, from) = (level.Sample(), starts[i % starts.Length]);
            return new PanelUnit($"U{i}", [.. Enumerable.Range(0, 18).Select(t =>
                own + (0.8 * t) + noise.Sample() + (t >= from ? effect : 0) + (from is null ? 0 : slope * t))], from);
        }));
    }
}
