using CrmRoi.Metrics;
using CrmRoi.Metrics.Attribution;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Web.Pages.Marketing;

/// <summary>A campaign, or a channel's campaigns together, in the chosen months.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="Spend">What it cost in these months; none where nobody recorded any spend.</param>
/// <param name="Sent">Mailings sent.</param>
/// <param name="Responses">Answers to them.</param>
/// <param name="Leads">Leads that name it; none where no leads are recorded.</param>
/// <param name="Credit">What it is credited with; none where no touches are recorded.</param>
public sealed record CampaignLine(string Name, string Channel, decimal? Spend, long Sent, long Responses, long? Leads, Credit? Credit)
{
    /// <summary>Responses / sent; none when nothing was sent.</summary>
    public decimal? ResponseRate => Ratio.Of(Responses, Sent);

    /// <summary>Spend / leads; none without leads or where no spend is known.</summary>
    public decimal? CostPerLead => Ratio.Of(Spend, Leads);

    /// <summary>(Margin − spend) / spend; none without spend, or where the margin is not known.</summary>
    public decimal? Roi => Ratio.Of(Credit?.KnownMargin - Spend, Spend);

    /// <summary>(Revenue − spend) / spend; none without spend.</summary>
    public decimal? RoiByRevenue => Ratio.Of(Credit?.Revenue - Spend, Spend);

    /// <summary>Whether there is anything to show.</summary>
    public bool IsEmpty => Spend is null or 0 && Sent == 0 && Leads is null or 0 && Credit is null or { Deals: 0 };

    /// <summary>Several together.</summary>
    public static CampaignLine Sum(string name, string channel, IReadOnlyCollection<CampaignLine> lines) => new(
        name,
        channel,
        lines.Aggregate((decimal?)0, (sum, line) => sum + line.Spend),
        lines.Sum(line => line.Sent),
        lines.Sum(line => line.Responses),
        lines.Aggregate((long?)0, (sum, line) => sum + line.Leads),
        lines.Aggregate((Credit?)default(Credit), (sum, line) => sum + line.Credit));
}

/// <summary>What campaigns cost and are credited with in the chosen months, by one model and window.</summary>
/// <param name="Lines">The campaigns, the one with most credit first.</param>
/// <param name="Total">All of them together.</param>
/// <param name="None">What no campaign is credited with; none where a channel is chosen, or no touches are recorded.</param>
public sealed record CampaignTable(IReadOnlyList<CampaignLine> Lines, CampaignLine Total, Credit? None)
{
    private static readonly Measure Spend = Measure.Of(nameof(Snapshot.MarketingSpend));
    private static readonly Measure Leads = Measure.Of(nameof(Snapshot.Leads));

    /// <summary>The channels with their campaigns together, the one with most credit first.</summary>
    public IReadOnlyList<CampaignLine> Channels => Ordered(Lines.GroupBy(line => line.Channel).Select(group => CampaignLine.Sum(group.Key, group.Key, [.. group])));

    /// <summary>Campaigns that sent mailings.</summary>
    public IReadOnlyList<Mailing> Mailings =>
        [.. Lines.Where(line => line.Sent > 0).Select(line => new Mailing(line.Name, line.Channel, line.Sent, line.Responses, line.Spend ?? 0))];

    /// <summary>The table of some months.</summary>
    /// <param name="cube">The company's figures.</param>
    /// <param name="model">How deals are credited.</param>
    /// <param name="days">Within which window.</param>
    /// <param name="window">Which months.</param>
    /// <param name="filter">Which campaigns, by channel or name.</param>
    public static CampaignTable Of(SnapshotCube cube, AttributionModel model, int days, Window window, Filter filter)
    {
        // Leads are looked at by campaign whatever their own channel is, so that a campaign's leads are all of its leads.
        var totals = cube.By(Dimensions.Campaign, window, Filter.None);
        var credits = cube.Credits.IsKnown(window) ? cube.Credits.ByCampaign(model, days, window) : null;
        var (isSpendKnown, areLeadsKnown) = (IsKnown(cube, Spend, window), IsKnown(cube, Leads, window));
        var lines = totals.Keys.Concat(credits?.Keys ?? []).Distinct()
            .Where(name => name != Cell.Unassigned && Takes(filter, name, cube.Credits.ChannelOf(name)))
            .Select(name => LineOf(name, totals.GetValueOrDefault(name, Snapshot.Empty)))
            .Where(line => !line.IsEmpty)
            .ToList();
        return new(Ordered(lines), CampaignLine.Sum("", "", lines), filter.Channel is null ? credits?.GetValueOrDefault(Cell.Unassigned) : null);

        CampaignLine LineOf(string name, Snapshot of) => new(
            name, cube.Credits.ChannelOf(name), isSpendKnown ? of.MarketingSpend : null, of.MailingsSent, of.Responses,
            areLeadsKnown ? of.Leads : null, credits?.GetValueOrDefault(name));
    }

    private static bool Takes(Filter filter, string campaign, string channel) =>
        (filter.Channel is null || filter.Channel == channel) && (filter.Campaign is null || filter.Campaign == campaign);

    private static bool IsKnown(SnapshotCube cube, Measure measure, Window window) => !cube.ProvenanceOf(measure.Family, window).IsUnknown;

    private static IReadOnlyList<CampaignLine> Ordered(IEnumerable<CampaignLine> lines) => [.. lines
        .OrderByDescending(line => line.Credit?.Revenue ?? 0).ThenByDescending(line => line.Spend ?? 0).ThenBy(line => line.Name, StringComparer.Ordinal)];
}

/// <summary>One campaign by one model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Line">The campaign.</param>
/// <param name="RemovalEffect">Which share of the sales the chain loses without it; none for other models.</param>
public sealed record ModelLine(AttributionModel Model, CampaignLine Line, decimal? RemovalEffect);
