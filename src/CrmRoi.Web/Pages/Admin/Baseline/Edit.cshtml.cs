using CrmRoi.Data;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Baseline;

public sealed class EditModel(CrmRoiContext context, FigureStore store, TimeProvider time, IStringLocalizer<AdminTexts> texts, Formats formats, DomainText words)
    : EditingPage(context, texts)
{
    [BindProperty]
    public FigureInput Input { get; set; } = new();

    public IReadOnlyList<string> Teams { get; private set; } = [];

    public string Currency { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        if (id is not null)
        {
            if (await FindAsync(id, cancellationToken) is not { } row)
            {
                return NotFound();
            }

            Input.Fill(row);
            Input.Version = Context.VersionOf(row);
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
        var rows = await Context.EnteredFigures.AsNoTracking().Where(row => row.Figure.Measure == figure.Measure).ToListAsync(cancellationToken);
        if (FigureRules.OverlapOf(figure, Input.Id, rows) is { } overlap)
        {
            ModelState.AddModelError("Input.From", OverlapSentence(Texts, formats, overlap.Figure, figure));
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
            Context.Add(new EnteredFigureRow { Figure = figure, EnteredBy = user, EnteredAt = now });
        }
        else
        {
            (row.Figure, row.EnteredBy, row.EnteredAt) = (figure, user, now);
            Context.Expect(row, Input.Version);
        }

        return await SaveAsync(Texts["{0} of {1} is saved.", NameOf(words, Texts, figure.Measure), formats.Period(figure.Period.From.FirstDay, figure.Period.To.FirstDay)], cancellationToken);
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

    /// <summary>What a measure is called, cost of goods included.</summary>
    internal static string NameOf(DomainText words, IStringLocalizer Texts, string key) =>
        Measure.Find(key) is { } measure ? words.Name(measure) : Texts["Cost of goods"];

    internal static string OverlapSentence(IStringLocalizer Texts, Formats formats, EnteredFigure there, EnteredFigure wanted)
    {
        var period = formats.Period(there.Period.From.FirstDay, there.Period.To.FirstDay);
        return there.Team is null == wanted.Team is null
            ? Texts["There is a figure of {0} already: change or delete it.", period]
            : there.Team is null
                ? Texts["There is a figure of the whole company of {0}, which holds this team too.", period]
                : Texts["There is a figure of team {0} of {1}, which the whole company would hold twice.", there.Team, period];
    }

    private async Task<EnteredFigureRow?> FindAsync(int? id, CancellationToken cancellationToken) =>
        id is null ? null : await Context.EnteredFigures.FindAsync([id.Value], cancellationToken);

    protected override RedirectToPageResult ToList() => RedirectToPage("/Admin/Baseline/Index");

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
        return Page();
    }
}
