using CrmRoi.Data;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Planning;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Pages.Admin.Targets;

/// <summary>A year's plan of one team, or of the company.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Team">The team; none for the company's own plan.</param>
/// <param name="Figures">Its figures, those of its people too.</param>
public sealed record PlannedYear(int Year, string? Team, IReadOnlyList<PlannedFigure> Figures)
{
    /// <summary>What is planned of a measure, by the rule of <see cref="Plan"/>.</summary>
    public decimal? Total(PlannedMeasure measure) => new CrmRoi.Metrics.Planning.Plan(Figures).Planned(
        measure, new(new(Year, 1), new(Year, 12)), Team is null ? Filter.None : Filter.None with { Team = Team });
}

/// <summary>What is planned and what is to be reached, as entered.</summary>
public sealed class IndexModel(CrmRoiContext context, FigureStore store, Formats formats, DomainText words) : PageModel
{
    public IReadOnlyList<TargetRow> Targets { get; private set; } = [];

    public IReadOnlyList<PlannedYear> Years { get; private set; } = [];

    public MetricFormats Written { get; private set; } = null!;

    public string Currency { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Currency = (await store.LoadAsync(cancellationToken)).Company.Currency;
        Written = new(formats, words, Currency);
        Targets = await context.Targets.AsNoTracking().OrderBy(row => row.Target.Due).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var rows = await context.PlannedFigures.AsNoTracking().ToListAsync(cancellationToken);
        Years =
        [
            .. rows.Select(row => row.Figure).GroupBy(figure => (figure.Month.Year, figure.Team))
                .OrderByDescending(group => group.Key.Year).ThenBy(group => group.Key.Team, StringComparer.CurrentCultureIgnoreCase)
                .Select(group => new PlannedYear(group.Key.Year, group.Key.Team, [.. group])),
        ];
    }

    /// <summary>A planned amount as the reader writes it.</summary>
    public string Amount(PlannedMeasure measure, decimal? value) => Written.Value(PlanMetrics.Of(measure).Fact, value);
}
