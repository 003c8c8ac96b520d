using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Benefits;

/// <summary>The form of one function of the CRM.</summary>
public sealed class LeverModel(CrmRoiContext context, IStringLocalizer<AdminTexts> texts) : EditingPage(context, texts)
{
    private const string List = "/Admin/Benefits/Index";

    [BindProperty]
    public LeverInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string? programme, CrmFunction function, CancellationToken cancellationToken)
    {
        if (!User.IsInRole(Roles.Admin))
        {
            return RedirectToPage(List);
        }

        if (!ModelState.IsValid || !Enum.IsDefined(function))
        {
            return BadRequest();
        }

        (Input.Programme, Input.Function) = (programme ?? "", function);
        if (await FindAsync(cancellationToken) is { } stored)
        {
            Input.Fill(stored);
            Input.Version = Context.VersionOf(stored);
        }

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        var stored = await FindAsync(cancellationToken);
        if (stored is null != Input.Version is null)
        {
            return await ConflictAsync(cancellationToken);
        }

        if (stored is null)
        {
            Context.Add(Input.ToLever());
        }
        else
        {
            Context.Change(stored, Input.ToLever(), Input.Version!.Value);
        }

        return await SaveAsync(Texts["It is saved."], cancellationToken);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await FindAsync(cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        Context.Expect(stored, Input.Version ?? Guid.Empty);
        Context.Remove(stored);
        return await SaveAsync(Texts["It is deleted."], cancellationToken);
    }

    private Task<Lever?> FindAsync(CancellationToken cancellationToken) =>
        Context.Levers.FirstOrDefaultAsync(each => each.Programme == Input.Programme && each.Function == Input.Function, cancellationToken);

    protected override RedirectToPageResult ToList() => RedirectToPage(List, new { programme = Input.Programme });

    protected override async Task<string> TakeUpAsync(CancellationToken cancellationToken)
    {
        Input.Version = await FindAsync(cancellationToken) is { } theirs ? Context.VersionOf(theirs) : null;
        return Texts["Somebody else saved this meanwhile. What you typed is still here: save it again to replace theirs."];
    }

    protected override async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await Context.Programmes.AnyAsync(each => each.Name == Input.Programme, cancellationToken) ? Page() : NotFound();
}
