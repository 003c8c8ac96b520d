using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Metrics;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CrmRoi.Web.Pages.Sales;

/// <summary>What sales does and what comes of it: activity, funnel, closing, cycle, stages, deals and people.</summary>
public sealed class IndexModel(FigureStore store, MetricCharts charts) : MeasuringPage(store, charts)
{
    /// <summary>Whether the last table is by team or by rep.</summary>
    [BindProperty(SupportsGet = true, Name = "by")]
    public string? By { get; set; }

    /// <summary>The metric by which that table is sorted.</summary>
    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? Sort { get; set; }

    public IReadOnlyList<MetricRow> Tiles { get; private set; } = [];

    public IReadOnlyList<MetricRow> Activity { get; private set; } = [];

    public IReadOnlyList<MetricRow> Work { get; private set; } = [];

    public IReadOnlyList<MetricRow> Closing { get; private set; } = [];

    public IReadOnlyList<MetricRow> Cycle { get; private set; } = [];

    public IReadOnlyList<MetricRow> Deals { get; private set; } = [];

    public IReadOnlyList<MetricRow> Sizes { get; private set; } = [];

    public IReadOnlyList<MetricRow> Pipeline { get; private set; } = [];

    /// <summary>Calls for a won deal, calls, and deals won.</summary>
    public IReadOnlyList<MetricRow> CallsAndWon { get; private set; } = [];

    /// <summary>The sizes of the deals won, with the outliers among them.</summary>
    public DealSizes Outliers { get; private set; }

    public IReadOnlyList<FunnelLine> Funnel { get; private set; } = [];

    public IReadOnlyList<StageLine> Stages { get; private set; } = [];

    public PeopleTable People { get; private set; } = null!;

    /// <summary>The share of deals won in 120 days, of which the page's sentence speaks.</summary>
    public MetricRow Headline => Tiles[1];

    public IActionResult OnGet()
    {
        if (PeopleTable.TryRead(By, Sort) is not { } asked)
        {
            return BadRequest();
        }

        if (!IsEmpty)
        {
            Tiles = Rows(DealMetrics.MonthlyRevenue, FunnelMetrics.ClosingRateCohort, DealMetrics.SalesCycleMedian, DealMetrics.DealSize);
            Activity = Rows(ActivityMetrics.Calls, ActivityMetrics.Emails, ActivityMetrics.Meetings, ActivityMetrics.Quotes);
            Work = Rows(ActivityMetrics.ActivitiesPerRep, ActivityMetrics.CallsPerWonDeal);
            Closing = Rows(
                FunnelMetrics.ClosingRateCohort, FunnelMetrics.ClosingRate, FunnelMetrics.ClosingRateByValue, FunnelMetrics.LeadConversion, FunnelMetrics.LeadConversionPlain);
            Cycle = Rows(
                DealMetrics.SalesCycleMedian, DealMetrics.SalesCycleEqual, DealMetrics.SalesCycle, DealMetrics.SalesCycleWonMedian, DealMetrics.SalesCycleLost);
            Deals = Rows(DealMetrics.DealSize, DealMetrics.MarginRate);
            Sizes = Rows(DealMetrics.DealSize, DealMetrics.DealSizeMedian, DealMetrics.WonMargin, DealMetrics.MarginRate);
            Pipeline = Rows(DealMetrics.OpenDeals, DealMetrics.OpenPipeline, DealMetrics.SalesVelocity, DealMetrics.PipelineCoverage);
            CallsAndWon = Rows(ActivityMetrics.CallsPerWonDeal, ActivityMetrics.Calls, DealMetrics.DealsWon);
            Outliers = Figures.Remember((nameof(Outliers), Window, Filter), () => Tuple.Create(DealSizes.Of(Cube.CohortsOf(DealMetrics.DealSizeMedian, Window, Filter)))).Item1;
            Funnel = [.. MetricCatalogue.Funnel.Select(LineOf), LineOf(new FunnelStage(Measure.Of(nameof(Snapshot.DealsLost)), IsApart: true))];
            Stages = Figures.Remember(
                (nameof(Stages), Programme?.Name, Window, Filter, With), () => StageLine.Of(this, side => WaitsOf(StageMetrics.StageTimeMedian, side)));
            People = Figures.Remember((nameof(People), asked.Dimension, asked.Sort.Key, Window, Filter), () => PeopleTable.Of(this, asked));
        }

        return Page();
    }

    private IReadOnlyList<MetricRow> Rows(params Metric[] metrics) => [.. metrics.Select(RowOf)];

    private FunnelLine LineOf(FunnelStage stage)
    {
        var isKnown = (Filter.Dimensions & ~stage.Measure.Carries) == 0 && !Cube.ProvenanceOf(stage.Measure.Family, Window).IsUnknown;
        return new(stage.Measure, stage.IsApart, isKnown ? stage.Measure.Read(Cube.Total(Window, Filter)) : null, stage.Step is null ? null : RowOf(stage.Step));
    }
}

/// <summary>A stage of the funnel.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="IsApart">Whether it stands beside the funnel.</param>
/// <param name="Count">How many; none where it is not known.</param>
/// <param name="Step">The share of the stage before that it makes.</param>
public sealed record FunnelLine(Measure Measure, bool IsApart, decimal? Count, MetricRow? Step);
