using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Metrics;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CrmRoi.Web.Pages.Service;

/// <summary>How customers are helped: how many cases, how fast, at what cost, and what they say of it.</summary>
public sealed class IndexModel(FigureStore store, MetricCharts charts) : MeasuringPage(store, charts)
{
    /// <summary>Whether the last table is by team or by agent.</summary>
    [BindProperty(SupportsGet = true, Name = "by")]
    public string? By { get; set; }

    public IReadOnlyList<MetricRow> Tiles { get; private set; } = [];

    public IReadOnlyList<MetricRow> Handling { get; private set; } = [];

    public IReadOnlyList<MetricRow> Answers { get; private set; } = [];

    public IReadOnlyList<MetricRow> Trends { get; private set; } = [];

    public CaseWaits Waits { get; private set; } = null!;

    public AgentTable Agents { get; private set; } = null!;

    /// <summary>Hours to resolution, of which the page's sentence speaks.</summary>
    public MetricRow Headline { get; private set; } = null!;

    /// <summary>Whether anything is known of cases or answers.</summary>
    public bool HasService => !IsEmpty && (!Cube.ProvenanceOf("cases", Cube.Horizon).IsUnknown || !Cube.ProvenanceOf("satisfaction", Cube.Horizon).IsUnknown);

    public IActionResult OnGet()
    {
        if (AgentTable.TryRead(By) is not { } dimension)
        {
            return BadRequest();
        }

        if (HasService)
        {
            Headline = RowOf(ServiceMetrics.ResolutionTime);
            Tiles = Rows(ServiceMetrics.CasesPerAgent, ServiceMetrics.SameDayClosure, ServiceMetrics.Satisfaction, ServiceMetrics.CostPerCase);
            Handling = Rows(
                ServiceMetrics.Cases, ServiceMetrics.CasesPerAgent, ServiceMetrics.SameDayClosure, ServiceMetrics.FirstContactResolution,
                ServiceMetrics.ResolutionTime, ServiceMetrics.CostPerCase);
            Answers = Rows(ServiceMetrics.Satisfaction, ServiceMetrics.SatisfactionMean, ServiceMetrics.NetPromoterScore);
            Trends = Rows(ServiceMetrics.SameDayClosure, ServiceMetrics.Satisfaction);
            Waits = new(this, Sides(ServiceMetrics.ResolutionTime), "case-waits");
            Agents = Figures.Remember((nameof(AgentTable), dimension, Window, Filter), () => AgentTable.Of(this, dimension));
        }

        return Page();
    }

    private IReadOnlyList<MetricRow> Rows(params Metric[] metrics) => [.. metrics.Select(RowOf)];
}
