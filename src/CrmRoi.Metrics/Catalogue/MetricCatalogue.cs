using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Catalogue;

/// <summary>Metrics that are shown together.</summary>
/// <param name="Key">What it is called in links.</param>
/// <param name="Name">What it is called on a page, in English.</param>
/// <param name="Metrics">Its metrics in the order in which they are shown.</param>
public sealed record MetricGroup(string Key, string Name, IReadOnlyList<Metric> Metrics);

/// <summary>A stage of the funnel: how many got there in the window.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Step">The share of the stage before that it makes; none for the first and for what stands apart.</param>
/// <param name="IsApart">Whether it is shown beside the funnel, because it is counted in another way.</param>
public sealed record FunnelStage(Measure Measure, SnapshotMetric? Step = null, bool IsApart = false);

/// <summary>Every metric there is: the one source for pages, reports, exports and their documentation.</summary>
public static class MetricCatalogue
{
    /// <summary>The groups in the order in which they are shown; every metric is in exactly one.</summary>
    public static readonly IReadOnlyList<MetricGroup> Groups =
    [
        new("activity", "Sales activity",
        [
            ActivityMetrics.Calls, ActivityMetrics.OutboundCalls, ActivityMetrics.InboundCalls, ActivityMetrics.Emails, ActivityMetrics.Meetings,
            ActivityMetrics.Quotes, ActivityMetrics.Inquiries, ActivityMetrics.CostPerInquiry, ActivityMetrics.ActivitiesPerRep,
            ActivityMetrics.CallsPerWonDeal, ActivityMetrics.WonPerCall,
        ]),
        new("funnel", "Leads and funnel",
        [
            FunnelMetrics.Leads, FunnelMetrics.LeadConversion, FunnelMetrics.LeadConversionPlain, FunnelMetrics.ClosingRate, FunnelMetrics.ClosingRateCohort, FunnelMetrics.ClosingRateByValue,
            FunnelMetrics.LeadToWon, FunnelMetrics.Funnel, FunnelMetrics.InquiryToLead, FunnelMetrics.LeadToQualified, FunnelMetrics.QualifiedToDeal,
            FunnelMetrics.DealToQuote, FunnelMetrics.QuoteToWon, FunnelMetrics.SpeedToLead,
        ]),
        new("deals", "Deals",
        [
            DealMetrics.DealsCreated, DealMetrics.DealsWon, DealMetrics.DealsLost, DealMetrics.WonRevenue, DealMetrics.MonthlyRevenue, DealMetrics.DealSize, DealMetrics.DealSizeMedian,
            DealMetrics.WonMargin, DealMetrics.MarginRate, DealMetrics.RevenuePerRep, DealMetrics.MarginPerRep, DealMetrics.SalesCycle,
            DealMetrics.SalesCycleMedian, DealMetrics.SalesCycleEqual, DealMetrics.SalesCycleWonMedian, DealMetrics.SalesCycleLost, StageMetrics.StageTime,
            StageMetrics.StageTimeMedian, StageMetrics.StageMovedOn, DealMetrics.OpenDeals,
            DealMetrics.OpenPipeline, DealMetrics.SalesVelocity, DealMetrics.PipelineCoverage,
        ]),
        new("marketing", "Marketing",
        [
            MarketingMetrics.MarketingSpend, MarketingMetrics.CostPerLead, MarketingMetrics.AcquisitionCost, MarketingMetrics.MarketingAcquisitionCost,
            CampaignMetrics.Revenue, CampaignMetrics.Margin, CampaignMetrics.Roi, CampaignMetrics.RoiByRevenue, MarketingMetrics.ResponseRate,
        ]),
        new("customers", "Customers",
        [
            LoyaltyMetrics.Customers, CustomerMetrics.NewCustomers, LoyaltyMetrics.LostCustomers, LoyaltyMetrics.Retention, LoyaltyMetrics.MonthlyChurn,
            CustomerMetrics.Orders, CustomerMetrics.OrderRevenue, LoyaltyMetrics.OrdersPerCustomer, LoyaltyMetrics.RevenuePerCustomer,
            CustomerMetrics.RevenuePerOrder, LoyaltyMetrics.RepeatRate, LoyaltyMetrics.RepeatInterval, LoyaltyMetrics.ValueSoFar,
            LoyaltyMetrics.ContractualValue, LoyaltyMetrics.PredictedValue, LoyaltyMetrics.CustomerLifetime,
        ]),
        new("service", "Service and people",
        [
            ServiceMetrics.Cases, ServiceMetrics.CasesPerAgent, ServiceMetrics.SameDayClosure, ServiceMetrics.FirstContactResolution,
            ServiceMetrics.ResolutionTime, ServiceMetrics.Satisfaction, ServiceMetrics.SatisfactionMean, ServiceMetrics.NetPromoterScore,
            ServiceMetrics.CostPerCase, ServiceMetrics.AdminHours, ServiceMetrics.Adoption, ServiceMetrics.RecordsUpToDate,
        ]),
        new("plan", "Plan and targets", [PlanMetrics.OfRevenue, PlanMetrics.OfMargin, PlanMetrics.OfDeals, PlanMetrics.TargetProgress]),
        new("money", "Money", ReturnMetrics.All),
    ];

    /// <summary>Every metric, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<Metric> All = [.. Groups.SelectMany(group => group.Metrics)];

    /// <summary>The stages from inquiry to won in their order, and new customers apart.</summary>
    public static readonly IReadOnlyList<FunnelStage> Funnel =
    [
        new(Measure.Of(nameof(Snapshot.Inquiries))),
        new(Measure.Of(nameof(Snapshot.Leads)), FunnelMetrics.InquiryToLead),
        new(Measure.Of(nameof(Snapshot.LeadsQualified)), FunnelMetrics.LeadToQualified),
        new(Measure.Of(nameof(Snapshot.DealsCreated)), FunnelMetrics.QualifiedToDeal),
        new(Measure.Of(nameof(Snapshot.DealsQuoted)), FunnelMetrics.DealToQuote),
        new(Measure.Of(nameof(Snapshot.DealsWon)), FunnelMetrics.QuoteToWon),
        new(Measure.Of(nameof(Snapshot.NewCustomers)), IsApart: true),
    ];

    private static readonly FrozenDictionary<string, Metric> ByKey = All.ToFrozenDictionary(metric => metric.Key, StringComparer.Ordinal);

    /// <summary>The metric with that key.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryFind(string? key, [NotNullWhen(true)] out Metric? metric)
    {
        metric = null;
        return key is not null && ByKey.TryGetValue(key, out metric);
    }
}
