using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;
using FluentAssertions;
using static CrmRoi.Metrics.Tests.Return.Example;

namespace CrmRoi.Metrics.Tests.Return;

public sealed class BenefitTests
{
    [Fact]
    public void Without_entries_the_margin_counts_in_full()
    {
        var result = Return(new Ledger());

        result.Gain.Should().Be(75_000);
        result.Benefits.Where(line => line.IsCounted).Select(line => line.Kind).Should().Equal(BenefitKind.SalesMargin);
    }

    [Fact]
    public void A_view_gets_only_what_the_bridge_loses()
    {
        var result = Return(new Ledger { Benefits = [Benefit(BenefitKind.Retention) with { MarginPart = 0.2m }, Benefit(BenefitKind.CampaignCredit) with { MarginPart = 0.3m }] });

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
        var off = Return(new Ledger { Benefits = [Benefit(BenefitKind.SalesMargin) with { IsOn = false }] });
        var later = Return(new Ledger { Benefits = [Benefit(BenefitKind.SalesMargin) with { From = GoLive.Plus(6) }] });

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

        Return(ledger).Gain.Should().Be(30_000);
        Return(ledger with { Assumptions = [Share(0.4m) with { Low = 0.5m }] }).Gain.Should().Be(67_500, "an assumption outside its own range is not reckoned with");
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
    public void An_official_estimate_takes_the_place_of_before_and_after()
    {
        var estimate = Estimate(4_000, [3_000, 4_000, 5_000]);

        var result = ReturnCalculation.Of(Example.Programme, new Ledger { Costs = [OneOff(12_000)], Estimates = [new(Example.Programme.Name, BenefitKind.SalesMargin, estimate)] }, SeventyFiveThousand());
        var model = ReturnModels.Of(result)!;

        (result.Gain, result.IsAdjusted).Should().Be((48_000m, true));
        result.Cautions.Should().Contain(Reason.Adjusted).And.NotContain(Reason.NotAdjusted);
        model.At(model.Likely).Roi.Should().BeApproximately((double)result.Roi!.Value, 1e-9);
        MonteCarlo.Of(model)!.Roi.Low.Should().BeApproximately(200, 1e-9, "36,000 back for 12,000");
    }

    [Fact]
    public void Hours_saved_are_those_of_the_official_estimate_with_its_doubt()
    {
        var estimate = Estimate(-2, [-3, -2, -1]);
        var ledger = new Ledger
        {
            Costs = [OneOff(1_000)],
            Benefits = [Benefit(BenefitKind.AdminHours) with { HourlyRate = 40, Realised = 0.5m }, Benefit(BenefitKind.SalesMargin) with { IsOn = false }],
            Estimates = [new("CRM", BenefitKind.AdminHours, estimate)],
        };

        var result = ReturnCalculation.Of(Example.Programme, ledger, Hours(before: 10, after: 9, staff: 5));
        var model = ReturnModels.Of(result)!;
        var bar = Tornado.Of(model).Single();

        // The plain difference is one hour of five people; the estimate says two.
        result.Gain.Should().Be(2 * 5 * 12 * 40 * 0.5m);
        bar.Estimated.Should().Be(BenefitKind.AdminHours);
        (bar.AtLow.Gain, bar.AtHigh.Gain).Should().Be((3 * 5 * 12 * 20d, 1 * 5 * 12 * 20d));
        Scenarios.Of(model, []).Select(each => each.Outcome.Gain).Should().Equal(1 * 5 * 12 * 20, 2 * 5 * 12 * 20, 3 * 5 * 12 * 20);
    }

    [Fact]
    public void By_an_estimate_too_cheaper_leads_are_no_cash_when_as_much_is_spent()
    {
        var ledger = new Ledger
        {
            Benefits = [Benefit(BenefitKind.CostPerLead) with { IsCash = true }],
            Estimates = [new("CRM", BenefitKind.CostPerLead, Estimate(-50, [-50]))],
        };

        Line(ledger, Marketing(leads: 20, spend: 1_000)).Total.Should().Be(0, "a mean month of before cost 1,000 as well");
        Line(ledger, Marketing(leads: 20, spend: 400)).Total.Should().Be(12 * 600, "20 leads at 50 less each are 1,000, of which 600 are really not spent");
        Line(ledger, Marketing(leads: 10, spend: 400)).Total.Should().Be(12 * 500);
    }

    [Fact]
    public void A_view_of_the_margin_moves_with_the_margin_s_own_draw()
    {
        var ledger = new Ledger
        {
            Costs = [OneOff(12_000)],
            Benefits = [Benefit(BenefitKind.Retention) with { MarginPart = 0.25m }],
            Assumptions = [Share(0.4m)],
            Estimates = [new("CRM", BenefitKind.SalesMargin, Estimate(4_000, [3_000, 5_000]))],
        };

        var model = ReturnModels.Of(ReturnCalculation.Of(Example.Programme, ledger, SeventyFiveThousand()))!;

        // A quarter is retention's, of which everything is the CRM's doing; of the rest it is 40 %.
        model.At(model.Likely, [1_000]).Gain.Should().BeApproximately(12 * 5_000 * (0.25 + (0.75 * 0.4)), 1e-6);
        model.At([1], [1_000]).Gain.Should().BeApproximately(12 * 5_000, 1e-6);
    }

    [Fact]
    public void The_model_at_likely_values_is_the_return()
    {
        var ledger = new Ledger
        {
            Savings = [Saving(100)],
            Assumptions =
            [
                Share(0.4m),
                Share(1) with { Name = "Costs", Target = AssumptionTarget.CostFactor, Benefit = null, Low = 0.9m, High = 1.3m },
                Share(0.05m) with { Name = "Rate", Target = AssumptionTarget.DiscountRate, Benefit = null, Low = 0.03m, High = 0.1m },
            ],
        };

        var result = Return(ledger);
        var outcome = ReturnModels.Of(result) is { } model ? model.At(model.Likely) : default;

        (outcome.Gain, outcome.Cost).Should().Be(((double)result.Gain!.Value, (double)result.Cost.Total));
        outcome.Npv.Should().BeApproximately((double)result.Npv!.Value, 1e-6);
        outcome.Payback.Should().Be(result.PaybackFromCost);
        result.Programme.DiscountRate.Should().Be(0.05m);
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
        Return(new Ledger { Assumptions = [Share(0.4m) with { Decision = AssumptionDecision.Rejected }] }).Cautions.Should().Contain(Reason.RejectedAssumption);
    }

    [Fact]
    public void Where_even_the_worst_case_pays_the_probability_is_one()
    {
        var probability = ReturnMetrics.OfReturn.Single(metric => metric.Key == "probability-paid");

        // 20 % of 75,000 are 15,000 for 12,000; 10 % are 7,500.
        probability.Answer(Return(new Ledger { Assumptions = [Share(0.4m) with { Low = 0.2m }] })).Should().Be(1);
        probability.Answer(Return(new Ledger { Assumptions = [Share(0.12m) with { Low = 0.1m, High = 0.15m }] })).Should().Be(0);
        probability.Answer(Return(new Ledger())).Should().BeNull("nothing is stated as uncertain");
    }

    private static Benefit Benefit(BenefitKind kind) => new() { Programme = "CRM", Kind = kind };

    private static Assumption Share(decimal value) => new()
    {
        Programme = "CRM",
        Name = "Share",
        Target = AssumptionTarget.AttributedShare,
        Benefit = BenefitKind.SalesMargin,
        Value = value,
        Low = 0.1m,
        High = 1,
        Owner = "Sales",
        Reason = "Survey",
    };

    private static ProgrammeReturn Return(Ledger ledger) => ReturnCalculation.Of(Example.Programme, ledger with { Costs = [OneOff(12_000)] }, SeventyFiveThousand());

    private static BenefitLine Line(Ledger ledger, SnapshotCube cube) =>
        ReturnCalculation.Of(Example.Programme, ledger, cube).Benefits.Single(line => line.Kind == ledger.Benefits[0].Kind);

    private static GainEstimate Estimate(decimal monthly, double[] draws) => new(
        EvidenceMethod.StructuralTimeSeries, EvidenceVerdict.Supported, CashFlow.Of(After.Months.Select(month => new MonthAmount(month, monthly))), After, draws);

    private static BenefitLine UnitLine(Benefit benefit, int leads, decimal spend) => Line(new Ledger { Benefits = [benefit] }, Marketing(leads, spend));

    private static SnapshotCube Marketing(int leads, decimal spend) => Cube(
        Before.Months.Select(month => KeyValuePair.Create(new Cell(month), new Snapshot { Leads = 10, MarketingSpend = 1_000 }))
            .Concat(After.Months.Select(month => KeyValuePair.Create(new Cell(month), new Snapshot { Leads = leads, MarketingSpend = spend }))));

    private static SnapshotCube Hours(decimal before, decimal after, int staff) => Cube(
        Before.Months.Concat(After.Months).Select(month => KeyValuePair.Create(new Cell(month) { Team = "North" }, new Snapshot { StaffMonths = staff })),
        [
            .. Before.Months.Concat(After.Months).Select(month => new EnteredFigure
            {
                Measure = "admin-hours-spent",
                Period = new(month, month),
                Team = "North",
                Value = staff * (Before.Contains(month) ? before : after),
                SourceNote = "Time sheets",
                IsComparable = true,
            }),
        ]);
}
