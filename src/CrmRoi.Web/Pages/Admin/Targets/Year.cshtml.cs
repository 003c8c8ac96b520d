using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Planning;
using CrmRoi.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Pages.Admin.Targets;

/// <summary>Every figure that is planned for one team, or for the company, in one year.</summary>
public sealed class YearModel(CrmRoiContext context, FigureStore store, Formats formats, DomainText words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Team { get; set; }

    public IReadOnlyList<PlannedFigureRow> Rows { get; private set; } = [];

    public int Year { get; private set; }

    private string Currency { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken cancellationToken)
    {
        if (year is not (>= 1990 and <= 2100))
        {
            return BadRequest();
        }

        Year = year.Value;
        Currency = (await store.LoadAsync(cancellationToken)).Company.Currency;
        var rows = await context.PlannedFigures.AsNoTracking().Where(row => row.Figure.Team == Team).ToListAsync(cancellationToken);
        Rows =
        [
            .. rows.Where(row => row.Figure.Month.Year == Year)
                .OrderBy(row => row.Figure.Rep, StringComparer.CurrentCultureIgnoreCase).ThenBy(row => row.Figure.Measure).ThenBy(row => row.Figure.Month),
        ];
        return Rows.Count == 0 ? NotFound() : Page();
    }

    public string Written(PlannedFigure figure) => new MetricFormats(formats, words, Currency).Value(PlanMetrics.Of(figure.Measure).Fact, figure.Value);
}
