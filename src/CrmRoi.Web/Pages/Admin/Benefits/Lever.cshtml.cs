using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Benefits;

/// <summary>The form of one function of the CRM.</summary>
public sealed class LeverModel(CrmRoiContext context, IStringLocalizer<AdminTexts> texts) : PageModel
{
    private const string List = "/Admin/Benefits/Index";

    [BindProperty]
    public LeverInput Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

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
            Input.Version = context.VersionOf(stored);
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
            context.Add(Input.ToLever());
        }
        else
        {
            context.Change(stored, Input.ToLever(), Input.Version!.Value);
        }

        return await SaveAsync(texts["It is saved."], cancellationToken);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await FindAsync(cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        context.Remove(stored);
        return await SaveAsync(texts["It is deleted."], cancellationToken);
    }

    private Task<Lever?> FindAsync(CancellationToken cancellationToken) =>
        context.Levers.FirstOrDefaultAsync(each => each.Programme == Input.Programme && each.Function == Input.Function, cancellationToken);

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
        Input.Version = await FindAsync(cancellationToken) is { } theirs ? context.VersionOf(theirs) : null;
        ModelState.AddModelError("", texts["Somebody else saved this meanwhile. What you typed is still here: save it again to replace theirs."]);
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await context.Programmes.AnyAsync(each => each.Name == Input.Programme, cancellationToken) ? Page() : NotFound();
}
