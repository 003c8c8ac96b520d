using CrmRoi.Metrics.Return;
using FsCheck;
using FsCheck.Fluent;

namespace CrmRoi.Metrics.Tests.Return;

public sealed class RoiConventionsTests
{
    [Theory]
    [InlineData(75_000, 12_000, 525)]
    [InlineData(11_000, 1_000, 1_000)]
    [InlineData(100, 100, 0)]
    [InlineData(0, 100, -100)]
    [InlineData(-50, 100, -150)]
    public void The_official_roi_is_net_benefit_over_cost_in_percent(int gain, int cost, int percent) =>
        RoiConventions.Official(gain, cost).Should().Be(percent);

    [Fact]
    public void Break_even_is_one_back_for_each_one_spent()
    {
        RoiConventions.Multiple(100, 100).Should().Be(1);
        RoiConventions.Official(100, 100).Should().Be(0);
    }

    [Fact]
    public void Every_convention_is_undefined_when_nothing_was_spent_or_the_gain_is_not_known()
    {
        decimal?[] answers =
        [
            RoiConventions.Official(5, 0), RoiConventions.Official(null, 5), RoiConventions.Multiple(5, 0), RoiConventions.Multiple(null, 5),
            RoiConventions.AverageAnnual(5, 1, 0, 12), RoiConventions.AverageAnnual(null, 1, 1, 12), RoiConventions.AverageAnnual(5, 1, 1, 0),
            RoiConventions.Discounted(5, 0), RoiConventions.Discounted(null, 5),
            RoiConventions.Annualised(5, 0, 12), RoiConventions.Annualised(null, 5, 12), RoiConventions.Annualised(-1, 5, 12), RoiConventions.Annualised(5, 5, 0),
        ];

        answers.Should().AllSatisfy(answer => answer.Should().BeNull());
    }

    [Fact]
    public void Average_annual_net_benefit_is_set_against_what_was_spent_once() =>
        RoiConventions.AverageAnnual(gain: 500, recurringCost: 100, initialCost: 1000, months: 24).Should().Be(20);

    [Fact]
    public void Four_times_the_money_in_two_years_is_doubling_each_year() =>
        RoiConventions.Annualised(400, 100, 24).Should().BeApproximately(100, 1e-9m);

    [Fact]
    public void Scaling_cost_and_gain_leaves_the_roi_alone() =>
        Prop.ForAll(Gen.Choose(1, 100_000).Three().ToArbitrary(), parts =>
        {
            var (gain, cost, scale) = ((decimal)parts.Item1, (decimal)parts.Item2, (decimal)parts.Item3);
            return Math.Abs(RoiConventions.Official(gain * scale, cost * scale)!.Value - RoiConventions.Official(gain, cost)!.Value) < 1e-12m;
        }).QuickCheckThrowOnFailure();
}
