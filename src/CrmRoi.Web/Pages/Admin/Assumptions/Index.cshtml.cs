using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Assumptions;

/// <summary>An assumption in the list, with the version that a decision is about.</summary>
public sealed record ListedAssumption(long Key, Guid Version, Assumption Assumption);

/// <summary>Everything that is assumed: entered by administrators, accepted or rejected by the CFO.</summary>
public sealed class IndexModel(CrmRoiContext context, FigureStore store, AssumptionHistory history, IStringLocalizer<AdminTexts> texts) : PageModel
{
    private const int MostChanges = 50;

    public IReadOnlyList<Programme> Programmes { get; private set; } = [];

    public Programme? Programme { get; private set; }

    public IReadOnlyList<ListedAssumption> Listed { get; private set; } = [];

    public IReadOnlyList<AssumptionChange> Changes { get; private set; } = [];

    public IReadOnlyList<(long Key, Scenario Scenario)> Scenarios { get; private set; } = [];

    public bool MayWrite => User.IsInRole(Roles.Admin);

    public bool MayDecide => User.IsInRole(Roles.Cfo);

    [TempData]
    public string? StatusMessage { get; set; }

    [TempData]
    public string? Problem { get; set; }

    public async Task<IActionResult> OnGetAsync(string? programme, CancellationToken cancellationToken)
    {
        Programmes = (await store.LoadAsync(cancellationToken)).Programmes;
        Programme = Programmes.FirstOrDefault(each => programme is null || string.Equals(each.Name, programme, StringComparison.OrdinalIgnoreCase));
        if (Programme is not { Name: var name })
        {
            return programme is null ? Page() : NotFound();
        }

        Listed = [.. (await context.Assumptions.AsNoTracking().Where(each => each.Programme == name).OrderBy(each => each.Name)
            .Select(each => new { Assumption = each, Key = EF.Property<long>(each, Shadow.Key), Version = EF.Property<Guid>(each, Shadow.Version) }).ToListAsync(cancellationToken))
            .Select(each => new ListedAssumption(each.Key, each.Version, each.Assumption))];
        Changes = await context.AssumptionChanges.AsNoTracking().Where(each => each.Programme == name).OrderByDescending(each => each.Id).Take(MostChanges).ToListAsync(cancellationToken);
        Scenarios = [.. (await context.Scenarios.AsNoTracking().Where(each => each.Programme == name).OrderBy(each => each.Name)
            .Select(each => new { Scenario = each, Key = EF.Property<long>(each, Shadow.Key) }).ToListAsync(cancellationToken)).Select(each => (each.Key, each.Scenario))];
        return Page();
    }

    public async Task<IActionResult> OnPostDecideAsync(long key, Guid version, AssumptionDecision decision, string? note, CancellationToken cancellationToken)
    {
        if (!MayDecide)
        {
            return Forbid();
        }

        if (await context.Assumptions.FindAsync([key], cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        if (!Enum.IsDefined(decision) || note is { Length: > Limits.Text })
        {
            return BadRequest();
        }

        var by = User.Identity!.Name!;
        var decided = stored with { Decision = decision, DecidedBy = by, DecisionNote = string.IsNullOrWhiteSpace(note) ? null : note.Trim() };
        await history.AddAsync(stored, decided, by, cancellationToken);
        context.Change(stored, decided, version);
        return await SaveAsync(texts["“{0}” is saved.", decided.Name], decided.Programme, cancellationToken);
    }

    public async Task<IActionResult> OnPostScenarioAsync(string programme, string? name, string? values, CancellationToken cancellationToken)
    {
        if (!MayWrite)
        {
            return Forbid();
        }

        var known = await context.Assumptions.AsNoTracking().Where(each => each.Programme == programme).ToListAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > Limits.Name || ScenarioText.Read(values, known) is not { Count: > 0 } read)
        {
            Problem = texts["A scenario needs a name and at least one line such as “Discount rate: 10”."];
            return RedirectToPage(new { programme });
        }

        var stored = await context.Scenarios.FirstOrDefaultAsync(each => each.Programme == programme && each.Name == name.Trim(), cancellationToken);
        var made = new Scenario { Programme = programme, Name = name.Trim(), Values = read };
        if (stored is null)
        {
            context.Add(made);
        }
        else
        {
            context.Change(stored, made, context.VersionOf(stored));
        }

        return await SaveAsync(texts["“{0}” is saved.", made.Name], programme, cancellationToken);
    }

    public async Task<IActionResult> OnPostForgetAsync(long key, CancellationToken cancellationToken)
    {
        if (!MayWrite)
        {
            return Forbid();
        }

        if (await context.Scenarios.FindAsync([key], cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        context.Remove(stored);
        return await SaveAsync(texts["It is deleted."], stored.Programme, cancellationToken);
    }

    private async Task<IActionResult> SaveAsync(string message, string programme, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            StatusMessage = message;
        }
        catch (DbUpdateConcurrencyException)
        {
            Problem = texts["Somebody else saved this meanwhile. Nothing was changed: look at what it is now."];
        }

        return RedirectToPage(new { programme });
    }
}
