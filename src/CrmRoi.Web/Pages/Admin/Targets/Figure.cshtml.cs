using CrmRoi.Data;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Targets;

/// <summary>One planned figure: entered, changed or taken back.</summary>
public sealed class FigureModel(CrmRoiContext context, FigureStore store, TimeProvider time, IStringLocalizer<AdminTexts> texts, Formats formats, DomainText words) : PageModel
{
    [BindProperty]
    public FigureInput Input { get; set; } = new();

    public IReadOnlyList<string> Teams { get; private set; } = [];

    public IReadOnlyList<string> Reps { get; private set; } = [];

    public string Currency { get; private set; } = "";

    [TempData]
    public string? StatusMessage { get; set; }

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        if (id is not null)
        {
            if (await FindAsync(id, cancellationToken) is not { } row)
            {
                return NotFound();
            }

            Input.Fill(row.Figure);
            (Input.Id, Input.Version) = (row.Id, context.VersionOf(row));
        }

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        var figure = Input.ToFigure();
        var others = await context.PlannedFigures.AsNoTracking().Where(row => row.Figure.Month == figure.Month && row.Id != Input.Id).ToListAsync(cancellationToken);
        if (others.Exists(other => other.Figure with { Value = 0 } == figure with { Value = 0 }))
        {
            ModelState.AddModelError("Input.Month", texts["There is a figure of {0} already: change or delete it.", formats.Month(figure.Month.FirstDay)]);
            return await ShowAsync(cancellationToken);
        }

        var row = await FindAsync(Input.Id, cancellationToken);
        if (row is null && Input.Id is not null)
        {
            return await ConflictAsync(cancellationToken);
        }

        var (user, now) = (User.Identity?.Name ?? "", time.GetUtcNow());
        if (row is null)
        {
            context.Add(new PlannedFigureRow { Figure = figure, EnteredBy = user, EnteredAt = now });
        }
        else
        {
            (row.Figure, row.EnteredBy, row.EnteredAt) = (figure, user, now);
            context.Expect(row, Input.Version);
        }

        return await SaveAsync(texts["{0} of {1} is saved.", words.Member(figure.Measure), formats.Month(figure.Month.FirstDay)], cancellationToken);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await FindAsync(Input.Id, cancellationToken) is { } row)
        {
            context.Expect(row, Input.Version);
            context.Remove(row);
        }

        return await SaveAsync(texts["It is deleted."], cancellationToken);
    }

    private async Task<PlannedFigureRow?> FindAsync(int? id, CancellationToken cancellationToken) =>
        id is null ? null : await context.PlannedFigures.FindAsync([id.Value], cancellationToken);

    private async Task<IActionResult> SaveAsync(string message, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ConflictAsync(cancellationToken);
        }

        StatusMessage = message;
        return RedirectToPage("/Admin/Targets/Index");
    }

    private async Task<IActionResult> ConflictAsync(CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        ModelState.Clear();
        var theirs = await FindAsync(Input.Id, cancellationToken);
        (Input.Id, Input.Version) = (theirs?.Id, theirs is null ? Guid.Empty : context.VersionOf(theirs));
        ModelState.AddModelError("", theirs is null
            ? texts["Somebody else deleted this meanwhile. What you typed is still here: save it to enter it anew."]
            : texts["Somebody else saved this meanwhile, as: {0}. What you typed is still here: save it again to replace theirs.", formats.Count(theirs.Figure.Value)]);
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var figures = await store.LoadAsync(cancellationToken);
        Currency = figures.Company.Currency;
        Teams = [.. figures.MembersOf(Dimensions.Team).Where(team => team != Cell.Unassigned)];
        Reps = [.. figures.MembersOf(Dimensions.Rep).Where(rep => rep != Cell.Unassigned)];
        return Page();
    }
}
