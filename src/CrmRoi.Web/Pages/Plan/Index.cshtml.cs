using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Planning;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Metrics;
using CrmRoi.Web.Pages.Shared;
using CrmRoi.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CrmRoi.Web.Pages.Plan;

/// <summary>What was planned and what came of it, which targets stand how, and whether the CRM is used.</summary>
public sealed class IndexModel(FigureStore store, MetricCharts charts, PlanCharts drawn) : MeasuringPage(store, charts)
{
    /// <summary>Whether the table is by team or by rep.</summary>
    [BindProperty(SupportsGet = true, Name = "by")]
    public string? By { get; set; }

    /// <summary>Of what the months are shown: revenue, margin or deals.</summary>
    [BindProperty(SupportsGet = true, Name = "of")]
    public string? Of { get; set; }

    public PlannedMeasure Measure { get; private set; } = PlannedMeasure.Revenue;

    public PlanTable Table { get; private set; } = null!;

    public IReadOnlyList<PlanMonth> Months { get; private set; } = [];

    public IReadOnlyList<TargetProgress> Targets { get; private set; } = [];

    public IReadOnlyList<MetricRow> Use { get; private set; } = [];

    public IReadOnlyList<AdoptionRow> Teams { get; private set; } = [];

    public bool HasPlan => Cube.Plan.Figures.Count > 0;

    /// <summary>Plan and fact of the chosen measure in the chosen months.</summary>
    public Reading Reached => Cube.Read(PlanMetrics.Of(Measure), Window, Filter);

    /// <summary>The fiscal year of the last full month.</summary>
    public Window Year => Cube.Plan.YearOf(Cube.LastFullMonth);

    /// <summary>What the year's plan still asks for.</summary>
    public decimal? Remaining => Cube.Plan.Remaining(Cube, Measure, Year, Filter);

    public ChartModel Chart => drawn.Of(Months, Measure, Currency, "plan-months");

    public IActionResult OnGet()
    {
        if (PlanTable.TryRead(By) is not { } dimension || !TryReadMeasure(Of, out var measure))
        {
            return BadRequest();
        }

        Measure = measure;
        if (IsEmpty)
        {
            return Page();
        }

        if (HasPlan)
        {
            Table = Figures.Remember((nameof(PlanTable), dimension, Window, Filter), () => PlanTable.Of(this, dimension));
            Months = Figures.Remember((nameof(PlanMonth), measure, Window, Filter), () => PlanMonth.Of(Cube, measure, Window, Filter));
        }

        Targets = Figures.Remember((nameof(Targets), Programme?.Name, Window.To, Filter.Team), TargetsOf);
        Use = [RowOf(ServiceMetrics.Adoption), RowOf(ServiceMetrics.RecordsUpToDate), RowOf(ServiceMetrics.AdminHours)];
        Teams = Figures.Remember((nameof(AdoptionRow), Window, Filter), () => AdoptionRow.Of(this));
        return Page();
    }

    /// <summary>An amount of the measure as the reader writes it.</summary>
    public string Amount(PlannedMeasure measure, decimal? value) => Charts.Written(Currency).Value(PlanMetrics.Of(measure).Fact, value);

    private IReadOnlyList<TargetProgress> TargetsOf() =>
    [
        .. Cube.Targets
            .Where(target => (Programme is null || string.Equals(target.Programme, Programme.Name, StringComparison.OrdinalIgnoreCase)) && (Filter.Team is null || target.Team == Filter.Team))
            .Select(target => TargetProgress.Of(Cube, target, Window.To, metric => Programme is null ? null : metric.Answer(Figures.SummaryOf(Programme, Filter.None).Return)))
            .OfType<TargetProgress>()
            .OrderBy(progress => progress.Target.Due),
    ];

    private static bool TryReadMeasure(string? of, out PlannedMeasure measure)
    {
        measure = PlannedMeasure.Revenue;
        return of is null || (of.All(char.IsAsciiLetterLower) && Enum.TryParse(of, ignoreCase: true, out measure));
    }
}
