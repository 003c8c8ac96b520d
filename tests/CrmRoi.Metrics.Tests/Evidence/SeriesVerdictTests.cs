using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Metrics.Tests.Evidence;

public sealed class SeriesVerdictTests
{
    [Fact]
    public void A_clear_step_on_a_steady_baseline_is_supported()
    {
        var verdict = Judge(TestSeries.Of(TestSeries.Months(24, 6, 0, 0, 1, 10, seed: 1), 24));

        verdict.Verdict.Should().Be(EvidenceVerdict.Supported);
        verdict.Doubts.Should().BeEmpty();
        verdict.Placebo!.Periods.Should().Be(8);
    }

    [Fact]
    public void Eleven_months_before_are_not_enough()
    {
        var verdict = Judge(TestSeries.Of(TestSeries.Months(11, 6, 0, 0, 1, 10, seed: 1), 11));

        (verdict.Verdict, verdict.Doubts.Single()).Should().Be((EvidenceVerdict.NotEnoughData, SeriesDoubt.TooFewBefore));
    }

    [Fact]
    public void Months_of_ramp_up_are_not_enough_after()
    {
        var verdict = Judge(TestSeries.Of(TestSeries.Months(24, 4, 0, 0, 1, 10, seed: 1), 24) with { LeftOut = [24, 25] });

        (verdict.Verdict, verdict.Doubts.Single()).Should().Be((EvidenceVerdict.NotEnoughData, SeriesDoubt.TooFewAfter));
    }

    [Fact]
    public void An_interval_that_contains_zero_is_inconclusive()
    {
        var verdict = Judge(TestSeries.Of(TestSeries.Months(24, 6, 0, 0, 1, 0, seed: 1), 24));

        verdict.Verdict.Should().Be(EvidenceVerdict.Inconclusive);
        verdict.Doubts.Should().Contain(SeriesDoubt.IntervalContainsZero);
    }

    [Fact]
    public void A_step_before_go_live_makes_every_later_one_doubtful()
    {
        var months = TestSeries.Months(24, 6, 0, 0, 1, 10, seed: 1);
        for (var t = 16; t < 30; t++)
        {
            months[t] += 8;
        }

        var verdict = Judge(TestSeries.Of(months, 24));

        verdict.Verdict.Should().Be(EvidenceVerdict.Inconclusive);
        verdict.Doubts.Should().Contain(SeriesDoubt.PlaceboFindsEffect);
        verdict.Diagnostics.Single(one => one.Key == "placebo").Value.Should().BeApproximately(8, 1.5);
    }

    [Fact]
    public void A_series_without_an_answer_is_not_enough()
    {
        var verdict = Judge(TestSeries.Of([.. Enumerable.Repeat(1.0, 30)], 24));

        (verdict.Verdict, verdict.Doubts.Single()).Should().Be((EvidenceVerdict.NotEnoughData, SeriesDoubt.NoEstimate));
    }

    [Fact]
    public void The_test_of_autocorrelation_tells_a_wave_from_noise()
    {
        var random = new Sampler(3, 1);
        double[] noise = [.. Enumerable.Range(0, 100).Select(_ => random.Normal())];
        double[] wave = [.. noise.Select((value, t) => value + (3 * Math.Sin(t / 3.0)))];

        P(noise).Should().BeGreaterThan(0.05);
        P(wave).Should().BeLessThan(0.0001);
        ResidualChecks.LjungBox([1, 2, 3]).Should().BeEmpty();
    }

    private static double P(double[] errors) => ResidualChecks.LjungBox(errors).Single(one => one.Key == "ljungBoxP").Value;

    private static SeriesVerdict Judge(SeriesInput input) => SeriesVerdict.Of(input, BeforeAfter.Of(input), BeforeAfter.Of);
}
