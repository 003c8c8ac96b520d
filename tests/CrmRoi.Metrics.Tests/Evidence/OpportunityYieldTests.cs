using System.Globalization;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Evidence;

public sealed class OpportunityYieldTests
{
    private static readonly Month First = new(2024, 1);
    private static readonly Month GoLive = First.Plus(14);
    private static readonly Month Last = First.Plus(25);

    [Fact]
    public void More_margin_of_as_many_deals_is_an_effect_and_nothing_else()
    {
        var result = Reckon(margin: month => month < GoLive.Plus(1) ? 100 : 120);

        // Won a month after they are opened: 11 of the 12 months since go-live bring 20 more for each of 10 deals.
        result.Estimate!.Cumulative.Should().BeApproximately(11 * 10 * 20, 1e-6);
        result.Estimate.Relative.Should().BeApproximately(11 * 20 / (12 * 100.0), 1e-9);
        result.Estimate.Points[^1].Cumulative.Should().BeApproximately(result.Estimate.Cumulative, 1e-6);
        result.Verdict.Verdict.Should().Be(EvidenceVerdict.Supported);
    }

    [Fact]
    public void More_deals_opened_are_demand_and_no_effect()
    {
        var result = Reckon(opened: month => month < GoLive ? 10 : 25);

        result.Estimate!.Cumulative.Should().BeApproximately(0, 1e-6);
        result.Verdict.Reasons.Should().Contain(EvidenceReason.IntervalHoldsZero);
    }

    [Fact]
    public void A_stated_rise_in_prices_is_taken_back_and_counts_for_the_effect_alone()
    {
        var rise = new OtherCause { Name = "List", From = GoLive, Treatment = CauseTreatment.OldPrices, PriceChange = 0.1m };
        decimal Value(Month opened) => opened < GoLive ? 400 : 440;

        var unstated = Reckon(margin: won => Value(won.Plus(-1)) - 300, value: won => Value(won.Plus(-1)));
        var stated = Reckon(margin: won => Value(won.Plus(-1)) - 300, value: won => Value(won.Plus(-1)), causes: [rise]);

        unstated.Estimate!.Cumulative.Should().BeApproximately(11 * 10 * 40, 1e-6);
        stated.Estimate!.Cumulative.Should().BeApproximately(0, 1e-6);
    }

    [Fact]
    public void Months_that_are_cut_count_neither_before_nor_after()
    {
        var crisis = new OtherCause { Name = "Flood", From = First.Plus(5), To = First.Plus(7), Treatment = CauseTreatment.CutMonths };
        decimal Margin(Month won) => crisis.Touches("", won) ? 10 : won < GoLive ? 100 : 120;

        var (whole, without) = (Reckon(Margin, first: First.Plus(-6)), Reckon(Margin, causes: [crisis], first: First.Plus(-6)));

        whole.Estimate!.Relative.Should().BeGreaterThan(0.25);
        without.Estimate!.Relative.Should().BeApproximately(0.2, 1e-9);
    }

    [Fact]
    public void A_cause_with_months_of_its_own_is_estimated_beside_the_effect()
    {
        var hiring = new OtherCause { Name = "Hired", From = GoLive.Plus(7), Treatment = CauseTreatment.Regressor };

        var result = Reckon(won => (won < GoLive ? 100 : 120) + (hiring.Touches("", won) ? 30 : 0), causes: [hiring]);

        result.Estimate!.Relative.Should().BeApproximately(0.2 * 100 * 12 / ((12 * 100) + (5 * 30)), 1e-6);
    }

    [Fact]
    public void A_cause_that_began_with_the_CRM_cannot_be_told_from_it()
    {
        var hiring = new OtherCause { Name = "Hired", From = GoLive, Treatment = CauseTreatment.Regressor };

        var result = Reckon(causes: [hiring]);

        result.Estimate.Should().BeNull();
        result.Verdict.Reasons.Should().Equal(EvidenceReason.CauseCannotBeToldApart);
    }

    [Fact]
    public void A_short_baseline_carries_no_figure()
    {
        var result = Reckon(first: First.Plus(4));

        result.Verdict.Verdict.Should().Be(EvidenceVerdict.NotEnoughData);
        result.Verdict.Reasons.Should().Equal(EvidenceReason.TooFewBaselineMonths);
    }

    [Fact]
    public void Two_months_after_the_ramp_up_carry_no_figure()
    {
        var result = Reckon(last: GoLive.Plus(4));

        result.Verdict.Reasons.Should().Equal(EvidenceReason.TooFewMonthsAfter);
    }

    [Fact]
    public void Deals_that_take_longer_than_the_baseline_carry_no_figure()
    {
        var result = Reckon(months: 9);

        result.Verdict.Reasons.Should().Equal(EvidenceReason.CycleLongerThanBaseline);
    }

    private static OpportunityYield Reckon(
        Func<Month, decimal>? margin = null, Func<Month, int>? opened = null, Func<Month, decimal>? value = null,
        IReadOnlyList<OtherCause>? causes = null, Month? first = null, Month? last = null, int months = 1)
    {
        var deals = new List<Deal>();
        foreach (var month in new Window(first ?? First, last ?? Last).Months)
        {
            var won = month.Plus(months);
            var (worth, gained) = (value?.Invoke(won) ?? 400, margin?.Invoke(won) ?? 100);
            var isWon = won <= (last ?? Last);
            deals.AddRange(Enumerable.Range(0, opened?.Invoke(month) ?? 10).Select(i => new Deal
            {
                Source = "test",
                Id = string.Create(CultureInfo.InvariantCulture, $"{month}-{i}"),
                Name = "Deal",
                CreatedOn = month.FirstDay,
                ClosedOn = isWon ? won.FirstDay : null,
                Outcome = isWon ? DealOutcome.Won : DealOutcome.Open,
                Value = worth,
                CostOfGoods = worth - gained,
            }));
        }

        var records = new RecordSet { Deals = deals };
        var window = new Window(first ?? First, last ?? Last);
        var cube = new SnapshotCube(SnapshotBuilder.Build(records, Organisation.Unknown, window), [.. CohortRules.Build(records, Organisation.Unknown)], [], window.To.LastDay);
        var programme = new Programme { Name = "CRM", Currency = "EUR", GoLive = GoLive, RampUpMonths = 3 };
        return OpportunityYield.Of(programme, cube, window.To, causes ?? [], new EvidenceSettings());
    }
}
