using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics;

/// <summary>What a plan asks for beyond what happened: a part of metrics that set what happened against it.</summary>
public sealed record PlannedMetric : Metric
{
    /// <summary>What of the fiscal year's plan is still to be won at a window's end.</summary>
    internal static readonly PlannedMetric RemainingTarget = new()
    {
        Key = "remaining-target",
        Name = "Still to be won",
        Unit = Unit.Money,
        Better = Direction.Lower,
        Definition = "Revenue planned for the fiscal year − revenue won in it so far.",
        Undefined = "When there is no plan.",
    };

    /// <inheritdoc/>
    public override Dimensions Dimensions => Dimensions.Rep | Dimensions.Team;
}
