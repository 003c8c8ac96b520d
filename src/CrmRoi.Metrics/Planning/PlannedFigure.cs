using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Planning;

/// <summary>What is planned. Its name is the key of its text.</summary>
public enum PlannedMeasure
{
    /// <summary>Won margin.</summary>
    Margin,

    /// <summary>Won revenue.</summary>
    Revenue,

    /// <summary>Deals won.</summary>
    Deals,
}

/// <summary>What somebody planned for a month: of one rep, of a team as a whole, or of the company.</summary>
public sealed record PlannedFigure
{
    /// <summary>What is planned.</summary>
    public PlannedMeasure Measure { get; init; }

    /// <summary>For which month.</summary>
    public Month Month { get; init; }

    /// <summary>For which team; none for the company's plan.</summary>
    public string? Team { get; init; }

    /// <summary>For which rep; none for a whole team's or the company's plan.</summary>
    public string? Rep { get; init; }

    /// <summary>How much, 0 or more: money in the company's currency, or deals.</summary>
    public decimal Value { get; init; }
}

/// <summary>What became of a plan: actual / planned.</summary>
public sealed record PlanMetric : Metric
{
    /// <summary>Of what.</summary>
    public required PlannedMeasure Measure { get; init; }

    /// <summary>What it is in fact.</summary>
    public SnapshotMetric Fact => Measure switch
    {
        PlannedMeasure.Margin => DealMetrics.WonMargin,
        PlannedMeasure.Revenue => DealMetrics.WonRevenue,
        PlannedMeasure.Deals => DealMetrics.DealsWon,
        _ => throw new InvalidOperationException($"Unknown measure {Measure}."),
    };

    /// <inheritdoc/>
    public override Dimensions Dimensions => Dimensions.Rep | Dimensions.Team;
}

/// <summary>Which share of the targets stands well.</summary>
public sealed record TargetMetric : Metric
{
    /// <inheritdoc/>
    public override Dimensions Dimensions => Dimensions.Team;
}
