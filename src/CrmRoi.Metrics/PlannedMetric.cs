using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics;

/// <summary>A number that people plan and no record tells: a part of metrics that set what happened against it.</summary>
public sealed record PlannedMetric : Metric
{
    /// <summary>What a plan says is still to be won. No records tell it: whoever knows the plan passes it in.</summary>
    internal static readonly PlannedMetric RemainingTarget = new()
    {
        Key = "remaining-target",
        Name = "Still to be won",
        Unit = Unit.Money,
        Better = Direction.Lower,
        Definition = "Planned − won revenue of the plan's period so far.",
        Undefined = "When there is no plan.",
    };

    /// <inheritdoc/>
    public override Dimensions Dimensions => Dimensions.All;
}
