using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using FluentAssertions;
using static CrmRoi.Metrics.Tests.Return.BenefitExample;
using static CrmRoi.Metrics.Tests.Return.Example;

namespace CrmRoi.Metrics.Tests.Return;

public sealed class BenefitModelTests
{
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

        var result = ReturnOf(ledger);
        var outcome = ReturnModels.Of(result) is { } model ? model.At(model.Likely) : default;

        (outcome.Gain, outcome.Cost).Should().Be(((double)result.Gain!.Value, (double)result.Cost.Total));
        outcome.Npv.Should().BeApproximately((double)result.Npv!.Value, 1e-6);
        outcome.Payback.Should().Be(result.PaybackFromCost);
        result.Programme.DiscountRate.Should().Be(0.05m);
    }

    [Fact]
    public void Where_even_the_worst_case_pays_the_probability_is_one()
    {
        var probability = ReturnMetrics.OfReturn.Single(metric => metric.Key == "probability-paid");

        // 20 % of 75,000 are 15,000 for 12,000; 10 % are 7,500.
        probability.Answer(ReturnOf(new Ledger { Assumptions = [Share(0.4m) with { Low = 0.2m }] })).Should().Be(1);
        probability.Answer(ReturnOf(new Ledger { Assumptions = [Share(0.12m) with { Low = 0.1m, High = 0.15m }] })).Should().Be(0);
        probability.Answer(ReturnOf(new Ledger())).Should().BeNull("nothing is stated as uncertain");
    }
}
