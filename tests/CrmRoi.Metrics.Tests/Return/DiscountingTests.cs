using CrmRoi.Metrics.Return;
using FsCheck;
using FsCheck.Fluent;

namespace CrmRoi.Metrics.Tests.Return;

public sealed class DiscountingTests
{
    private static readonly Month January = new(2025, 1);

    [Fact]
    public void At_no_rate_the_present_value_is_the_sum_to_the_cent()
    {
        Npv.Periodic(0, [-0.1m, 0.2m, 0.03m]).Should().Be(0.13m);
        Npv.Monthly(0, CashFlow.Of([new(January, 0.1m), new(January.Plus(99), 0.2m)]), January).Should().Be(0.3m);
    }

    [Fact]
    public void A_year_later_at_ten_per_cent_110_are_worth_100()
    {
        Npv.Periodic(0.1, [0, 110]).Should().BeApproximately(100, 1e-9m);
        Npv.Monthly(0.1, CashFlow.Of([new(January.Plus(12), 110)]), January).Should().BeApproximately(100, 1e-9m);
        Npv.Dated(0.1, [new(new(2025, 1, 1), 0), new(new(2026, 1, 1), 110)]).Should().BeApproximately(100, 1e-9m);
        Npv.AfterOnePeriod(0.1, [110]).Should().BeApproximately(100, 1e-9m);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-1.5)]
    [InlineData(double.NaN)]
    public void A_yearly_rate_at_or_below_minus_one_is_refused(double rate)
    {
        FluentActions.Invoking(() => Npv.Monthly(rate, CashFlow.Empty, January)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Npv.Dated(rate, [])).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_value_that_no_decimal_holds_is_undefined()
    {
        Npv.Periodic(-0.999999, [.. Enumerable.Repeat(1m, 20)]).Should().BeNull();
        Npv.Periodic(0.5, []).Should().Be(0);
    }

    [Fact]
    public void A_flow_of_one_sign_has_no_rate_and_none_is_made_up()
    {
        Irr.Periodic([]).Should().BeEmpty();
        Irr.Periodic([0, 0]).Should().BeEmpty();
        Irr.Periodic([5, 10]).Should().BeEmpty();
        Irr.Periodic([-5]).Should().BeEmpty();
        Irr.Periodic([1, -2, 1.01m]).Should().BeEmpty("it comes near to 0 and does not touch it");
        Irr.Dated([new(new(2025, 1, 1), -5), new(new(2025, 1, 1), 10)]).Should().BeEmpty("all flows on one day");
    }

    [Fact]
    public void Every_rate_is_listed_lowest_first()
    {
        Irr.Periodic([-100, 110]).Single().Should().BeApproximately(0.1, 1e-12);
        var several = Irr.Periodic([-1, 3.6m, -4.31m, 1.716m]);
        several.Should().HaveCount(3);
        several.Zip([0.1, 0.2, 0.3]).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
    }

    [Fact]
    public void A_rate_that_the_value_only_touches_is_found()
    {
        Irr.Periodic([1, -2.2m, 1.21m]).Single().Should().BeApproximately(0.1, 1e-6);
        Irr.Periodic([-1, 2, -1]).Single().Should().BeApproximately(0, 1e-6);
        Irr.Periodic([1, -2.2001m, 1.2101m]).Should().HaveCount(2, "the two rates are 10 % and 10.01 %");
    }

    [Fact]
    public void Rates_near_minus_one_and_very_high_ones_are_found()
    {
        Irr.Periodic([-1_000_000, 1]).Single().Should().BeApproximately(-0.999999, 1e-12);
        Irr.Periodic([-1, 1_000_000]).Single().Should().BeApproximately(999_999, 1e-6);
    }

    [Fact]
    public void A_rate_that_no_number_tells_from_minus_one_is_left_out()
    {
        Irr.Monthly(CashFlow.Of([new(January, -1_000_000_000), new(January.Plus(1), 0.01m)])).Should().BeEmpty();
        Irr.Monthly(CashFlow.Of([new(January, -0.01m), new(January.Plus(1), 1_000_000_000)])).Should().BeEmpty("it is above 10^28");
    }

    [Fact]
    public void One_per_cent_a_month_is_more_than_twelve_a_year() =>
        Irr.Monthly(CashFlow.Of([new(January, -100), new(January.Plus(1), 101)])).Single().Should().BeApproximately(0.12682503, 1e-8);

    [Fact]
    public void At_every_rate_found_the_present_value_is_zero() =>
        Prop.ForAll(Flows(), amounts => Irr.Periodic(amounts)
            .All(root => NearZero(Npv.Periodic(root, amounts), amounts, root))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_rates_do_not_depend_on_the_unit_of_money() =>
        Prop.ForAll(Flows(), amounts => Irr.Periodic(amounts).Zip(Irr.Periodic(amounts.Select(amount => amount * 1000)))
            .All(pair => Math.Abs(pair.First - pair.Second) <= 1e-6 * (1 + Math.Abs(pair.First)))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_number_of_rates_has_the_parity_of_the_changes_of_sign() =>
        Prop.ForAll(Flows(), amounts =>
        {
            var signs = amounts.Where(amount => amount != 0).Select(Math.Sign).ToList();
            var changes = signs.Zip(signs.Skip(1)).Count(pair => pair.First != pair.Second);
            var roots = Irr.Periodic(amounts).Count;
            return roots <= changes && (changes % 2 == 0 || roots >= 1);
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<decimal[]> Flows() =>
        Gen.Choose(-1000, 1000).Select(whole => (decimal)whole).ArrayOf(7).ToArbitrary();

    private static bool NearZero(decimal? value, decimal[] amounts, double root)
    {
        var size = amounts.Select((amount, i) => Math.Abs((double)amount) * Math.Pow(1 + root, -i)).Sum();
        return value is null || Math.Abs((double)value.Value) <= 1e-9 * size;
    }
}
