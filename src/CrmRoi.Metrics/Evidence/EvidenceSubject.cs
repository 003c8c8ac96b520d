using CrmRoi.Metrics.Catalogue;

namespace CrmRoi.Metrics.Evidence;

/// <summary>What the CRM may have changed: the sales margin that the return is reckoned from, or a metric by month.</summary>
public sealed record EvidenceSubject
{
    private EvidenceSubject(string key, SnapshotMetric? metric) => (Key, Metric) = (key, metric);

    /// <summary>What it is called in links and files.</summary>
    public string Key { get; }

    /// <summary>The metric; none for the sales margin.</summary>
    public SnapshotMetric? Metric { get; }

    /// <summary>The margin of what is sold, as the programme's return counts it.</summary>
    public static readonly EvidenceSubject SalesMargin = new("sales-margin", null);

    /// <summary>A metric, month by month.</summary>
    public static EvidenceSubject Of(SnapshotMetric metric) => new(metric.Key, metric);

    /// <summary>What evidence is kept ready of: the sales margin, and the metrics that a CRM is bought for.</summary>
    public static readonly IReadOnlyList<EvidenceSubject> Usual =
    [
        SalesMargin, Of(DealMetrics.WonRevenue), Of(DealMetrics.DealsWon), Of(DealMetrics.DealSize), Of(FunnelMetrics.ClosingRate), Of(FunnelMetrics.Leads),
        Of(MarketingMetrics.CostPerLead), Of(ActivityMetrics.ActivitiesPerRep), Of(ServiceMetrics.SameDayClosure), Of(ServiceMetrics.Satisfaction),
        Of(ServiceMetrics.AdminHours), Of(ServiceMetrics.CostPerCase),
    ];

    /// <summary>What returns are reckoned with.</summary>
    public static readonly IReadOnlyList<EvidenceSubject> OfReturn = [.. Programmes.BenefitKinds.Measured.Select(kind => Programmes.BenefitKinds.SubjectOf(kind)!)];

    /// <summary>The subject with that key; none where there is no such metric, or it has no value of its own by month.</summary>
    public static EvidenceSubject? Find(string? key) => key == SalesMargin.Key ? SalesMargin
        : MetricCatalogue.TryFind(key, out var metric) && metric is SnapshotMetric { IsPerMonth: false } snapshot ? Of(snapshot) : null;

    /// <summary>What of the deals won it sums, where it is such a sum; none otherwise.</summary>
    internal OpportunityMeasure? OfDeals => Key switch
    {
        "sales-margin" or "won-margin" => OpportunityMeasure.Margin,
        "won-revenue" or "monthly-revenue" => OpportunityMeasure.Revenue,
        "deals-won" => OpportunityMeasure.Deals,
        _ => null,
    };

    /// <summary>Whether it comes from deals, so that deals opened tell how much of it was to be had.</summary>
    internal bool ComesFromDeals => Metric is null || Metric.Members.Select(Snapshots.Measure.Of).Any(measure => measure.Family is "deals" or "margin");
}
