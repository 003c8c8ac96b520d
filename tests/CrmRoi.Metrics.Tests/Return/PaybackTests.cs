using CrmRoi.Metrics.Return;

namespace CrmRoi.Metrics.Tests.Return;

public sealed class PaybackTests
{
    private static readonly Month January = new(2025, 1);
    private static readonly Window Year = new(January, January.Plus(11));

    [Fact]
    public void Twelve_thousand_at_a_thousand_a_month_are_back_after_twelve_months()
    {
        var net = CashFlow.Of([new(January, -12_000), .. Year.Months.Select(month => new MonthAmount(month, 1000))]);

        var month = Payback.BreakEven(net, Year);

        month.Should().Be(new Month(2025, 12));
        Payback.Months(January, month).Should().Be(12);
        Payback.BreakEven(net, Year, 0.1).Should().BeNull("discounted gains come to less");
    }

    [Fact]
    public void A_month_above_zero_until_the_next_bill_is_not_break_even()
    {
        var net = CashFlow.Of([new(January, -10), new(January.Plus(1), 12), new(January.Plus(2), -5), new(January.Plus(4), 3)]);

        Payback.BreakEven(net, Year).Should().Be(January.Plus(4));
        Payback.BreakEven(net, new(January, January.Plus(3))).Should().BeNull();
    }

    [Fact]
    public void Money_that_is_not_back_has_no_payback()
    {
        Payback.Months(January, null).Should().BeNull();
        Payback.Months([new(new(2025, 1, 1), -10), new(new(2025, 2, 1), 9)]).Should().BeNull();
        Payback.Months([new(new(2025, 1, 1), 9)]).Should().BeNull("nothing was spent");
        Payback.Months([]).Should().BeNull();
        Payback.BreakEven(CashFlow.Empty, new(January, January.Plus(-1))).Should().BeNull();
    }

    [Fact]
    public void Money_that_was_back_before_go_live_took_no_month_from_there() =>
        Payback.Months(January, January.Plus(-3)).Should().Be(0);

    [Fact]
    public void Dated_money_is_back_on_the_day_it_flows()
    {
        List<DatedAmount> flow = [new(new(2026, 1, 15), 6), new(new(2025, 1, 15), -10), new(new(2025, 7, 15), 4)];

        Payback.Months(flow).Should().Be(12);
        Payback.Months([new(new(2025, 1, 31), -1), new(new(2025, 2, 28), 1)]).Should().Be(1);
        Payback.Months([new(new(2025, 1, 20), -1), new(new(2025, 2, 10), 1)]).Should().BeApproximately(21 / 30.4375m, 1e-12m);
    }
}
