using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using FluentAssertions;

namespace CrmRoi.Metrics.Tests.Return;

public sealed class MonteCarloTests
{
    private static readonly Pert Skewed = new(0.5, 0.9, 1);

    [Fact]
    public void Draws_have_the_mean_and_spread_of_their_distribution()
    {
        var model = Single(Skewed);

        var drawn = MonteCarlo.Of(model, 200_000)!;

        var gains = drawn.RoiDraws.Select(roi => (roi / 100) + 1).ToList();
        var mean = gains.Average();
        mean.Should().BeApproximately(Skewed.Mean, 0.001);
        gains.Average(gain => Math.Pow(gain - mean, 2)).Should().BeApproximately(Skewed.Variance, 0.0002);
        gains.Should().OnlyContain(gain => gain >= 0.5 && gain <= 1);
    }

    [Fact]
    public void Two_inputs_with_a_known_answer_give_it()
    {
        // Gain uniform on [0, 2] (a PERT of four shapes would not be; the sum of two equal ends is symmetric), cost 1: it pays in half of all draws.
        var model = Single(new Pert(0, 1, 2));

        var drawn = MonteCarlo.Of(model, 100_000)!;

        drawn.ProbabilityPaid.Should().BeApproximately(0.5, 0.005);
        drawn.Roi.Median.Should().BeApproximately(0, 0.7);
        (drawn.Roi.Low + drawn.Roi.High).Should().BeApproximately(0, 2);
    }

    [Fact]
    public void The_same_seed_gives_the_same_draws_and_another_does_not()
    {
        var model = Single(Skewed);

        var (one, same, other) = (MonteCarlo.Of(model, 500, 7)!, MonteCarlo.Of(model, 500, 7)!, MonteCarlo.Of(model, 500, 8)!);

        same.RoiDraws.Should().Equal(one.RoiDraws);
        other.RoiDraws.Should().NotEqual(one.RoiDraws);
    }

    [Fact]
    public void What_is_certain_is_not_drawn()
    {
        MonteCarlo.Of(Single(new Pert(1, 1, 1))).Should().BeNull();
    }

    [Fact]
    public void Without_cost_nothing_is_drawn()
    {
        var model = new ReturnModel(2, [new("gain", false, [1, 1], [0])], [new("share", Skewed)], 0.08);

        MonteCarlo.Of(model).Should().BeNull();
    }

    [Fact]
    public void An_estimate_is_drawn_from_its_own_draws()
    {
        var estimate = new ModelEstimate(BenefitKind.SalesMargin, [-2, 2], [new([0, 1], [])]);
        var model = new ReturnModel(2, [new("cost", true, [1, 0], []), new("gain", false, [0, 1], [])], [], 0, estimates: [estimate]);

        var drawn = MonteCarlo.Of(model, 10_000)!;

        drawn.ProbabilityPaid.Should().BeApproximately(0.5, 0.02);
        (drawn.Roi.Low, drawn.Roi.High).Should().Be((-200, 200));
        drawn.NotBack.Should().BeApproximately(0.5, 0.02);
        drawn.Payback.High.Should().BeNull();
        drawn.Irr.None.Should().BeApproximately(0.5, 0.02);
        drawn.Irr.One.Should().BeApproximately(0.5, 0.02);
    }

    [Theory]
    [InlineData(new double[] { 1, 1, 1 }, 0)]
    [InlineData(new double[] { -1, 0, 3 }, 1)]
    [InlineData(new double[] { -100, 230, -132 }, 2)] // 10 % and 20 % a period
    [InlineData(new double[] { -100, 100, -100 }, 0)]
    [InlineData(new double[] { -10, 3, -2, 30 }, 1)]
    [InlineData(new double[] { 0, 0, 0 }, 0)]
    public void Internal_rates_are_counted(double[] net, int roots)
    {
        MonteCarlo.Roots(net).Should().Be(roots);
    }

    [Fact]
    public void A_value_outside_its_range_is_refused()
    {
        ((Action)(() => _ = new Pert(1, 3, 2))).Should().Throw<ArgumentException>();
        ((Action)(() => _ = new Pert(double.NaN, 3, 4))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void What_matters_most_comes_first()
    {
        var model = new ReturnModel(
            1,
            [new("cost", true, [100], [0]), new("gain", false, [100], [1])],
            [new("cost", new(0.9, 1, 1.1)), new("share", new(0.2, 1, 1)), new("sure", new(1, 1, 1))],
            0.08);

        var bars = Tornado.Of(model);

        bars.Select(bar => bar.Name).Should().Equal("share", "cost");
        bars[0].WorstRoi.Should().BeApproximately(-80, 1e-9);
        bars[0].Swing.Should().BeApproximately(80, 1e-9);
    }

    [Fact]
    public void The_worst_case_comes_first_and_a_saved_one_keeps_its_values()
    {
        var model = new ReturnModel(
            1, [new("cost", true, [100], [0]), new("gain", false, [200], [1])], [new("cost", new(0.9, 1, 1.5)), new("share", new(0.2, 0.9, 1))], 0.08);

        var outcomes = Scenarios.Of(model, [new() { Programme = "CRM", Name = "Half", Values = [new("share", 0.5m)] }]);

        outcomes.Select(each => each.Kind).Should().Equal(ScenarioKind.Worst, ScenarioKind.Likely, ScenarioKind.Best, ScenarioKind.Saved);
        (outcomes[0].Outcome.Gain, outcomes[0].Outcome.Cost).Should().Be((40, 150));
        outcomes[3].Outcome.Roi.Should().BeApproximately(0, 1e-9);
        outcomes[3].Name.Should().Be("Half");
    }

    private static ReturnModel Single(Pert range) =>
        new(2, [new("cost", true, [1, 0], []), new("gain", false, [0, 1], [0])], [new("share", range)], 0.08);
}
