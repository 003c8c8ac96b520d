using CrmRoi.Data;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Baseline;

/// <summary>One entered figure: entered, changed or taken back.</summary>
public sealed class EditModel(CrmRoiContext context, FigureStore store, TimeProvider time, IStringLocalizer<AdminTexts> texts, Formats formats, DomainText words)
    : RowPage<EnteredFigureRow, int, FigureInput>(context, texts)
{
    public IReadOnlyList<string> Teams { get; private set; } = [];

    public string Currency { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(int? key, CancellationToken cancellationToken) => OpenAsync(key, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        var figure = Input.ToFigure();
        var rows = await Context.EnteredFigures.AsNoTracking().Where(row => row.Figure.Measure == figure.Measure).ToListAsync(cancellationToken);
        if (FigureRules.OverlapOf(figure, Input.Key, rows) is { } overlap)
        {
            ModelState.AddModelError("Input.From", OverlapSentence(Texts, formats, overlap.Figure, figure));
            return await ShowAsync(cancellationToken);
        }

        var message = Texts["{0} of {1} is saved.", NameOf(words, Texts, figure.Measure), formats.Period(figure.Period.From.FirstDay, figure.Period.To.FirstDay)];
        return await StoreAsync(
            stored => new() { Id = stored?.Id ?? 0, Figure = figure, EnteredBy = User.Identity?.Name ?? "", EnteredAt = time.GetUtcNow() }, message, cancellationToken);
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

    protected override string Describe(EnteredFigureRow stored) => formats.Count(stored.Figure.Value);

    protected override RedirectToPageResult ToList() => RedirectToPage("/Admin/Baseline/Index");

    protected override async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var figures = await store.LoadAsync(cancellationToken);
        Currency = figures.Company.Currency;
        Teams = [.. figures.MembersOf(Dimensions.Team).Where(team => team != Cell.Unassigned)];
        return Page();
    }
}
