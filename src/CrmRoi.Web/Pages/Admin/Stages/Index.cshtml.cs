using CrmRoi.Data;
using CrmRoi.Metrics.Snapshots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Stages;

/// <summary>The stages that the records have, and what each of them means: its place, its kind, its name here.</summary>
public sealed class IndexModel(CrmRoiContext context, SnapshotStore snapshots, IStringLocalizer<AdminTexts> texts) : PageModel
{
    private const int MostStages = 500;

    [BindProperty]
    public List<StageInput> Rows { get; set; } = [];

    public IReadOnlyList<FoundStage> Stages { get; private set; } = [];

    [TempData]
    public string? StatusMessage { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Stages = await FindAsync(cancellationToken);
        Rows = [.. Stages.Select(stage => stage.Input)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Rows.Count > MostStages)
        {
            return BadRequest();
        }

        if (!ModelState.IsValid)
        {
            var typed = Rows;
            Stages = [.. (await FindAsync(cancellationToken)).Select(stage => stage with { Input = typed.FirstOrDefault(row => row.Name == stage.Input.Name) ?? stage.Input })];
            Rows = [.. Stages.Select(stage => stage.Input)];
            return Page();
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await snapshots.ClaimAsync(cancellationToken);
        await StoreAsync(cancellationToken);
        if (context.ChangeTracker.HasChanges())
        {
            await context.SaveChangesAsync(cancellationToken);
            await snapshots.RebuildStagesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        StatusMessage = texts["What the stages mean is saved; the time in each stage is reckoned anew."];
        return RedirectToPage();
    }

    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        var stored = (await context.Stages.ToListAsync(cancellationToken)).ToDictionary(row => row.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var input in Rows.DistinctBy(row => row.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (!stored.TryGetValue(input.Name, out var row))
            {
                if (!input.IsPlain)
                {
                    context.Add(new StageRow { Name = input.Name, Standard = input.Standard.Trim(), Order = input.Order, Kind = input.Kind });
                }
            }
            else if (input.IsPlain)
            {
                context.Remove(row);
            }
            else
            {
                (row.Standard, row.Order, row.Kind) = (input.Standard.Trim(), input.Order, input.Kind);
            }
        }
    }

    private async Task<IReadOnlyList<FoundStage>> FindAsync(CancellationToken cancellationToken)
    {
        var entered = await context.StageChanges.GroupBy(change => change.Stage).Select(group => new { Name = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var current = await context.Deals.Where(deal => deal.Stage != null).GroupBy(deal => deal.Stage!)
            .Select(group => new { Name = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var rules = new StageRules((await context.Stages.AsNoTracking().ToListAsync(cancellationToken)).Select(row => row.Rule));
        return [.. entered.Select(stage => (stage.Name, Changes: stage.Count, Deals: 0)).Concat(current.Select(stage => (stage.Name, Changes: 0, Deals: stage.Count)))
            .GroupBy(stage => stage.Name.Trim(), StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Key.Length > 0)
            .Select(group => new FoundStage(InputOf(rules.Of(group.Key)), group.Sum(stage => stage.Changes), group.Sum(stage => stage.Deals)))
            .OrderBy(stage => stage.Input.Kind == StageKind.Ignored).ThenBy(stage => stage.Input.Order ?? int.MaxValue).ThenByDescending(stage => stage.Changes)
            .ThenBy(stage => stage.Input.Name, StringComparer.CurrentCultureIgnoreCase)
            .Take(MostStages)];
    }

    private static StageInput InputOf(StageRule rule) => new() { Name = rule.Name, Standard = rule.Standard, Order = rule.Order, Kind = rule.Kind };
}
