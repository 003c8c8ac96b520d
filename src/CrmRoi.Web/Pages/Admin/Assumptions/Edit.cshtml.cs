using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Assumptions;

/// <summary>The form of an assumption. Each change writes down what it did to the ROI; of two who edit at once, the second is told.</summary>
public sealed class EditModel(CrmRoiContext context, AssumptionHistory history, IStringLocalizer<AdminTexts> texts) : EditingPage(context, texts)
{
    private const string List = "/Admin/Assumptions/Index";

    [BindProperty]
    public AssumptionInput Input { get; set; } = new();

    public IReadOnlyList<string> Programmes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long? key, string? programme, CancellationToken cancellationToken)
    {
        if (!User.IsInRole(Roles.Admin))
        {
            return RedirectToPage(List);
        }

        if (key is { } wanted)
        {
            if (await Context.Assumptions.FindAsync([wanted], cancellationToken) is not { } stored)
            {
                return NotFound();
            }

            Input.Fill(stored);
            (Input.Key, Input.Version) = (wanted, Context.VersionOf(stored));
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

        var stored = Input.Key is { } key ? await Context.Assumptions.FindAsync([key], cancellationToken) : null;
        if (ModelState.IsValid)
        {
            await CheckAsync(cancellationToken);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        if (stored is null && Input.Key is not null)
        {
            return await ConflictAsync(cancellationToken);
        }

        var made = Input.ToAssumption(stored);
        await history.AddAsync(stored, made, User.Identity!.Name!, cancellationToken);
        if (stored is null)
        {
            Context.Add(made);
        }
        else
        {
            Context.Change(stored, made, Input.Version);
        }

        return await SaveAsync(Texts["“{0}” is saved.", made.Name], cancellationToken);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken)
    {
        if (!User.IsInRole(Roles.Admin))
        {
            return Forbid();
        }

        ModelState.Clear();
        if (Input.Key is not { } key || await Context.Assumptions.FindAsync([key], cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        await history.AddAsync(stored, null, User.Identity!.Name!, cancellationToken);
        Context.Expect(stored, Input.Version);
        Context.Remove(stored);
        return await SaveAsync(Texts["It is deleted."], cancellationToken);
    }

    /// <summary>A number of the return has one assumption, and each has its own name.</summary>
    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var made = Input.ToAssumption(null);
        var others = (await Context.Assumptions.AsNoTracking().Where(each => each.Programme == Input.Programme)
            .Select(each => new { Assumption = each, Key = EF.Property<long>(each, Shadow.Key) }).ToListAsync(cancellationToken)).Where(each => each.Key != Input.Key).ToList();
        if (!await Context.Programmes.AnyAsync(programme => programme.Name == Input.Programme, cancellationToken))
        {
            ModelState.AddModelError("Input.Programme", Texts["This is not one of the choices."]);
        }

        if (others.Exists(each => string.Equals(each.Assumption.Name, made.Name, StringComparison.OrdinalIgnoreCase)))
        {
            ModelState.AddModelError("Input.Name", Texts["There is one of this name already."]);
        }

        if (made.IsReckonedWith && others.Find(each => each.Assumption.Target == made.Target && each.Assumption.Benefit == made.Benefit) is { } same)
        {
            ModelState.AddModelError("Input.Target", Texts["“{0}” is already this number.", same.Assumption.Name]);
        }
    }

    protected override RedirectToPageResult ToList() => RedirectToPage(List, new { programme = Input.Programme });

    protected override async Task<string> TakeUpAsync(CancellationToken cancellationToken)
    {
        if (await Context.Assumptions.FindAsync([Input.Key!.Value], cancellationToken) is not { } theirs)
        {
            Input.Key = null;
            return Deleted;
        }

        Input.Version = Context.VersionOf(theirs);
        return SavedAs($"{theirs.Name}, {theirs.Low:0.####} – {theirs.Value:0.####} – {theirs.High:0.####}");
    }

    protected override async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Programmes = await Context.Programmes.OrderBy(programme => programme.Name).Select(programme => programme.Name).ToListAsync(cancellationToken);
        return Page();
    }
}
