using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Assumptions;

/// <summary>The form of an assumption. Each change writes down what it did to the ROI; of two who edit at once, the second is told.</summary>
public sealed class EditModel(CrmRoiContext context, AssumptionHistory history, IStringLocalizer<AdminTexts> texts) : PageModel
{
    private const string List = "/Admin/Assumptions/Index";

    [BindProperty]
    public AssumptionInput Input { get; set; } = new();

    public IReadOnlyList<string> Programmes { get; private set; } = [];

    [TempData]
    public string? StatusMessage { get; set; }

    public async Task<IActionResult> OnGetAsync(long? key, string? programme, CancellationToken cancellationToken)
    {
        if (!User.IsInRole(Roles.Admin))
        {
            return RedirectToPage(List);
        }

        if (key is { } wanted)
        {
            if (await context.Assumptions.FindAsync([wanted], cancellationToken) is not { } stored)
            {
                return NotFound();
            }

            Input.Fill(stored);
            (Input.Key, Input.Version) = (wanted, context.VersionOf(stored));
        }

        var page = await ShowAsync(cancellationToken);
        Input.Programme = key is null ? Programmes.FirstOrDefault(name => name == programme) ?? (Programmes is [var first, ..] ? first : "") : Input.Programme;
        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!User.IsInRole(Roles.Admin))
        {
            return Forbid();
        }

        var stored = Input.Key is { } key ? await context.Assumptions.FindAsync([key], cancellationToken) : null;
        if (ModelState.IsValid)
        {
            await CheckAsync(cancellationToken);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        var made = Input.ToAssumption(stored);
        await history.AddAsync(stored, made, User.Identity!.Name!, cancellationToken);
        if (stored is null)
        {
            context.Add(made);
        }
        else
        {
            context.Change(stored, made, Input.Version);
        }

        return await SaveAsync(texts["“{0}” is saved.", made.Name], cancellationToken);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken)
    {
        if (!User.IsInRole(Roles.Admin))
        {
            return Forbid();
        }

        ModelState.Clear();
        if (Input.Key is not { } key || await context.Assumptions.FindAsync([key], cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        await history.AddAsync(stored, null, User.Identity!.Name!, cancellationToken);
        context.Expect(stored, Input.Version);
        context.Remove(stored);
        return await SaveAsync(texts["It is deleted."], cancellationToken);
    }

    /// <summary>A number of the return has one assumption, and each has its own name.</summary>
    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var made = Input.ToAssumption(null);
        var others = (await context.Assumptions.AsNoTracking().Where(each => each.Programme == Input.Programme)
            .Select(each => new { Assumption = each, Key = EF.Property<long>(each, Shadow.Key) }).ToListAsync(cancellationToken)).Where(each => each.Key != Input.Key).ToList();
        if (!await context.Programmes.AnyAsync(programme => programme.Name == Input.Programme, cancellationToken))
        {
            ModelState.AddModelError("Input.Programme", texts["This is not one of the choices."]);
        }

        if (others.Exists(each => string.Equals(each.Assumption.Name, made.Name, StringComparison.OrdinalIgnoreCase)))
        {
            ModelState.AddModelError("Input.Name", texts["There is one of this name already."]);
        }

        if (made.IsReckonedWith && others.Find(each => each.Assumption.Target == made.Target && each.Assumption.Benefit == made.Benefit) is { } same)
        {
            ModelState.AddModelError("Input.Target", texts["“{0}” is already this number.", same.Assumption.Name]);
        }
    }

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
        return RedirectToPage(List, new { programme = Input.Programme });
    }

    private async Task<IActionResult> ConflictAsync(CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        ModelState.Clear();
        if (await context.Assumptions.FindAsync([Input.Key!.Value], cancellationToken) is { } theirs)
        {
            Input.Version = context.VersionOf(theirs);
            ModelState.AddModelError("", texts["Somebody else saved this meanwhile, as: {0}. What you typed is still here: save it again to replace theirs.", $"{theirs.Name}, {theirs.Low:0.####} – {theirs.Value:0.####} – {theirs.High:0.####}"]);
        }
        else
        {
            Input.Key = null;
            ModelState.AddModelError("", texts["Somebody else deleted this meanwhile. What you typed is still here: save it to enter it anew."]);
        }

        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Programmes = await context.Programmes.OrderBy(programme => programme.Name).Select(programme => programme.Name).ToListAsync(cancellationToken);
        return Page();
    }
}
