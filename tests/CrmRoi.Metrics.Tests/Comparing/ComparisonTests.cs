using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Comparing;

public sealed class ComparisonTests
{
    private static readonly Provenance Entered = new(0, 12, 0, 0, 1, false);

    [Fact]
    public void A_share_changes_in_points_and_shows_of_how_many()
    {
        var comparison = Comparison.Of(FunnelMetrics.ClosingRate, Side(12, new() { DealsWon = 480, DealsLost = 320 }), Side(12, new() { DealsWon = 560, DealsLost = 140 }));

        comparison.Before.Should().Be(new Reading(0.6m, 480, 800));
        comparison.After.Should().Be(new Reading(0.8m, 560, 700));
        comparison.IsInPoints.Should().BeTrue();
        comparison.Change.Should().Be(0.2m);
        comparison.Interval!.Value.Level.Should().Be(0.90m);
        comparison.Verdict.Should().Be(Verdict.Better);
        comparison.Reason.Should().Be(VerdictReason.None);
    }

    [Fact]
    public void A_total_is_compared_as_so_much_a_month()
    {
        var comparison = Comparison.Of(DealMetrics.DealsWon, Side(12, new() { DealsWon = 1200 }), Side(3, new() { DealsWon = 360 }));

        comparison.IsPerMonth.Should().BeTrue();
        comparison.Before.Should().Be(new Reading(100, 1200, 12));
        comparison.After.Value.Should().Be(120);
        comparison.Change.Should().Be(0.2m);
        comparison.Verdict.Should().Be(Verdict.Better);
    }

    [Fact]
    public void Less_is_better_where_less_is_better()
    {
        var before = new Snapshot { MarketingSpend = 10_000, Leads = 500 };

        Comparison.Of(MarketingMetrics.CostPerLead, Side(12, before), Side(12, before with { Leads = 1000 })).Verdict.Should().Be(Verdict.Better);
        Comparison.Of(MarketingMetrics.CostPerLead, Side(12, before), Side(12, before with { Leads = 250 })).Verdict.Should().Be(Verdict.Worse);
        Comparison.Of(DealMetrics.DealsLost, Side(12, new() { DealsLost = 100 }), Side(12, new() { DealsLost = 400 })).Verdict.Should().Be(Verdict.Worse);
    }

    [Fact]
    public void The_interval_of_a_cost_for_one_is_the_inverse_of_the_rate_and_holds_the_change()
    {
        var comparison = Comparison.Of(
            MarketingMetrics.CostPerLead, Side(12, new() { MarketingSpend = 10_000, Leads = 500 }), Side(12, new() { MarketingSpend = 10_000, Leads = 1000 }));

        comparison.Change.Should().Be(-0.5m);
        comparison.Interval!.Value.Contains(-0.5m).Should().BeTrue();
        comparison.Interval.Value.High.Should().BeNegative();
    }

    [Fact]
    public void A_change_that_chance_explains_is_unclear()
    {
        var comparison = Comparison.Of(FunnelMetrics.ClosingRate, Side(1, new() { DealsWon = 3, DealsLost = 2 }), Side(1, new() { DealsWon = 4, DealsLost = 1 }));

        (comparison.Verdict, comparison.Reason).Should().Be((Verdict.Unclear, VerdictReason.IntervalHoldsNoChange));
    }

    [Fact]
    public void A_change_without_an_interval_is_unclear_and_says_so()
    {
        var comparison = Comparison.Of(
            DealMetrics.MarginRate, Side(1, new() { WonMargin = 10, CostedRevenue = 100 }), Side(1, new() { WonMargin = 50, CostedRevenue = 100 }));

        comparison.Change.Should().Be(0.4m);
        comparison.HasInterval.Should().BeFalse();
        (comparison.Verdict, comparison.Reason).Should().Be((Verdict.Unclear, VerdictReason.NoInterval));
    }

    [Fact]
    public void An_undefined_side_is_named()
    {
        var known = Side(1, new() { DealsWon = 1, DealsLost = 1 });

        Comparison.Of(FunnelMetrics.ClosingRate, Side(1, new()), known).Reason.Should().Be(VerdictReason.UndefinedBefore);
        var after = Comparison.Of(FunnelMetrics.ClosingRate, known, Side(1, new()));
        (after.Verdict, after.Reason, after.Change, after.Interval).Should().Be((Verdict.Undefined, VerdictReason.UndefinedAfter, null, null));
    }

    [Fact]
    public void A_total_of_which_nothing_is_known_is_undefined_and_not_zero()
    {
        var unknown = new Observed(12, new Provenance(0, 0, 0, 12, 1, true));

        Comparison.Of(ActivityMetrics.Calls, unknown, Side(12, new() { Calls = 100 })).Before.Value.Should().BeNull();
    }

    [Fact]
    public void Entered_and_recorded_figures_are_not_compared_unless_somebody_states_that_they_may()
    {
        var before = new Snapshot { DealsWon = 480, DealsLost = 320 };
        var after = Side(12, new() { DealsWon = 560, DealsLost = 140 });

        var unlike = Comparison.Of(FunnelMetrics.ClosingRate, new Observed(12, Entered) { Snapshot = before }, after);
        var alike = Comparison.Of(FunnelMetrics.ClosingRate, new Observed(12, Entered with { IsComparable = true }) { Snapshot = before }, after);

        (unlike.Verdict, unlike.Reason).Should().Be((Verdict.NotComparable, VerdictReason.UnlikeSources));
        unlike.Change.Should().Be(0.2m);
        alike.Verdict.Should().Be(Verdict.Better);
    }

    [Fact]
    public void Figures_entered_on_both_sides_are_of_like_sources()
    {
        var before = new Observed(12, Entered) { Snapshot = new() { DealsWon = 100 } };

        Comparison.Of(DealMetrics.DealsWon, before, before with { Snapshot = new() { DealsWon = 200 } }).Verdict.Should().Be(Verdict.Better);
    }

    [Fact]
    public void Unlike_completeness_is_not_compared()
    {
        var before = new Observed(12, Entered with { IsComparable = true, Completeness = 0.7m }) { Snapshot = new() { Calls = 100 } };

        Comparison.Of(ActivityMetrics.Calls, before, Side(12, new() { Calls = 200 })).Reason.Should().Be(VerdictReason.UnlikeCompleteness);
    }

    [Fact]
    public void Totals_with_missing_months_are_not_compared_and_shares_are()
    {
        var before = new Observed(12, new Provenance(9, 0, 0, 3, 1, true)) { Snapshot = new() { DealsWon = 480, DealsLost = 320 } };
        var after = Side(12, new() { DealsWon = 560, DealsLost = 140 });

        Comparison.Of(DealMetrics.DealsWon, before, after).Reason.Should().Be(VerdictReason.MonthsMissing);
        Comparison.Of(FunnelMetrics.ClosingRate, before, after).Verdict.Should().Be(Verdict.Better);
    }

    [Fact]
    public void The_spread_of_entered_amounts_is_not_known()
    {
        var before = new Observed(12, Entered with { IsComparable = true }) { Snapshot = new() { DealsWon = 10, WonRevenue = 1000 } };
        var after = Side(12, new() { DealsWon = 10, WonRevenue = 2000, WonRevenueSquares = 500_000 });

        Comparison.Of(DealMetrics.DealSize, before, after).Reason.Should().Be(VerdictReason.NoInterval);
        Comparison.Of(DealMetrics.WonRevenue, before, after).Reason.Should().Be(VerdictReason.NoInterval);
    }

    [Fact]
    public void A_mean_is_judged_by_Welch()
    {
        // Twenty deals of 90 or 110 against twenty of 190 or 210.
        var before = Side(12, new() { DealsWon = 20, WonRevenue = 2000, WonRevenueSquares = (10 * 8100) + (10 * 12_100) });
        var after = Side(12, new() { DealsWon = 20, WonRevenue = 4000, WonRevenueSquares = (10 * 36_100) + (10 * 44_100) });

        var comparison = Comparison.Of(DealMetrics.DealSize, before, after);

        comparison.Change.Should().Be(1);
        comparison.Verdict.Should().Be(Verdict.Better);
        comparison.Interval!.Value.Low.Should().BeInRange(0.9m, 1);
        comparison.Interval.Value.High.Should().BeInRange(1, 1.1m);
        Comparison.Of(DealMetrics.WonRevenue, before, after).Verdict.Should().Be(Verdict.Better);
    }

    [Fact]
    public void Points_are_compared_in_points()
    {
        var before = Side(1, new() { RecommendationAnswers = 400, Promoters = 120, Detractors = 120 });
        var after = Side(1, new() { RecommendationAnswers = 400, Promoters = 240, Detractors = 40 });

        var comparison = Comparison.Of(ServiceMetrics.NetPromoterScore, before, after);

        comparison.Change.Should().Be(50);
        comparison.Interval!.Value.Contains(50).Should().BeTrue();
        comparison.Interval.Value.Low.Should().BeInRange(40, 50);
        comparison.Verdict.Should().Be(Verdict.Better);
    }

    [Fact]
    public void What_flatters_young_windows_is_not_compared()
    {
        var before = Side(12, new() { CycleDeals = 10, CycleDays = 900 });

        var comparison = Comparison.Of(DealMetrics.SalesCycle, before, Side(3, new() { CycleDeals = 10, CycleDays = 350 }));

        (comparison.Verdict, comparison.Reason).Should().Be((Verdict.NotComparable, VerdictReason.Censored));
    }

    [Fact]
    public void Cohorts_that_have_not_matured_are_not_compared()
    {
        var before = Observed.Recorded(12) with { Waits = Waits((30, Ending.Reached, 60), (200, Ending.Missed, 40)) };
        var after = Observed.Recorded(2) with { Young = 50 };

        var comparison = Comparison.Of(FunnelMetrics.ClosingRateCohort, before, after);

        (comparison.Verdict, comparison.Reason).Should().Be((Verdict.NotComparable, VerdictReason.NotMatured));
    }

    [Fact]
    public void Matured_cohorts_are_compared_as_shares()
    {
        var before = Observed.Recorded(12) with { Waits = Waits((30, Ending.Reached, 400), (200, Ending.Missed, 600)) };
        var after = Observed.Recorded(12) with { Waits = Waits((30, Ending.Reached, 600), (200, Ending.Missed, 400)) };

        var comparison = Comparison.Of(FunnelMetrics.ClosingRateCohort, before, after);

        comparison.Change.Should().Be(0.2m);
        comparison.Verdict.Should().Be(Verdict.Better);
    }

    [Fact]
    public void Medians_are_compared_by_their_intervals()
    {
        var slow = Observed.Recorded(12) with { Waits = Waits([.. Enumerable.Range(40, 41).Select(age => (age, Ending.Reached, 10))]) };
        var quick = Observed.Recorded(12) with { Waits = Waits([.. Enumerable.Range(10, 41).Select(age => (age, Ending.Reached, 10))]) };

        var comparison = Comparison.Of(DealMetrics.SalesCycleMedian, slow, quick);

        (comparison.Before.Value, comparison.After.Value).Should().Be((60m, 30m));
        comparison.Change.Should().Be(-0.5m);
        comparison.Interval!.Value.High.Should().BeNegative();
        comparison.Verdict.Should().Be(Verdict.Better);
        Comparison.Of(DealMetrics.SalesCycleMedian, slow, slow).Verdict.Should().Be(Verdict.Unclear);
    }

    [Fact]
    public void A_change_from_nothing_has_no_percentage_and_still_a_verdict()
    {
        var comparison = Comparison.Of(DealMetrics.DealsWon, Side(12, new()), Side(12, new() { DealsWon = 40 }));

        comparison.Change.Should().BeNull();
        comparison.Verdict.Should().Be(Verdict.Better);
    }

    private static Observed Side(int months, Snapshot snapshot) => Observed.Recorded(months) with { Snapshot = snapshot };

    private static CohortSnapshot Waits(params (int Age, Ending Ending, int Count)[] groups) =>
        CohortSnapshot.Of(groups.SelectMany(group => Enumerable.Repeat((group.Age, group.Ending), group.Count)));
}
