using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Planning;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Targets;

/// <summary>One target: set, changed or taken back. Who changes it sets it anew, from that day on.</summary>
public sealed class EditModel(CrmRoiContext context, FigureStore store, TimeProvider time, IStringLocalizer<AdminTexts> texts, DomainText words) : EditingPage(context, texts)
{
    [BindProperty]
    public TargetInput Input { get; set; } = new();

    public IReadOnlyList<string> Teams { get; private set; } = [];

    public bool HasProgramme { get; private set; }

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
        var figures = await store.LoadAsync(cancellationToken);
        var row = ModelState.IsValid ? await FindAsync(Input.Id, cancellationToken) : null;
        var programme = figures.Programmes.FirstOrDefault(each => row is null || each.Name == row.Target.Programme) ?? (figures.Programmes is [var first, ..] ? first : null);
        if (!ModelState.IsValid || programme is null || BaselineOf(figures, programme) is not { } baseline)
        {
            return await ShowAsync(cancellationToken);
        }

        if (row is null && Input.Id is not null)
        {
            return await ConflictAsync(cancellationToken);
        }

        var target = Input.ToTarget(programme.Name, baseline, User.Identity?.Name ?? "", figures.Company.DayOf(time.GetUtcNow()));
        if (row is null)
        {
            Context.Add(new TargetRow { Target = target });
        }
        else
        {
            row.Target = target;
            Context.Expect(row, Input.Version);
        }

        MetricCatalogue.TryFind(target.Metric, out var metric);
        return await SaveAsync(Texts["The target for {0} is saved.", words.Name(metric!)], cancellationToken);
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

    // What was typed, or what the figures say of the time before go-live.
    private decimal? BaselineOf(Figures figures, Programme programme)
    {
        if (Input.Baseline is { } typed)
        {
            return typed;
        }

        MetricCatalogue.TryFind(Input.Metric, out var metric);
        var team = string.IsNullOrWhiteSpace(Input.Team) ? null : Input.Team.Trim();
        var found = programme.GoLive.IsKnown
            ? Comparison.Of(
                figures.Cube, metric!, ComparisonWindows.Of(programme, figures.MembersOf(Dimensions.Team), figures.Cube.LastFullMonth), Filter.None with { Team = team }).Before.Value
            : null;
        if (found is null)
        {
            ModelState.AddModelError("Input.Baseline", Texts["The figures do not tell a baseline: type one."]);
        }

        return found;
    }

    private async Task<TargetRow?> FindAsync(int? id, CancellationToken cancellationToken) =>
        id is null ? null : await Context.Targets.FindAsync([id.Value], cancellationToken);

    protected override RedirectToPageResult ToList() => RedirectToPage("/Admin/Targets/Index");

    protected override async Task<string> TakeUpAsync(CancellationToken cancellationToken)
    {
        var theirs = await FindAsync(Input.Id, cancellationToken);
        (Input.Id, Input.Version) = (theirs?.Id, theirs is null ? Guid.Empty : Context.VersionOf(theirs));
        return theirs is null ? Deleted : Texts["Somebody else changed this meanwhile. What you typed is still here: save it again to replace theirs."];
    }

    protected override async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var figures = await store.LoadAsync(cancellationToken);
        HasProgramme = figures.Programmes.Count > 0;
        Teams = [.. figures.MembersOf(Dimensions.Team).Where(team => team != Cell.Unassigned)];
        return Page();
    }
}
