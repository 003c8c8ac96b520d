using CrmRoi.Metrics.Attribution;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics;

/// <summary>A metric of what is credited to campaigns, by one model and window: a total.</summary>
/// <remarks>
/// It is undefined before touches were recorded. What no campaign is credited with is not in it, so it is no more than the same figure
/// of all deals.
/// </remarks>
public sealed record CreditMetric : Metric
{
    /// <summary>How deals are credited.</summary>
    public AttributionModel Model { get; init; } = AttributionModels.Default;

    /// <summary>How many days before a deal closed a touch may lie: one of <see cref="AttributionModels.Windows"/>.</summary>
    public int Days { get; init; } = AttributionModels.DefaultWindow;

    /// <summary>What is read of the credit; none where it is not known.</summary>
    public required Func<Credit, decimal?> Amount { get; init; }

    /// <inheritdoc/>
    public override Dimensions Dimensions => Dimensions.Channel | Dimensions.Campaign;

    /// <summary>Answers the question for the campaigns that a filter takes.</summary>
    public Reading Read(CampaignCredits credits, Window window, Filter filter)
    {
        var amount = credits.IsKnown(window) ? Amount(credits.Total(Model, Days, window, filter)) : null;
        return new(amount, amount, null);
    }
}
