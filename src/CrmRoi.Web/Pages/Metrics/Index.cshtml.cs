using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Reports;
using Microsoft.AspNetCore.Mvc;

namespace CrmRoi.Web.Pages.Metrics;

/// <summary>The catalogue of metrics with their figures, searched by word.</summary>
public sealed class IndexModel(FigureStore store, MetricCharts charts, DomainText text) : MeasuringPage(store, charts)
{
    private const int LongestSearch = 100;

    /// <summary>What is looked for in names, definitions and keys.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    /// <summary>The groups that hold anything that was looked for.</summary>
    public IReadOnlyList<(MetricGroup Group, IReadOnlyList<MetricRow> Rows)> Groups { get; private set; } = [];

    public int Count => Groups.Sum(group => group.Rows.Count);

    public IActionResult OnGet()
    {
        if (Search is { Length: > LongestSearch })
        {
            return BadRequest();
        }

        Search = string.IsNullOrWhiteSpace(Search) ? null : Search.Trim();
        Groups = [.. MetricCatalogue.Groups
            .Select(group => (group, Rows: (IReadOnlyList<MetricRow>)[.. group.Metrics.Where(metric => IsFound(metric, group)).Select(RowOf)]))
            .Where(group => group.Rows.Count > 0)];
        return Page();
    }

    private bool IsFound(Metric metric, MetricGroup group) => Search is null
        || (string[])[metric.Key, metric.Name, text.Name(metric), text.Definition(metric), text.Name(group)] is var texts
        && Search.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => texts.Any(each => each.Contains(word, StringComparison.CurrentCultureIgnoreCase)));
}
