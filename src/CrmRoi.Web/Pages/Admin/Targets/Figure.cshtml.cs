using CrmRoi.Data;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Targets;

/// <summary>One planned figure: entered, changed or taken back.</summary>
public sealed class FigureModel(CrmRoiContext context, FigureStore store, TimeProvider time, IStringLocalizer<AdminTexts> texts, Formats formats, DomainText words)
    : RowPage<PlannedFigureRow, int, FigureInput>(context, texts)
{
    public IReadOnlyList<string> Teams { get; private set; } = [];

    public IReadOnlyList<string> Reps { get; private set; } = [];

    public string Currency { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(int? key, CancellationToken cancellationToken) => OpenAsync(key, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        var figure = Input.ToFigure();
        var others = await Context.PlannedFigures.AsNoTracking().Where(row => row.Figure.Month == figure.Month && row.Id != Input.Key).ToListAsync(cancellationToken);
        if (others.Exists(other => other.Figure with { Value = 0 } == figure with { Value = 0 }))
        {
            ModelState.AddModelError("Input.Month", Texts["There is a figure of {0} already: change or delete it.", formats.Month(figure.Month.FirstDay)]);
            return await ShowAsync(cancellationToken);
        }

        var message = Texts["{0} of {1} is saved.", words.Member(figure.Measure), formats.Month(figure.Month.FirstDay)];
        return await StoreAsync(
            stored => new() { Id = stored?.Id ?? 0, Figure = figure, EnteredBy = User.Identity?.Name ?? "", EnteredAt = time.GetUtcNow() }, message, cancellationToken);
    }

    protected override string Describe(PlannedFigureRow stored) => formats.Count(stored.Figure.Value);

    protected override RedirectToPageResult ToList() => RedirectToPage("/Admin/Targets/Index");

    protected override async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var figures = await store.LoadAsync(cancellationToken);
        Currency = figures.Company.Currency;
        Teams = [.. figures.MembersOf(Dimensions.Team).Where(team => team != Cell.Unassigned)];
        Reps = [.. figures.MembersOf(Dimensions.Rep).Where(rep => rep != Cell.Unassigned)];
        return Page();
    }
}
