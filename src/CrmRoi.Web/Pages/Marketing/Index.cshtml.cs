using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Attribution;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Metrics;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CrmRoi.Web.Pages.Marketing;

/// <summary>What marketing costs and brings: leads by source, cost, campaigns and what they are credited with, mailings without answers.</summary>
public sealed class IndexModel(FigureStore store, MetricCharts charts) : MeasuringPage(store, charts)
{
    /// <summary>How deals are credited, by its key.</summary>
    [BindProperty(SupportsGet = true, Name = "model")]
    public string? AskedModel { get; set; }

    /// <summary>How many days before closing a touch may lie.</summary>
    [BindProperty(SupportsGet = true, Name = "days")]
    public string? AskedDays { get; set; }

    /// <summary>The campaign that is looked at by every model.</summary>
    [BindProperty(SupportsGet = true, Name = "campaign")]
    public string? Campaign { get; set; }

    public AttributionModel Chosen { get; private set; }

    public int Days { get; private set; }

    public IReadOnlyList<MetricRow> Tiles { get; private set; } = [];

    public IReadOnlyList<MetricRow> Efficiency { get; private set; } = [];

    public IReadOnlyList<SourceLine> Sources { get; private set; } = [];

    public CampaignTable Campaigns { get; private set; } = null!;

    /// <summary>The chosen campaign by every model; none where none is chosen.</summary>
    public IReadOnlyList<ModelLine> ByModel { get; private set; } = [];

    /// <summary>Mailings that clearly brought fewer answers than their channel's.</summary>
    public IReadOnlyList<Mailing> LowResponding { get; private set; } = [];

    public MetricRow CostPerLead => Tiles[0];

    public MetricRow Roi => Tiles[3];

    /// <summary>Whether a part of the business is chosen of which campaigns know nothing, such as a team.</summary>
    public bool IsNarrowedBeyondCampaigns => (Filter.Dimensions & ~(Dimensions.Channel | Dimensions.Campaign)) != 0;

    /// <summary>The months of which sales cost is not known, where it is known of some: then what winning a customer costs would be too low.</summary>
    public int MonthsWithoutSalesCost => Cube.ProvenanceOf("sales-cost", Window) is { IsUnknown: false, Missing: var missing } ? missing : 0;

    /// <summary>What a link within the page carries on.</summary>
    public Dictionary<string, string> Route(AttributionModel? model = null, int? days = null, string? channel = null, string? campaign = null)
    {
        var route = Asked.ToRoute();
        route["model"] = AttributionModels.KeyOf(model ?? Chosen);
        route["days"] = (days ?? Days).ToString(CultureInfo.InvariantCulture);
        if (channel is not null)
        {
            route["channel"] = channel;
        }

        if (campaign is not null)
        {
            route["campaign"] = campaign;
        }

        return route;
    }

    public IActionResult OnGet()
    {
        if (!TryReadChoices())
        {
            return BadRequest();
        }

        if (Campaign is not null && !Figures.MembersOf(Dimensions.Campaign).Contains(Campaign))
        {
            return NotFound();
        }

        if (!IsEmpty)
        {
            Reckon();
        }

        return Page();
    }

    private bool TryReadChoices()
    {
        var model = AskedModel is null ? AttributionModels.Default : AttributionModels.Find(AskedModel);
        var days = AskedDays is null ? AttributionModels.DefaultWindow : int.TryParse(AskedDays, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        (Chosen, Days) = (model ?? AttributionModels.Default, days);
        return model is not null && AttributionModels.Windows.Contains(days);
    }

    private void Reckon()
    {
        var roi = CreditRow(CampaignMetrics.Roi.By(Chosen, Days));
        var acquisition = RowOf(MarketingMetrics.AcquisitionCost);
        if (MonthsWithoutSalesCost > 0)
        {
            acquisition = acquisition with { Reading = Reading.Undefined };
        }

        Tiles = [RowOf(MarketingMetrics.CostPerLead), RowOf(ActivityMetrics.CostPerInquiry), acquisition, roi];
        Efficiency =
        [
            RowOf(MarketingMetrics.MarketingSpend), RowOf(FunnelMetrics.Leads), .. Tiles.Take(1), RowOf(ActivityMetrics.Inquiries), .. Tiles.Skip(1).Take(2),
            RowOf(MarketingMetrics.MarketingAcquisitionCost), RowOf(MarketingMetrics.ResponseRate),
            CreditRow(CampaignMetrics.Revenue.By(Chosen, Days)), CreditRow(CampaignMetrics.Margin.By(Chosen, Days)), roi, CreditRow(CampaignMetrics.RoiByRevenue.By(Chosen, Days)),
        ];
        Sources = Figures.Remember((nameof(Sources), Programme?.Name, Window, Filter), SourcesOf);
        Campaigns = TableOf(Chosen, Filter);
        LowResponding = Figures.Remember((nameof(LowResponding), Window, Filter), () => LowResponders.Among(Campaigns.Mailings));
        if (Campaign is { } campaign)
        {
            ByModel = [.. AttributionModels.All.Select(model => new ModelLine(
                model,
                TableOf(model, Filter.None with { Campaign = campaign }).Total with { Name = campaign, Channel = Cube.Credits.ChannelOf(campaign) },
                model == AttributionModel.Markov ? EffectOf(campaign) : null))];
        }
    }

    private CampaignTable TableOf(AttributionModel model, Filter filter) =>
        Figures.Remember((nameof(CampaignTable), model, Days, Window, filter), () => CampaignTable.Of(Cube, model, Days, Window, filter));

    private decimal? EffectOf(string campaign) => Figures.Remember((nameof(EffectOf), Days, Window), () => Cube.Credits.Effects(Days, Window))
        .Where(effect => effect.Campaign == campaign).Select(effect => (decimal?)effect.RemovalEffect).FirstOrDefault();

    // The same metric by another model is another row, although its key is the same.
    private MetricRow CreditRow(Metric metric) => Figures.Remember((nameof(CreditRow), metric.Key, Chosen, Days, Programme?.Name, Window, Filter), () => new MetricRow(
        metric,
        Cube.Read(metric, Window, Filter),
        Compared is { } windows ? Comparison.Of(Cube, metric, windows, Filter) : null,
        TrendOf(metric)));

    private IReadOnlyList<SourceLine> SourcesOf()
    {
        var leads = Breakdown.Of(Cube, FunnelMetrics.Leads, Dimensions.Channel, Window, Filter);
        return [.. leads.Rows.Select(row =>
        {
            var of = Filter.With(Dimensions.Channel, row.Member);
            return new SourceLine(
                row.Member,
                row.Reading,
                row.ShareOfTotal,
                Cube.Read(FunnelMetrics.LeadConversion, Window, of),
                Cube.Read(MarketingMetrics.CostPerLead, Window, of),
                Compared is { } windows ? Comparison.Of(Cube, FunnelMetrics.Leads, windows, of) : null);
        })];
    }
}
