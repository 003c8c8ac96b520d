using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Catalogue;

public sealed class MetricExampleTests
{
    [Fact]
    public void Closing_rate_is_won_of_closed()
    {
        FunnelMetrics.ClosingRate.Read(new Snapshot { DealsWon = 3, DealsLost = 1 }, 1).Should().Be(new Reading(0.75m, 3, 4));
    }

    [Fact]
    public void Closing_rate_is_undefined_when_no_deal_was_closed()
    {
        FunnelMetrics.ClosingRate.Read(new Snapshot { DealsCreated = 5 }, 1).Value.Should().BeNull();
    }

    [Fact]
    public void Margin_is_undefined_when_some_revenue_has_no_cost_of_goods()
    {
        DealMetrics.WonMargin.Read(new Snapshot { WonRevenue = 100, CostedRevenue = 60, WonMargin = 20 }, 1).Value.Should().BeNull();
        DealMetrics.WonMargin.Read(new Snapshot { WonRevenue = 100, CostedRevenue = 100, WonMargin = 20 }, 1).Value.Should().Be(20);
        DealMetrics.WonMargin.Read(new Snapshot { WonRevenue = 100, CostedRevenue = 0, WonMargin = 0 }, 1).Value.Should().BeNull();
    }

    [Fact]
    public void Margin_that_was_entered_by_itself_is_known()
    {
        DealMetrics.WonMargin.Read(new Snapshot { WonRevenue = 100, WonMargin = 30 }, 1).Value.Should().Be(30);
        DealMetrics.WonMargin.Read(new Snapshot { WonMargin = 30 }, 1).Value.Should().Be(30);
    }

    [Fact]
    public void Margin_rate_takes_only_deals_whose_cost_is_known()
    {
        DealMetrics.MarginRate.Read(new Snapshot { WonRevenue = 100, CostedRevenue = 60, WonMargin = 20 }, 1).Value.Should().BeApproximately(0.3333m, 0.0001m);
    }

    [Fact]
    public void Revenue_per_rep_is_that_of_a_year()
    {
        DealMetrics.RevenuePerRep.Read(new Snapshot { WonRevenue = 600, StaffMonths = 6 }, 3).Value.Should().Be(1200);
    }

    [Fact]
    public void Monthly_revenue_is_divided_by_the_months_of_the_window()
    {
        DealMetrics.MonthlyRevenue.Read(new Snapshot { WonRevenue = 600 }, 3).Should().Be(new Reading(200, 600, 3));
    }

    [Fact]
    public void Net_promoter_score_is_in_points()
    {
        ServiceMetrics.NetPromoterScore.Read(new Snapshot { RecommendationAnswers = 10, Promoters = 6, Detractors = 1 }, 1).Value.Should().Be(50);
    }

    [Fact]
    public void Cases_per_agent_leave_out_cases_that_name_no_agent()
    {
        ServiceMetrics.CasesPerAgent.Read(new Snapshot { CasesClosed = 13, CasesClosedByNobody = 1, AgentDays = 4 }, 1).Should().Be(new Reading(3, 12, 4));
    }

    [Fact]
    public void Cost_per_case_is_undefined_when_nobody_entered_the_cost()
    {
        ServiceMetrics.CostPerCase.Read(new Snapshot { CasesClosed = 5 }, 1).Value.Should().BeNull();
        ServiceMetrics.CostPerCase.Read(new Snapshot { CasesClosed = 5, ServiceCost = 200 }, 1).Value.Should().Be(40);
    }

    [Fact]
    public void Adoption_is_active_users_of_licences()
    {
        ServiceMetrics.Adoption.Read(new Snapshot { ActiveUsers = 9, Licences = 12 }, 1).Value.Should().Be(0.75m);
        ServiceMetrics.Adoption.Read(new Snapshot { ActiveUsers = 9 }, 1).Value.Should().BeNull();
    }

    [Fact]
    public void The_mean_score_stands_beside_the_share_of_the_satisfied()
    {
        ServiceMetrics.SatisfactionMean.Read(new Snapshot { SatisfactionAnswers = 4, SatisfactionScores = 17 }, 1).Value.Should().Be(4.25m);
    }

    [Fact]
    public void Sales_velocity_multiplies_its_parts_and_divides_by_the_cycle()
    {
        Reading[] parts = [new(100, 100, null), new(0.25m, 1, 4), new(2000, 2000, 1), new(50, 50, 1)];

        DealMetrics.SalesVelocity.Read(parts).Value.Should().Be(1000);
    }

    [Fact]
    public void Sales_velocity_is_undefined_when_a_part_is()
    {
        Reading[] parts = [new(100, 100, null), Reading.Undefined, new(2000, 2000, 1), new(50, 50, 1)];

        DealMetrics.SalesVelocity.Read(parts).Value.Should().BeNull();
    }
}
