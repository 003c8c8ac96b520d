using CrmRoi.Metrics.Planning;

namespace CrmRoi.Metrics.Catalogue;

/// <summary>What became of plans and targets.</summary>
public static class PlanMetrics
{
    private const string Rule = "Only months and people of which there is a plan count, on both sides; a team's own plan goes before the sum of its reps'.";

    /// <summary>Won revenue for one of planned revenue.</summary>
    public static readonly PlanMetric OfRevenue = Of("plan-fact", "Plan reached, revenue", PlannedMeasure.Revenue, $"Won revenue / planned revenue. {Rule}");

    /// <summary>Won margin for one of planned margin.</summary>
    public static readonly PlanMetric OfMargin = Of("plan-fact-margin", "Plan reached, margin", PlannedMeasure.Margin, $"Won margin / planned margin. {Rule}");

    /// <summary>Deals won for one planned.</summary>
    public static readonly PlanMetric OfDeals = Of("plan-fact-deals", "Plan reached, deals", PlannedMeasure.Deals, $"Deals won / planned deals. {Rule}");

    /// <summary>Targets met or on track, of all that can be judged.</summary>
    public static readonly TargetMetric TargetProgress = new()
    {
        Key = "target-progress",
        Name = "Targets met or on track",
        Unit = Unit.Share,
        Better = Direction.Higher,
        Definition = "Targets met or on track / targets that can be judged. A target's progress is (now − baseline) / (goal − baseline); it is on track when that is no less than the share of its time that is over.",
        Undefined = "When there is no target, or none of which a value now is known.",
        Of = "targets",
    };

    /// <summary>The metric of a measure.</summary>
    public static PlanMetric Of(PlannedMeasure measure) => measure switch
    {
        PlannedMeasure.Margin => OfMargin,
        PlannedMeasure.Revenue => OfRevenue,
        PlannedMeasure.Deals => OfDeals,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Unknown measure."),
    };

    private static PlanMetric Of(string key, string name, PlannedMeasure measure, string definition) => new()
    {
        Key = key,
        Name = name,
        Unit = Unit.Share,
        Better = Direction.Higher,
        Definition = definition,
        Undefined = "When nothing is planned or the plan is 0, and where the fact is not known.",
        Of = "planned",
        Measure = measure,
    };
}
