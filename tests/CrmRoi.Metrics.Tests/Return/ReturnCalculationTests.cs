using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;
using FsCheck;
using FsCheck.Fluent;
using static CrmRoi.Metrics.Tests.Return.Example;

namespace CrmRoi.Metrics.Tests.Return;

public sealed class ReturnCalculationTests
{
    [Fact]
    public void Twelve_thousand_spent_and_seventy_five_thousand_gained_is_525_per_cent()
    {
        var result = ReturnCalculation.Of(Example.Programme, [OneOff(12_000)], [], SeventyFiveThousand());

        (result.Cost.Total, result.Gain, result.NetBenefit).Should().Be((12_000m, 75_000m, 63_000m));
        (result.Roi, result.Multiple, result.DiscountedRoi).Should().Be((525m, 6.25m, 525m));
        (result.AverageAnnualRoi, result.AnnualisedRoi).Should().Be((625m, 525m));
        result.Npv.Should().Be(63_000);
        result.Window.Should().Be(After);
        result.Verdict.Should().Be(ReturnVerdict.Paid);
        result.Reasons.Should().BeEmpty();
        result.Cautions.Should().Contain(Reason.NotAdjusted);
    }

    [Fact]
    public void Told_of_an_earlier_month_it_counts_only_what_had_happened_by_then()
    {
        var result = ReturnCalculation.Of(Example.Programme, [OneOff(12_000)], [], SeventyFiveThousand(), GoLive.Plus(3));

        (result.Cost.Total, result.Gain, result.Window.To).Should().Be((12_000m, 25_000m, GoLive.Plus(3)));
    }

    [Fact]
    public void Break_even_is_the_month_in_which_the_gains_have_covered_the_cost()
    {
        var result = ReturnCalculation.Of(Example.Programme, [OneOff(12_500) with { From = GoLive.Plus(-2) }], [], SeventyFiveThousand());

        result.BreakEven.Should().Be(GoLive.Plus(1));
        (result.PaybackFromCost, result.PaybackFromGoLive, result.DiscountedPayback).Should().Be((4, 2, 4));
        result.Cumulative.Select(each => each.Amount).Take(4).Should().Equal(-12_500, -12_500, -6_250, 0);
        result.Window.From.Should().Be(GoLive.Plus(-2));
    }

    [Fact]
    public void Net_present_value_is_zero_at_the_only_internal_rate()
    {
        var result = ReturnCalculation.Of(Example.Programme, [OneOff(70_000)], [], SeventyFiveThousand());

        var root = result.IrrRoots.Should().ContainSingle().Subject;
        Npv.Monthly(root, result.MonthlyNet!, result.Window.From).Should().BeApproximately(0, 1e-6m);
        (result with { Programme = Example.Programme with { DiscountRate = 0.05m } }).Npv.Should().BeInRange(0, 5_000);
    }

    [Fact]
    public void More_spent_than_gained_has_not_paid_yet()
    {
        var result = ReturnCalculation.Of(Example.Programme, [OneOff(100_000)], [], SeventyFiveThousand());

        result.Verdict.Should().Be(ReturnVerdict.NotYet);
        result.Roi.Should().Be(-25);
        (result.BreakEven, result.PaybackFromCost, result.PaybackFromGoLive, result.DiscountedPayback).Should().Be((null, null, null, null));
    }

    [Fact]
    public void Savings_add_to_the_margin_gained()
    {
        var result = ReturnCalculation.Of(Example.Programme, [OneOff(12_000)], [Saving(100), Saving(50) with { Programme = "Another" }], SeventyFiveThousand());

        (result.SavingsTotal, result.Gain).Should().Be((1_200m, 76_200m));
        result.MonthlyGain![GoLive].Should().Be(6_350);
        result.MonthlyGain.Total.Should().Be(76_200);
    }

    [Fact]
    public void Costs_are_told_apart_by_kind_and_cadence_and_those_of_others_left_out()
    {
        var licences = Monthly(30) with { Kind = CostKind.Licences, Cadence = Cadence.PerUserMonth, Users = 10 };

        var cost = ReturnCalculation.Of(Example.Programme, [OneOff(1_000), Monthly(50), licences, OneOff(9) with { Programme = "Another" }], [], SeventyFiveThousand()).Cost;

        (cost.Total, cost.OneOff, cost.Recurring).Should().Be((5_200m, 1_000m, 4_200m));
        cost.ByKind.Should().Equal(new Dictionary<CostKind, decimal>
        {
            [CostKind.Licences] = 3_600,
            [CostKind.SetUp] = 1_000,
            [CostKind.Support] = 600,
        });
        cost.UserMonths.Should().Be(120);
        cost.PerUserAndMonth.Should().BeApproximately(5_200m / 120, 1e-12m);
        cost.OverHorizon.Should().Be(1_000 + (350 * 60));
        (cost.Monthly.Total + cost.Planned.Total).Should().Be(cost.OverHorizon);
    }

    [Fact]
    public void A_cost_still_to_come_is_listed_apart_and_not_spent()
    {
        var result = ReturnCalculation.Of(Example.Programme, [OneOff(12_000), OneOff(5_000) with { From = new(2026, 1) }], [], SeventyFiveThousand());

        result.Roi.Should().Be(525);
        result.Cost.Lines.Single(line => line.IsStillToCome).Planned.Total.Should().Be(5_000);
        (result.Cost.Planned.Total, result.Cost.OverHorizon).Should().Be((5_000m, 17_000m));
    }

    [Fact]
    public void Without_cost_or_gain_the_return_is_not_known_and_says_why()
    {
        var noCost = ReturnCalculation.Of(Example.Programme, [], [], SeventyFiveThousand());
        var noGain = ReturnCalculation.Of(Example.Programme, [OneOff(12_000)], [Saving(100)], Cube(Sales("North", After, 130)));

        (noCost.Verdict, noCost.Roi, noCost.BreakEven, noCost.Cost.OverHorizon).Should().Be((ReturnVerdict.NotKnown, null, null, null));
        noCost.Reasons.Should().Equal(Reason.NoCost);
        (noGain.Verdict, noGain.Gain, noGain.Roi, noGain.Npv, noGain.MonthlyNet).Should().Be((ReturnVerdict.NotKnown, null, null, null, null));
        noGain.Reasons.Should().Equal(Reason.NoBaseline);
        noGain.Cumulative.Should().BeEmpty();
        noGain.Cost.Total.Should().Be(12_000);
    }

    [Fact]
    public void Without_any_sales_figures_savings_alone_are_the_gain_and_it_says_so()
    {
        var result = ReturnCalculation.Of(Example.Programme, [OneOff(600)], [Saving(100)], Cube([]));

        (result.Gain, result.Roi, result.BreakEven).Should().Be((1_200m, 100m, GoLive.Plus(5)));
        result.Cautions.Should().Equal(Reason.SavingsOnly);
    }

    [Fact]
    public void A_programme_that_has_not_begun_has_no_window_and_no_answers()
    {
        var later = new Month(2027, 1);

        var result = ReturnCalculation.Of(Example.Programme with { GoLive = later }, [OneOff(12_000) with { From = later }], [], SeventyFiveThousand());

        result.Window.IsEmpty.Should().BeTrue();
        ReturnMetrics.OfReturn.Where(metric => metric.Key is not ("cost-total" or "tco"))
            .Should().AllSatisfy(metric => metric.Answer(result).Should().BeNull(metric.Key));
        result.Cost.OverHorizon.Should().Be(12_000);
    }

    [Fact]
    public void A_cost_that_ends_before_it_starts_is_refused() => FluentActions
        .Invoking(() => ReturnCalculation.Of(Example.Programme, [Monthly(1) with { To = GoLive.Plus(-1) }], [], SeventyFiveThousand()))
        .Should().Throw<ArgumentException>();

    [Fact]
    public void Scaling_costs_and_gains_leaves_every_convention_and_rate_alone() =>
        Prop.ForAll(Gen.Choose(1, 200_000).Two().Select(pair => (Cost: pair.Item1, Scale: pair.Item2)).ToArbitrary(), example =>
        {
            var one = ReturnCalculation.Of(Example.Programme, [OneOff(example.Cost)], [], SeventyFiveThousand());
            var scaled = ReturnCalculation.Of(
                Example.Programme, [OneOff((decimal)example.Cost * example.Scale)], [],
                Cube([], Entered(Before, 120_000m * example.Scale), Entered(After, 195_000m * example.Scale)));
            return Close(one.Roi, scaled.Roi) && Close(one.AnnualisedRoi, scaled.AnnualisedRoi) && one.BreakEven == scaled.BreakEven
                && one.IrrRoots.Count == scaled.IrrRoots.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_closing_rate_that_pays_covers_the_cost_of_the_horizon()
    {
        var sales = Before.Months.Concat(After.Months).Select(month => KeyValuePair.Create(
            new Cell(month), new Snapshot { DealsWon = 2, DealsLost = 8, WonRevenue = 2_000, CostedRevenue = 2_000, WonMargin = 1_000 }));
        var programme = Example.Programme with { HorizonMonths = 12 };

        var result = ReturnCalculation.Of(programme, [OneOff(12_000)], [], Cube(sales));

        result.BreakEvenUplift.Should().Be(0.2m, "ten deals a month, 500 each, for twelve months: 12,000 = 10 × 0.2 × 500 × 12");
    }

    [Fact]
    public void Every_metric_of_money_has_a_key_of_its_own_and_answers_the_example()
    {
        string[] keys =
        [
            "annual-revenue", "cost-total", "tco", "cost-per-user", "benefit-total", "net-benefit", "roi", "roi-multiple", "roi-average-annual", "roi-discounted",
            "roi-annualised", "npv", "irr", "payback-from-cost", "payback-from-go-live", "payback-discounted", "break-even-month", "break-even-uplift",
            "probability-paid",
        ];
        var result = ReturnCalculation.Of(Example.Programme, [OneOff(12_000)], [], SeventyFiveThousand());

        ReturnMetrics.All.Select(metric => metric.Key).Should().Equal(keys);
        ReturnMetrics.OfReturn.Single(metric => metric.Key == "roi").Answer(result).Should().Be(5.25m, "shares are fractions");
        ReturnMetrics.OfReturn.Single(metric => metric.Key == "break-even-month").Answer(result).Should().Be(GoLive.Plus(1).Index);
        ReturnMetrics.OfReturn.Single(metric => metric.Key == "cost-per-user").Answer(result).Should().BeNull();
        ReturnMetrics.OfReturn.Should().AllSatisfy(metric => metric.Dimensions.Should().Be(Dimensions.None));
        ReturnMetrics.AnnualRevenue.Read(new Snapshot { WonRevenue = 300 }, 3).Value.Should().Be(1_200);
    }

    private static bool Close(decimal? left, decimal? right) => left is { } a && right is { } b && Math.Abs(a - b) < 1e-9m * (1 + Math.Abs(a));
}
