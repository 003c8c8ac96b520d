using CrmRoi.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin;

/// <summary>The form of one thing that several may edit: of two who save at once, the second is told what the first did and loses nothing.</summary>
public abstract class EditingPage(CrmRoiContext context, IStringLocalizer<AdminTexts> texts) : PageModel
{
    [TempData]
    public string? StatusMessage { get; set; }

    protected CrmRoiContext Context { get; } = context;

    protected IStringLocalizer<AdminTexts> Texts { get; } = texts;

    /// <summary>Where the form leads once it is done.</summary>
    protected abstract RedirectToPageResult ToList();

    /// <summary>Shows the form with what it needs besides its fields.</summary>
    protected abstract Task<IActionResult> ShowAsync(CancellationToken cancellationToken);

    /// <summary>Gives the form the version of what somebody else stored, so that saving it again replaces that, and says so in a sentence.</summary>
    protected abstract Task<string> TakeUpAsync(CancellationToken cancellationToken);

    /// <summary>That it was saved as something else.</summary>
    protected string SavedAs(string theirs) => Texts["Somebody else saved this meanwhile, as: {0}. What you typed is still here: save it again to replace theirs.", theirs];

    protected async Task<IActionResult> SaveAsync(string message, CancellationToken cancellationToken)
    {
        try
        {
            await Context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ConflictAsync(cancellationToken);
        }

        return Done(message);
    }

    protected RedirectToPageResult Done(string message)
    {
        StatusMessage = message;
        return ToList();
    }

    protected async Task<IActionResult> ConflictAsync(CancellationToken cancellationToken)
    {
        Context.ChangeTracker.Clear();
        ModelState.Clear();
        ModelState.AddModelError("", await TakeUpAsync(cancellationToken));
        return await ShowAsync(cancellationToken);
    }
}
