using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Baseline;

/// <summary>Many months of one measure at once: all of them go in, or none and each problem is named.</summary>
public sealed class SeveralModel(CrmRoiContext context, FigureStore store, TimeProvider time, IStringLocalizer<AdminTexts> texts, Formats formats) : PageModel
{
    private const int MostRows = 60;
    private const int MostSentences = 20;

    [BindProperty]
    public SeveralInput Input { get; set; } = new();

    public IReadOnlyList<string> Teams { get; private set; } = [];

    public string Currency { get; private set; } = "";

    /// <summary>The first month that has a field.</summary>
    public string From => Input.Rows is [{ Month: { } first }, ..] ? first : "";

    [TempData]
    public string? StatusMessage { get; set; }

    public async Task<IActionResult> OnGetAsync(string? from, int rows = 12, CancellationToken cancellationToken = default)
    {
        var figures = await store.LoadAsync(cancellationToken);
        var first = FirstOf(figures);
        if ((from is not null && !TypedMonth.TryRead(from, out first)) || rows is < 1 or > MostRows || !ModelState.IsValid)
        {
            return BadRequest();
        }

        Input.OfferRows(first, rows);
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Other rows, with what is typed kept.</summary>
    public async Task<IActionResult> OnPostRowsAsync(string? from, int rows, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (TypedMonth.TryRead(from, out var first) && rows is >= 1 and <= MostRows)
        {
            Input.OfferRows(first, rows);
        }
        else
        {
            ModelState.AddModelError("", texts["Rows need a first month and a number from 1 to {0}.", MostRows]);
        }

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var figures = await CheckAsync(cancellationToken);
            if (ModelState.IsValid)
            {
                var (user, now) = (User.Identity?.Name ?? "", time.GetUtcNow());
                context.AddRange(figures.Select(typed => new EnteredFigureRow { Figure = typed.Figure, EnteredBy = user, EnteredAt = now }));
                await context.SaveChangesAsync(cancellationToken);
                StatusMessage = texts["{0} figures are saved.", figures.Count];
                return RedirectToPage("/Admin/Baseline/Index");
            }
        }

        return await ShowAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<TypedFigure>> CheckAsync(CancellationToken cancellationToken)
    {
        var (figures, problems) = Input.Read(texts, CultureInfo.CurrentCulture);
        var rows = await context.EnteredFigures.AsNoTracking().Where(row => row.Figure.Measure == Input.Measure).ToListAsync(cancellationToken);
        var overlaps = figures
            .Select(typed => (Typed: typed, Row: FigureRules.OverlapOf(typed.Figure, null, rows)))
            .Where(pair => pair.Row is not null)
            .Select(pair => (pair.Typed.Field, SeveralInput.AtLine(texts, pair.Typed.Line, EditModel.OverlapSentence(texts, formats, pair.Row!.Figure, pair.Typed.Figure))));
        foreach (var field in problems.Concat(overlaps).GroupBy(problem => problem.Item1, problem => problem.Item2))
        {
            var more = field.Count() - MostSentences;
            ModelState.AddModelError($"Input.{field.Key}", string.Join(" ", field.Take(MostSentences)) + (more > 0 ? " " + texts["And {0} more.", more] : ""));
        }

        return figures;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var figures = await store.LoadAsync(cancellationToken);
        Currency = figures.Company.Currency;
        Teams = [.. figures.MembersOf(Dimensions.Team).Where(team => team != Cell.Unassigned)];
        return Page();
    }

    // The baseline is what is asked for most often.
    private static Month FirstOf(Figures figures)
    {
        var programme = figures.Programmes.FirstOrDefault(each => each.GoLive.IsKnown);
        return programme is null ? figures.Cube.LastFullMonth.Plus(-11) : programme.GoLive.Plus(-Math.Min(programme.BaselineMonths, 12));
    }
}
