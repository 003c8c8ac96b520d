using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;
using FluentAssertions;
using static CrmRoi.Metrics.Tests.Return.Example;

namespace CrmRoi.Metrics.Tests.Return;

public sealed class ProjectionTests
{
    [Fact]
    public void The_last_complete_year_goes_on_with_an_interval_that_widens()
    {
        var result = Uneven(OneOff(3_000), Monthly(10));

        var projection = Projection.Of(result)!;

        projection.MonthlyGain.Should().Be(100);
        projection.Months.Should().HaveCount(48);
        projection.Months[0].Cumulative.Should().Be(result.NetBenefit + 90);
        projection.Months.Select(month => month.High - month.Low).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        projection.BreakEven.Should().Be(GoLive.Plus(33), "3,000 at 90 a month take 34 months");
        projection.Roi.Should().BeApproximately((6_000m - 3_600m) / 3_600m * 100, 0.001m);
    }

    [Fact]
    public void A_yearly_change_moves_it_and_its_range_widens_it()
    {
        var plain = Projection.Of(Uneven(OneOff(3_000)))!;
        var assumed = Uneven(OneOff(3_000)) with
        {
            Assumptions = [new() { Programme = "CRM", Name = "Decay", Target = AssumptionTarget.YearlyChange, Value = -0.1m, Low = -0.3m, High = 0, Owner = "Sales", Reason = "Competition" }],
        };

        var falling = Projection.Of(assumed)!;

        falling.End!.Cumulative.Should().BeLessThan(plain.End!.Cumulative);
        (falling.End.Cumulative - falling.End.Low).Should().BeGreaterThan(plain.End.Cumulative - plain.End.Low);
        falling.Months[11].Gain.Should().BeApproximately(90, 0.0001m);
    }

    [Fact]
    public void Without_twelve_months_there_is_none()
    {
        var result = ReturnCalculation.Of(Example.Programme, [OneOff(3_000)], [], SeventyFiveThousand(), GoLive.Plus(10));

        Projection.Of(result).Should().BeNull();
    }

    [Fact]
    public void What_never_pays_says_so()
    {
        Projection.Of(Uneven(OneOff(3_000), Monthly(150)))!.BreakEven.Should().BeNull();
    }

    [Fact]
    public void Prices_rise_by_the_year_and_users_by_the_month()
    {
        var support = Monthly(100) with { IndexRate = 0.1m };
        var licences = Monthly(10) with { Cadence = Cadence.PerUserMonth, Users = 5, UserCounts = [new(GoLive.Plus(6), 8), new(GoLive.Plus(9), 0)] };

        CostSchedule.Of(support, GoLive.Plus(24)).Amounts.Values.Should().Equal(
            Enumerable.Repeat(100m, 12).Concat(Enumerable.Repeat(110m, 12)).Append(121m));
        CostSchedule.Of(licences, GoLive.Plus(11)).Total.Should().Be((6 * 50) + (3 * 80));
        CostSchedule.Of(support with { IndexFrom = GoLive }, GoLive).Total.Should().Be(110);
    }

    [Fact]
    public void The_plan_counts_nowhere_and_stands_beside_what_was_spent()
    {
        var summary = CostSummary.Of(Example.Programme, [OneOff(1_000), OneOff(800) with { Id = "9", IsPlan = true, From = GoLive.Plus(-5) }], GoLive.Plus(11));

        (summary.Total, summary.OverHorizon, summary.First).Should().Be((1_000m, 1_000m, GoLive));
        summary.PlanByKind.Should().Equal(new PlannedAndSpent(CostKind.SetUp, 800, 1_000));
        summary.PlanByKind[0].Share.Should().Be(0.25m);
    }

    [Fact]
    public void Each_number_of_the_margin_must_rise_by_the_same_share()
    {
        var cube = Cube(Sales("North", Before, 500));

        var uplifts = BreakEvenUplift.Each(Example.Programme, CostSummary.Of(Example.Programme, [OneOff(3_000)], GoLive), cube);

        uplifts.Select(uplift => uplift.Key).Should().Equal("closing-rate", "deal-size", "margin-rate", "deals-won");
        uplifts.Should().OnlyContain(uplift => uplift.Share == 0.1m, "3,000 of 60 months at 500");
        uplifts[1].Rise.Should().Be(100);
    }

    private static ProgrammeReturn Uneven(params Cost[] costs) => ReturnCalculation.Of(
        Example.Programme,
        costs,
        [],
        Cube(Sales("North", Before, 100).Concat(After.Months.SelectMany((month, i) => Sales("North", new(month, month), i % 2 == 0 ? 180 : 220)))));
}
