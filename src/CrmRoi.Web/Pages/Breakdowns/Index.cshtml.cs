using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Metrics;
using CrmRoi.Web.Pages.Shared;
using CrmRoi.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CrmRoi.Web.Pages.Breakdowns;

/// <summary>Where the money is made and where it is lost, and what the change in margin is made of.</summary>
public sealed class IndexModel(FigureStore store, MetricCharts charts, BridgeChart bridges, DomainText words) : MeasuringPage(store, charts)
{
    /// <summary>By what the page can break down, in the order of its tabs.</summary>
    public static readonly IReadOnlyList<Dimensions> Offered = [Dimensions.Segment, Dimensions.Channel, Dimensions.Product, Dimensions.Region, Dimensions.Team];

    /// <summary>By what: segment, channel, product, region or team.</summary>
    [BindProperty(SupportsGet = true, Name = "by")]
    public string? By { get; set; }

    public Dimensions Dimension { get; private set; } = Dimensions.Segment;

    public Profitability Table { get; private set; } = null!;

    /// <summary>What the change in margin is made of; none where nothing is compared.</summary>
    public Bridge? Bridge { get; private set; }

    /// <summary>The bridge drawn; none where there is none to draw.</summary>
    public ChartModel? Waterfall => Bridge is { Refusal: null } bridge ? bridges.Of(bridge, Currency, "bridge-table") : null;

    public IActionResult OnGet()
    {
        if (By is not null)
        {
            Dimension = Offered.FirstOrDefault(dimension => NameOf(dimension) == By);
            if (Dimension == Dimensions.None)
            {
                return BadRequest();
            }
        }

        if (!IsEmpty)
        {
            Table = Figures.Remember(
                (nameof(Profitability), Dimension, Programme?.Name, Compared, Window, Filter), () => Profitability.Of(Cube, Programme, Compared, Window, Filter, Dimension));
            Bridge = Programme is { } programme && Compared is { } windows
                ? Figures.Remember((nameof(Bridge), Dimension, programme.Name, windows, Filter), () => MarginBridge.Of(programme, Cube, windows, Filter, Dimension))
                : null;
        }

        return Page();
    }

    /// <summary>A dimension as an address names it.</summary>
    public static string NameOf(Dimensions dimension) => dimension.ToString().ToLowerInvariant();

    /// <summary>The dimension within a sentence: English writes it small.</summary>
    public string Noun => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "de" ? words.Member(Dimension) : words.Member(Dimension).ToLowerInvariant();

    /// <summary>What a link to the page of one member carries; none where the address cannot be narrowed to it.</summary>
    public Dictionary<string, string>? Narrowed(string member) => FilterInput.Offered.Contains(Dimension)
        ? new(Asked.ToRoute()) { [NameOf(Dimension)] = member }
        : null;

    /// <summary>Members named one after the other: "Web, Phone and Fair", or with commas only.</summary>
    public string Listed(IEnumerable<ProfitRow> rows) => string.Join(", ", rows.Select(row => words.MemberOf(row.Member)));
}
