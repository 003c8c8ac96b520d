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
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Targets;

/// <summary>One target: set, changed or taken back. Who changes it sets it anew, from that day on.</summary>
public sealed class EditModel(CrmRoiContext context, FigureStore store, TimeProvider time, IStringLocalizer<AdminTexts> texts, DomainText words)
    : RowPage<TargetRow, int, TargetInput>(context, texts)
{
    public IReadOnlyList<string> Teams { get; private set; } = [];

    public bool HasProgramme { get; private set; }

    public Task<IActionResult> OnGetAsync(int? key, CancellationToken cancellationToken) => OpenAsync(key, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var figures = await store.LoadAsync(cancellationToken);
        var row = ModelState.IsValid ? await FindAsync(cancellationToken) : null;
        var programme = figures.Programmes.FirstOrDefault(each => row is null || each.Name == row.Target.Programme) ?? (figures.Programmes is [var first, ..] ? first : null);
        if (!ModelState.IsValid || programme is null || BaselineOf(figures, programme) is not { } baseline)
        {
            return await ShowAsync(cancellationToken);
        }

        var target = Input.ToTarget(programme.Name, baseline, User.Identity?.Name ?? "", figures.Company.DayOf(time.GetUtcNow()));
        MetricCatalogue.TryFind(target.Metric, out var metric);
        return await StoreAsync(stored => new() { Id = stored?.Id ?? 0, Target = target }, Texts["The target for {0} is saved.", words.Name(metric!)], cancellationToken);
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

    protected override string? Describe(TargetRow stored) => null;

    protected override RedirectToPageResult ToList() => RedirectToPage("/Admin/Targets/Index");

    protected override async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var figures = await store.LoadAsync(cancellationToken);
        HasProgramme = figures.Programmes.Count > 0;
        Teams = [.. figures.MembersOf(Dimensions.Team).Where(team => team != Cell.Unassigned)];
        return Page();
    }
}
