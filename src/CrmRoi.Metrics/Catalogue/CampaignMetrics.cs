using CrmRoi.Metrics.Attribution;

namespace CrmRoi.Metrics.Catalogue;

/// <summary>What campaigns are credited with.</summary>
public static class CampaignMetrics
{
    private const string Unknown = "When no touch of a campaign is recorded up to the end of the window.";

    private const string Stated =
        "Linear model, touches of the last 180 days before the deal closed, unless another is chosen; deals without a touch are credited to no campaign.";

    /// <summary>Won revenue credited to campaigns.</summary>
    public static readonly CreditMetric Revenue = new()
    {
        Key = "campaign-revenue",
        Name = "Campaign revenue",
        Unit = Unit.Money,
        Better = Direction.Higher,
        Definition = $"Value of the deals won, credited to the campaigns that reached the customer, by the month they closed. Every deal counts once, in parts. {Stated}",
        Undefined = Unknown,
        Amount = credit => credit.Revenue,
    };

    /// <summary>Won margin credited to campaigns.</summary>
    public static readonly CreditMetric Margin = new()
    {
        Key = "campaign-margin",
        Name = "Campaign margin",
        Unit = Unit.Money,
        Better = Direction.Higher,
        Definition = $"Margin of the deals won, credited as campaign revenue is. It says who was there before the sale, not who caused it: never add it to the gain. {Stated}",
        Undefined = $"{Unknown} When the cost of goods of a credited deal is not known.",
        Amount = credit => credit.KnownMargin,
    };

    /// <summary>What campaigns return on what they cost, by margin.</summary>
    public static readonly CombinedMetric Roi = RoiOf(Margin, "campaign-roi", "Campaign ROI", "margin");

    /// <summary>The same by revenue, which leaves out what the goods cost.</summary>
    public static readonly CombinedMetric RoiByRevenue = RoiOf(Revenue, "campaign-roi-revenue", "Campaign ROI by revenue", "revenue");

    /// <summary>A metric of credit by another model and window.</summary>
    public static CreditMetric By(this CreditMetric metric, AttributionModel model, int days) => metric with { Model = model, Days = days };

    /// <summary>The return by another model and window.</summary>
    public static CombinedMetric By(this CombinedMetric metric, AttributionModel model, int days) =>
        metric with { Parts = [.. metric.Parts.Select(part => part is CreditMetric credit ? credit.By(model, days) : part)] };

    private static CombinedMetric RoiOf(CreditMetric credit, string key, string name, string what) => new()
    {
        Key = key,
        Name = name,
        Unit = Unit.Share,
        Better = Direction.Higher,
        Definition = $"(Credited {what} − marketing spend) / marketing spend. Spend counts once: a campaign with parts adds nothing to theirs. 0 % has recovered its spend. {Stated}",
        Undefined = $"When nothing was spent, or the credited {what} is not known.",
        Of = "marketing spend",
        Parts = [credit, MarketingMetrics.MarketingSpend],
        Combine = parts => new(Ratio.Of(parts[0] - parts[1], parts[1]), parts[0] - parts[1], parts[1]),
    };
}
