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
public sealed class FigureModel(CrmRoiContext context, FigureStore store, TimeProvider time, IStringLocalizer<AdminTexts> texts, Formats formats, DomainText words)
    : EditingPage(context, texts)
{
    [BindProperty]
    public FigureInput Input { get; set; } = new();

    public IReadOnlyList<string> Teams { get; private set; } = [];

    public IReadOnlyList<string> Reps { get; private set; } = [];

    public string Currency { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        if (id is not null)
        {
            if (await FindAsync(id, cancellationToken) is not { } row)
            {
                return NotFound();
            }

            Input.Fill(row.Figure);
            (Input.Id, Input.Version) = (row.Id, Context.VersionOf(row));
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
        var others = await Context.PlannedFigures.AsNoTracking().Where(row => row.Figure.Month == figure.Month && row.Id != Input.Id).ToListAsync(cancellationToken);
        if (others.Exists(other => other.Figure with { Value = 0 } == figure with { Value = 0 }))
        {
            ModelState.AddModelError("Input.Month", Texts["There is a figure of {0} already: change or delete it.", formats.Month(figure.Month.FirstDay)]);
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
            Context.Add(new PlannedFigureRow { Figure = figure, EnteredBy = user, EnteredAt = now });
        }
        else
        {
            (row.Figure, row.EnteredBy, row.EnteredAt) = (figure, user, now);
            Context.Expect(row, Input.Version);
        }

        return await SaveAsync(Texts["{0} of {1} is saved.", words.Member(figure.Measure), formats.Month(figure.Month.FirstDay)], cancellationToken);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await FindAsync(Input.Id, cancellationToken) is { } row)
        {
            Context.Expect(row, Input.Version);
            Context.Remove(row);
        }

        return await SaveAsync(Texts["It is deleted."], cancellationToken);
    }

    private async Task<PlannedFigureRow?> FindAsync(int? id, CancellationToken cancellationToken) =>
        id is null ? null : await Context.PlannedFigures.FindAsync([id.Value], cancellationToken);

    protected override RedirectToPageResult ToList() => RedirectToPage("/Admin/Targets/Index");

    protected override async Task<string> TakeUpAsync(CancellationToken cancellationToken)
    {
        var theirs = await FindAsync(Input.Id, cancellationToken);
        (Input.Id, Input.Version) = (theirs?.Id, theirs is null ? Guid.Empty : Context.VersionOf(theirs));
        return theirs is null ? Deleted : SavedAs(formats.Count(theirs.Figure.Value));
    }

    protected override async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var figures = await store.LoadAsync(cancellationToken);
        Currency = figures.Company.Currency;
        Teams = [.. figures.MembersOf(Dimensions.Team).Where(team => team != Cell.Unassigned)];
        Reps = [.. figures.MembersOf(Dimensions.Rep).Where(rep => rep != Cell.Unassigned)];
        return Page();
    }
}
