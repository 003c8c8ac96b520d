using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using FluentAssertions;
using static CrmRoi.Metrics.Tests.Return.BenefitExample;
using static CrmRoi.Metrics.Tests.Return.Example;

namespace CrmRoi.Metrics.Tests.Return;

public sealed class BenefitTests
{
    [Fact]
    public void Without_entries_the_margin_counts_in_full()
    {
        var result = ReturnOf(new Ledger());

        result.Gain.Should().Be(75_000);
        result.Benefits.Where(line => line.IsCounted).Select(line => line.Kind).Should().Equal(BenefitKind.SalesMargin);
    }

    [Fact]
    public void A_view_gets_only_what_the_bridge_loses()
    {
        var result = ReturnOf(new Ledger { Benefits = [Benefit(BenefitKind.Retention) with { MarginPart = 0.2m }, Benefit(BenefitKind.CampaignCredit) with { MarginPart = 0.3m }] });

        result.Benefits.Where(line => line.IsCounted).ToDictionary(line => line.Kind, line => line.Total).Should().BeEquivalentTo(new Dictionary<BenefitKind, decimal>
        {
            [BenefitKind.SalesMargin] = 37_500,
            [BenefitKind.Retention] = 15_000,
            [BenefitKind.CampaignCredit] = 22_500,
        });
        result.Gain.Should().Be(75_000);
    }

    [Fact]
    public void No_views_can_hold_more_than_one_euro_of_each()
    {
        MarginParts.TryOf([(BenefitKind.Retention, 0.7m), (BenefitKind.LifetimeValue, 0.4m)]).Should().BeNull();
        MarginParts.TryOf([(BenefitKind.Retention, -0.1m)]).Should().BeNull();
        MarginParts.TryOf([(BenefitKind.AdminHours, 0.1m)]).Should().BeNull();

        var stored = MarginParts.Of([Benefit(BenefitKind.Retention) with { MarginPart = 0.7m }, Benefit(BenefitKind.LifetimeValue) with { MarginPart = 0.9m }]);

        (stored[BenefitKind.SalesMargin], stored[BenefitKind.Retention], stored[BenefitKind.LifetimeValue]).Should().Be((0, 0.7m, 0.3m));
    }

    [Fact]
    public void What_is_switched_off_or_begins_later_counts_no_more_than_that()
    {
        var off = ReturnOf(new Ledger { Benefits = [Benefit(BenefitKind.SalesMargin) with { IsOn = false }] });
        var later = ReturnOf(new Ledger { Benefits = [Benefit(BenefitKind.SalesMargin) with { From = GoLive.Plus(6) }] });

        off.Gain.Should().Be(0);
        off.Roi.Should().Be(-100);
        later.Gain.Should().Be(37_500);
    }

    [Fact]
    public void An_assumption_takes_the_place_of_the_benefits_own_share()
    {
        var ledger = new Ledger
        {
            Benefits = [Benefit(BenefitKind.SalesMargin) with { Attributed = 0.9m }],
            Assumptions = [Share(0.4m)],
        };

        ReturnOf(ledger).Gain.Should().Be(30_000);
        ReturnOf(ledger with { Assumptions = [Share(0.4m) with { Low = 0.5m }] }).Gain.Should().Be(67_500, "an assumption outside its own range is not reckoned with");
    }

    [Fact]
    public void Hours_are_money_only_with_a_rate_and_a_share_that_is_used()
    {
        var hours = Hours(before: 10, after: 8, staff: 5);
        var priced = Benefit(BenefitKind.AdminHours) with { HourlyRate = 40, Realised = 0.5m };

        var without = Line(new Ledger { Benefits = [priced with { Realised = null }] }, hours);
        var with = Line(new Ledger { Benefits = [priced] }, hours);

        (without.NotCounted, without.Total).Should().Be((Reason.HoursNotPriced, 0m));
        with.Raw.Total.Should().Be(2 * 5 * 12);
        with.Total.Should().Be(2 * 5 * 12 * 40 * 0.5m);
    }

    [Fact]
    public void Cheaper_leads_are_no_cash_when_as_much_is_spent()
    {
        var cash = Benefit(BenefitKind.CostPerLead) with { IsCash = true };

        var moreLeads = UnitLine(cash, leads: 20, spend: 1_000);
        var lessSpend = UnitLine(cash, leads: 10, spend: 700);
        var notStated = UnitLine(cash with { IsCash = false }, leads: 10, spend: 700);

        moreLeads.Total.Should().Be(0);
        lessSpend.Total.Should().Be(12 * 300);
        (notStated.NotCounted, notStated.Worth.Total).Should().Be((Reason.NotCash, 12 * 300m));
    }

    [Fact]
    public void Two_programmes_never_claim_the_same_margin()
    {
        var second = Example.Programme with { Name = "Portal", GoLive = GoLive.Plus(3), MarginShare = 0.25m };
        var ledger = new Ledger { Programmes = [second, Example.Programme], Costs = [OneOff(12_000), OneOff(1_000) with { Programme = "Portal" }] };

        var company = CompanyReturn.Of(ledger, Cube(Sales("North", Before, 100).Concat(Sales("North", After, 200))))!;

        company.Programmes.Single(each => each.Programme.Name == "CRM").Gain.Should().Be(900);
        company.Programmes.Single(each => each.Programme.Name == "Portal").Gain.Should().BeApproximately(0.25m * 9 * 75, 0.01m, "its baseline holds three months of the first");
        company.Cost.Should().Be(13_000);
        MarginAllocation.Of([Example.Programme with { MarginShare = 0.8m }, second with { MarginShare = 0.9m }])[second].Should().Be(0.2m);
        MarginAllocation.Of([Example.Programme, second with { MarginShare = null }])[second].Should().Be(0);
    }

    [Fact]
    public void A_rejected_assumption_is_told()
    {
        ReturnOf(new Ledger { Assumptions = [Share(0.4m) with { Decision = AssumptionDecision.Rejected }] }).Cautions.Should().Contain(Reason.RejectedAssumption);
    }

    private static BenefitLine UnitLine(Benefit benefit, int leads, decimal spend) => Line(new Ledger { Benefits = [benefit] }, Marketing(leads, spend));
}
