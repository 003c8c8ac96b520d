using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics.Planning;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Targets;

/// <summary>A plan pasted from a spreadsheet: all of it goes in, or none and each line that cannot is named. What was planned before for the same is replaced.</summary>
public sealed class PasteModel(CrmRoiContext context, FigureStore store, TimeProvider time, IStringLocalizer<AdminTexts> texts) : PageModel
{
    private const int MostSentences = 20;

    [BindProperty]
    public PlanInput Input { get; set; } = new();

    public string Currency { get; private set; } = "";

    [TempData]
    public string? StatusMessage { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        var (figures, problems) = Input.Read(texts, CultureInfo.CurrentCulture);
        if (problems.Count > 0)
        {
            var more = problems.Count - MostSentences;
            ModelState.AddModelError("Input.Pasted", string.Join(" ", problems.Take(MostSentences)) + (more > 0 ? " " + texts["And {0} more.", more] : ""));
            return await ShowAsync(cancellationToken);
        }

        await StoreAsync(figures, cancellationToken);
        StatusMessage = texts["{0} figures are saved.", figures.Count];
        return RedirectToPage("/Admin/Targets/Index");
    }

    private async Task StoreAsync(IReadOnlyList<PlannedFigure> figures, CancellationToken cancellationToken)
    {
        var (user, now, measure) = (User.Identity?.Name ?? "", time.GetUtcNow(), Input.Measure);
        var (first, last) = (figures.Min(figure => figure.Month), figures.Max(figure => figure.Month));
        var rows = await context.PlannedFigures.Where(row => row.Figure.Measure == measure).ToListAsync(cancellationToken);
        var there = rows.Where(row => first <= row.Figure.Month && row.Figure.Month <= last).ToLookup(row => row.Figure with { Value = 0 });
        foreach (var figure in figures)
        {
            if (there[figure with { Value = 0 }].FirstOrDefault() is { } row)
            {
                (row.Figure, row.EnteredBy, row.EnteredAt) = (figure, user, now);
            }
            else
            {
                context.Add(new PlannedFigureRow { Figure = figure, EnteredBy = user, EnteredAt = now });
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Currency = (await store.LoadAsync(cancellationToken)).Company.Currency;
        return Page();
    }
}
