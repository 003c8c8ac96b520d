using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Baseline;

/// <summary>A figure in the list.</summary>
/// <param name="Row">The figure.</param>
/// <param name="Superseded">How many of its months have records: there it does not count.</param>
public sealed record ListedFigure(EnteredFigureRow Row, int Superseded)
{
    public EnteredFigure Figure => Row.Figure;
}

/// <summary>What somebody entered of months of which there are no records.</summary>
public sealed class IndexModel(CrmRoiContext context, FigureStore store, DomainText words, IStringLocalizer<AdminTexts> texts) : PageModel
{
    /// <summary>More figures of one measure than that are folded away.</summary>
    public const int MostShownAtOnce = 24;

    public IReadOnlyList<IGrouping<string, ListedFigure>> Measures { get; private set; } = [];

    public string Currency { get; private set; } = "";

    /// <summary>The first month in use of the first programme; none when nobody has stated one.</summary>
    public Month GoLive { get; private set; }

    public int Count { get; private set; }

    public int Superseded { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var figures = await store.LoadAsync(cancellationToken);
        var rows = await context.EnteredFigures.AsNoTracking().ToListAsync(cancellationToken);
        Currency = figures.Company.Currency;
        GoLive = figures.Programmes.Select(programme => programme.GoLive).Where(month => month.IsKnown).DefaultIfEmpty().Min();
        var listed = rows.Select(row => new ListedFigure(row, SupersededIn(figures.Cube, row.Figure))).ToList();
        (Count, Superseded) = (listed.Count, listed.Count(figure => figure.Superseded > 0));
        Measures =
        [
            .. listed
                .OrderBy(figure => figure.Figure.Team, StringComparer.CurrentCultureIgnoreCase).ThenBy(figure => figure.Figure.Period.From)
                .GroupBy(figure => EditModel.NameOf(words, texts, figure.Figure.Measure))
                .OrderBy(measure => measure.Key, StringComparer.CurrentCultureIgnoreCase),
        ];
    }

    public bool IsMoney(string measure) => FigureRules.IsMoney(measure);

    private static int SupersededIn(SnapshotCube cube, EnteredFigure figure)
    {
        var family = figure.Measure == EnteredFigure.CostOfGoodsKey ? "margin" : Measure.Find(figure.Measure)?.Family ?? "";
        return cube.ProvenanceOf(family, figure.Period, figure.Team).Recorded;
    }
}
