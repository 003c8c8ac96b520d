using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Metrics.Tests.Return;

public sealed class CashFlowTests
{
    private static readonly Month January = new(2025, 1);

    [Fact]
    public void Amounts_of_one_month_are_summed_and_nothing_is_left_out()
    {
        var flow = CashFlow.Of([new(January, 3), new(January.Plus(2), 4), new(January, 5)]);

        flow[January].Should().Be(8);
        flow[January.Plus(1)].Should().Be(0);
        flow.Total.Should().Be(12);
        (flow.First, flow.Last).Should().Be((January, January.Plus(2)));
    }

    [Fact]
    public void Gains_less_costs_are_the_net_flow_of_each_month()
    {
        var costs = CashFlow.Of([new(January, 10)]);
        var gains = CashFlow.Of([new(January, 4), new(January.Plus(1), 7)]);

        var net = gains - costs;

        net.Cumulative(new(January, January.Plus(2))).Select(each => each.Amount).Should().Equal(-6, 1, 1);
        (net + costs).Amounts.Should().Equal(gains.Amounts);
        (net - net).Should().BeSameAs(CashFlow.Empty);
    }

    [Fact]
    public void Money_without_a_month_is_refused() =>
        FluentActions.Invoking(() => CashFlow.Of([new(default, 1)])).Should().Throw<ArgumentException>();

    [Fact]
    public void An_empty_flow_has_no_first_month_and_no_money()
    {
        (CashFlow.Empty.First, CashFlow.Empty.Last, CashFlow.Empty.Total).Should().Be((null, null, 0m));
    }

    [Theory]
    [InlineData(Cadence.OneOff, null, 1)]
    [InlineData(Cadence.Monthly, null, 25)]
    [InlineData(Cadence.Monthly, 3, 4)]
    [InlineData(Cadence.Monthly, 60, 25)]
    [InlineData(Cadence.Yearly, null, 3)]
    [InlineData(Cadence.Yearly, 23, 2)]
    [InlineData(Cadence.Yearly, 24, 3)]
    public void A_cost_falls_due_as_often_as_its_cadence_says(Cadence cadence, int? lastsFor, int times)
    {
        var cost = new Cost
        {
            Source = "entered",
            Id = "1",
            Programme = "CRM",
            Description = "x",
            Cadence = cadence,
            Amount = 100,
            From = January,
            To = lastsFor is { } months ? January.Plus(months) : null,
        };

        CostSchedule.Of(cost, January.Plus(24)).Total.Should().Be(100 * times);
        CostSchedule.Of(cost, January.Plus(-1)).Should().BeSameAs(CashFlow.Empty);
    }

    [Fact]
    public void A_cost_per_user_is_multiplied_by_users_each_month()
    {
        var cost = Cost(12) with { Cadence = Cadence.PerUserMonth, Users = 5 };

        CostSchedule.Of(cost, January.Plus(1)).Amounts.Values.Should().Equal(60, 60);
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        Cost[] wrong =
        [
            Cost(0), Cost(-1), Cost(1) with { From = default }, Cost(1) with { To = January.Plus(-1) },
            Cost(1) with { Cadence = Cadence.PerUserMonth }, Cost(1) with { Cadence = Cadence.PerUserMonth, Users = 0 },
        ];

        wrong.Should().AllSatisfy(cost => FluentActions.Invoking(() => CostSchedule.Of(cost, January)).Should().Throw<ArgumentException>());
    }

    [Fact]
    public void A_saving_is_made_as_often_as_its_cadence_says_and_never_per_user()
    {
        var saving = new Saving { Source = "entered", Id = "1", Programme = "CRM", Description = "Old CRM", Reason = "Ended", Cadence = Cadence.Monthly, Amount = 50, From = January };

        SavingSchedule.Of(saving, January.Plus(2)).Total.Should().Be(150);
        FluentActions.Invoking(() => SavingSchedule.Of(saving with { Cadence = Cadence.PerUserMonth }, January)).Should().Throw<ArgumentException>();
    }

    private static Cost Cost(decimal amount) =>
        new() { Source = "entered", Id = "1", Programme = "CRM", Description = "x", Cadence = Cadence.Monthly, Amount = amount, From = January };
}
