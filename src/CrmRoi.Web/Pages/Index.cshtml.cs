using CrmRoi.Data;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CrmRoi.Web.Pages;

/// <summary>Did it pay, how much, and how sure are we: the page that a board sees first.</summary>
public sealed class IndexModel(FigureStore store) : FiguresPage(store)
{
    /// <summary>None while there is no programme.</summary>
    public ProgrammeSummary? Summary { get; private set; }

    /// <summary>The key metrics before and after; made when the body is written, which is rare.</summary>
    public IReadOnlyList<BeforeAfterRow> Rows => [.. Summary!.Comparisons.Select(RowOf)];

    /// <summary>The entered figures that what is shown here rests on, those of one measure and source together.</summary>
    public IReadOnlyList<EnteredSource> Sources => Figures.Remember((nameof(EnteredSource), Programme!.Name), () => EnteredSource.Of(Figures.Cube, Programme));

    /// <summary>What the page's body depends on besides the reader's culture: it is written once for each, and anew when the data or the day is another.</summary>
    public string Kept => string.Join('|', Figures.Version, Figures.Cube.AsOf.DayNumber, Programme?.Name, Request.QueryString.Value, IsAdmin, MaySeeCosts);

    public IActionResult OnGet()
    {
        if (Programme is { } programme)
        {
            Summary = Figures.SummaryOf(programme, Filter, Window.To);
        }

        return Page();
    }

    private BeforeAfterRow RowOf(Comparison comparison)
    {
        var trend = Figures.TrendOf(comparison.Metric, Window, Filter);
        var split = Programme!.FirstGoLive() is { IsKnown: true } goLive ? Window.From.MonthsUntil(goLive) : (int?)null;
        return new(comparison, trend.Points.Select(point => point.Reading.Value).ToList(), split, Asked);
    }
}
