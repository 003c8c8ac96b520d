using CrmRoi.Data;
using CrmRoi.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Causes;

/// <summary>Which method is official for a programme, and what its CRM is taken not to have touched; each with its reason.</summary>
public sealed class MethodModel(CrmRoiContext context, IStringLocalizer<AdminTexts> texts, DomainText words) : PageModel
{
    [BindProperty]
    public MethodInput Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public async Task<IActionResult> OnGetAsync(string? programme, CancellationToken cancellationToken)
    {
        if (await NameOfAsync(programme, cancellationToken) is not { } name)
        {
            return NotFound();
        }

        Input.Programme = name;
        if (await FindAsync(name, cancellationToken) is { } stored)
        {
            Input.Fill(stored);
            Input.Version = context.VersionOf(stored);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await NameOfAsync(Input.Programme, cancellationToken) is not { } name)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (stored, changed) = (await FindAsync(name, cancellationToken), Input.ToChoice(name, User.Identity?.Name));
        if (stored is null)
        {
            context.Add(changed);
        }
        else
        {
            context.Change(stored, changed, Input.Version ?? Guid.Empty);
        }

        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException problem) when (stored is null || problem is DbUpdateConcurrencyException)
        {
            return await ConflictAsync(name, cancellationToken);
        }

        StatusMessage = texts["The method for {0} is saved. The evidence is reckoned anew.", name];
        return RedirectToPage("/Admin/Causes/Index");
    }

    private async Task<IActionResult> ConflictAsync(string name, CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        ModelState.Clear();
        if (await FindAsync(name, cancellationToken) is { } theirs)
        {
            Input.Version = context.VersionOf(theirs);
            var told = theirs.Official is { } method ? words.Member(method) : texts["the rule’s method"].Value;
            ModelState.AddModelError("", texts["Somebody else saved this meanwhile, as: {0}. What you typed is still here: save it again to replace theirs.", told]);
        }

        return Page();
    }

    private Task<string?> NameOfAsync(string? programme, CancellationToken cancellationToken) =>
        context.Programmes.Where(each => each.Name == programme).Select(each => each.Name).SingleOrDefaultAsync(cancellationToken);

    private Task<MethodChoice?> FindAsync(string programme, CancellationToken cancellationToken) =>
        context.MethodChoices.SingleOrDefaultAsync(choice => choice.Programme == programme, cancellationToken);
}
