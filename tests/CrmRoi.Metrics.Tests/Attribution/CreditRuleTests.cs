using CrmRoi.Metrics.Attribution;

namespace CrmRoi.Metrics.Tests.Attribution;

public sealed class CreditRuleTests
{
    private static readonly IReadOnlyList<PathTouch> Four = [new("a", 21), new("b", 14), new("a", 7), new("c", 0)];

    public static TheoryData<AttributionModel> Models => new(AttributionModels.Rules.Keys);

    [Fact]
    public void First_touch_credits_what_came_first() => new FirstTouch().Shares(Four).Should().Equal(1, 0, 0, 0);

    [Fact]
    public void Last_touch_credits_what_came_last() => new LastTouch().Shares(Four).Should().Equal(0, 0, 0, 1);

    [Fact]
    public void Linear_credits_all_alike() => new Linear().Shares(Four).Should().Equal(0.25m, 0.25m, 0.25m, 0.25m);

    [Fact]
    public void Position_based_gives_40_20_40()
    {
        new PositionBased().Shares(Four).Should().Equal(0.4m, 0.1m, 0.1m, 0.4m);
        new PositionBased().Shares([new("a", 1), new("b", 0)]).Should().Equal(0.5m, 0.5m);
        new PositionBased().Shares([new("a", 1)]).Should().Equal(1m);
    }

    [Fact]
    public void Time_decay_halves_with_each_half_life()
    {
        // 1/8, 1/4, 1/2 and 1 of 15/8.
        new TimeDecay().Shares(Four).Should().Equal([1m / 15, 2m / 15, 4m / 15, 8m / 15], (actual, expected) => Math.Abs(actual - expected) < 1e-20m);
        new TimeDecay(14).Shares([new("a", 14), new("b", 0)]).Should().Equal([1m / 3, 2m / 3], (actual, expected) => Math.Abs(actual - expected) < 1e-20m);
    }

    [Fact]
    public void What_was_only_seen_gets_nothing_where_something_was_answered()
    {
        IReadOnlyList<PathTouch> path = [new("a", 9), new("b", 1, IsView: true)];

        new LastTouch().Shares(path).Should().Equal(1, 0);
        new Linear().Shares(path).Should().Equal(1, 0);
        new ViewThrough().Shares(path).Should().Equal(1, 0);
    }

    [Fact]
    public void A_view_counts_through_only_where_nothing_was_answered()
    {
        IReadOnlyList<PathTouch> seen = [new("a", 9, IsView: true), new("b", 1, IsView: true)];

        new ViewThrough().Shares(seen).Should().Equal(0, 1);
        new LastTouch().Shares(seen).Should().Equal(0, 0);
        new ViewThrough().Shares([]).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Shares_of_any_path_sum_to_exactly_one_and_none_is_below_zero(AttributionModel model)
    {
        var chance = new Random(1);
        for (var length = 1; length <= 60; length++)
        {
            var path = Enumerable.Range(0, length).Select(i => new PathTouch("x" + (i % 5), (decimal)chance.NextDouble() * 365)).OrderByDescending(touch => touch.DaysBefore).ToList();

            var shares = AttributionModels.Rules[model].Shares(path);

            shares.Sum().Should().Be(1);
            shares.Should().OnlyContain(share => share >= 0);
        }
    }

    [Fact]
    public void Amounts_are_split_to_the_cent()
    {
        Split.Amount(100, new Linear().Shares([new("a", 2), new("b", 1), new("c", 0)])).Should().Equal(33.33m, 33.34m, 33.33m);
        Split.Amount(0.01m, [0.5m, 0.5m]).Sum().Should().Be(0.01m);
        Split.Amount(99.9999m, [0.3m, 0.7m, 0m]).Should().Equal(30.00m, 69.9999m, 0m);
    }

    [Fact]
    public void A_model_is_found_by_its_key()
    {
        AttributionModels.All.Should().OnlyContain(model => AttributionModels.Find(AttributionModels.KeyOf(model)) == model);
        AttributionModels.Find("guess").Should().BeNull();
    }
}
