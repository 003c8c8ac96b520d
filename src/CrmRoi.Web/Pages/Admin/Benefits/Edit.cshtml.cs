using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Benefits;

/// <summary>The form of one kind of benefit of a programme.</summary>
public sealed class EditModel(CrmRoiContext context, BenefitStore benefits, IStringLocalizer<AdminTexts> texts) : PageModel
{
    private const string List = "/Admin/Benefits/Index";

    [BindProperty]
    public BenefitInput Input { get; set; } = new();

    public string Currency { get; private set; } = "";

    [TempData]
    public string? StatusMessage { get; set; }

    public async Task<IActionResult> OnGetAsync(string? programme, BenefitKind kind, CancellationToken cancellationToken)
    {
        if (!User.IsInRole(Roles.Admin))
        {
            return RedirectToPage(List);
        }

        if (!ModelState.IsValid || !Enum.IsDefined(kind))
        {
            return BadRequest();
        }

        (Input.Programme, Input.Kind) = (programme ?? "", kind);
        await LoadAsync(cancellationToken);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        switch (await benefits.SaveAsync(Input.ToBenefit(), Input.Version, cancellationToken))
        {
            case BenefitSaved.Done:
                StatusMessage = texts["It is saved."];
                return RedirectToPage(List, new { programme = Input.Programme });
            case BenefitSaved.TooMuchMargin:
                ModelState.AddModelError("Input.PartPercent", texts["The other views leave less than that: all parts of one margin sum to at most 100 %."]);
                break;
            default:
                context.ChangeTracker.Clear();
                ModelState.Clear();
                Input.Version = await VersionAsync(cancellationToken);
                ModelState.AddModelError("", texts["Somebody else saved this meanwhile. What you typed is still here: save it again to replace theirs."]);
                break;
        }

        return await ShowAsync(cancellationToken);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (await context.Benefits.FirstOrDefaultAsync(each => each.Programme == Input.Programme && each.Kind == Input.Kind, cancellationToken) is { } stored)
        {
            Input.Fill(stored);
            Input.Version = context.VersionOf(stored);
        }
    }

    private async Task<Guid?> VersionAsync(CancellationToken cancellationToken) =>
        await context.Benefits.FirstOrDefaultAsync(each => each.Programme == Input.Programme && each.Kind == Input.Kind, cancellationToken) is { } stored
            ? context.VersionOf(stored) : null;

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await context.Programmes.AsNoTracking().FirstOrDefaultAsync(each => each.Name == Input.Programme, cancellationToken) is not { } programme)
        {
            return NotFound();
        }

        Currency = programme.Currency;
        return Page();
    }
}
