using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Assumptions;

/// <summary>The form of an assumption. Each change writes down what it did to the ROI; of two who edit at once, the second is told.</summary>
public sealed class EditModel(CrmRoiContext context, AssumptionHistory history, IStringLocalizer<AdminTexts> texts) : RowPage<Assumption, long, AssumptionInput>(context, texts)
{
    private const string List = "/Admin/Assumptions/Index";

    public IReadOnlyList<string> Programmes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long? key, string? programme, CancellationToken cancellationToken)
    {
        if (!User.IsInRole(Roles.Admin))
        {
            return RedirectToPage(List);
        }

        var page = await OpenAsync(key, cancellationToken);
        Input.Programme = key is null ? Programmes.FirstOrDefault(name => name == programme) ?? (Programmes is [var first, ..] ? first : "") : Input.Programme;
        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!User.IsInRole(Roles.Admin))
        {
            return Forbid();
        }

        if (ModelState.IsValid)
        {
            await CheckAsync(cancellationToken);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        var stored = await FindAsync(cancellationToken);
        var made = Input.ToAssumption(stored);
        if (stored is not null || Input.Key is null)
        {
            await history.AddAsync(stored, made, User.Identity!.Name!, cancellationToken);
        }

        return await StoreAsync(_ => made, Texts["“{0}” is saved.", made.Name], cancellationToken);
    }

    public override async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken) =>
        User.IsInRole(Roles.Admin) ? await base.OnPostDeleteAsync(cancellationToken) : Forbid();

    protected override Task DeletingAsync(Assumption stored, CancellationToken cancellationToken) => history.AddAsync(stored, null, User.Identity!.Name!, cancellationToken);

    protected override string Describe(Assumption stored) => $"{stored.Name}, {stored.Low:0.####} – {stored.Value:0.####} – {stored.High:0.####}";

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

    protected override async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Programmes = await Context.Programmes.OrderBy(programme => programme.Name).Select(programme => programme.Name).ToListAsync(cancellationToken);
        return Page();
    }
}
