using CrmRoi.Data;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Causes;

/// <summary>The form of a cause. Of two people who edit the same one, the second is told what the first saved and loses nothing.</summary>
public sealed class EditModel(CrmRoiContext context, FigureStore store, IStringLocalizer<AdminTexts> texts, DomainText words) : PageModel
{
    private const string List = "/Admin/Causes/Index";

    [BindProperty]
    public CauseInput Input { get; set; } = new();

    /// <summary>The teams of the data, and those that are named already.</summary>
    public IReadOnlyList<string> Teams { get; private set; } = [];

    [TempData]
    public string? StatusMessage { get; set; }

    public async Task<IActionResult> OnGetAsync(long? key, CancellationToken cancellationToken)
    {
        if (key is { } wanted)
        {
            if (await FindAsync(wanted, cancellationToken) is not { } stored)
            {
                return NotFound();
            }

            Input.Fill(stored);
            (Input.Key, Input.Version) = (wanted, context.VersionOf(stored));
        }
        else
        {
            Input.StatedBy = User.Identity?.Name ?? "";
        }

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        if (Input.Key is not { } key)
        {
            context.Add(Input.ToCause());
        }
        else if (await FindAsync(key, cancellationToken) is { } stored)
        {
            context.Change(stored, Input.ToCause(), Input.Version);
        }
        else
        {
            return await ConflictAsync(cancellationToken);
        }

        return await SaveAsync(texts["“{0}” is saved. The evidence is reckoned anew.", Input.Name.Trim()], cancellationToken);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear(); // what is typed does not matter to deleting
        if (Input.Key is not { } key)
        {
            return NotFound();
        }

        if (await FindAsync(key, cancellationToken) is not { } stored)
        {
            return Done(texts["It is deleted."]);
        }

        context.Expect(stored, Input.Version);
        context.Remove(stored);
        return await SaveAsync(texts["It is deleted."], cancellationToken);
    }

    private async Task<OtherCause?> FindAsync(long key, CancellationToken cancellationToken) => await context.FindAsync<OtherCause>([key], cancellationToken);

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

        return Done(message);
    }

    private RedirectToPageResult Done(string message)
    {
        StatusMessage = message;
        return RedirectToPage(List);
    }

    private async Task<IActionResult> ConflictAsync(CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        ModelState.Clear();
        if (await FindAsync(Input.Key!.Value, cancellationToken) is { } theirs)
        {
            Input.Version = context.VersionOf(theirs);
            var told = $"{theirs.Name}, {words.Member(theirs.Kind)}, {theirs.From}, {words.Member(theirs.Treatment)}";
            ModelState.AddModelError("", texts["Somebody else saved this meanwhile, as: {0}. What you typed is still here: save it again to replace theirs.", told]);
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
        var figures = await store.LoadAsync(cancellationToken);
        Teams = [.. figures.MembersOf(Dimensions.Team).Where(team => team != Cell.Unassigned).Union(Input.Teams, StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCultureIgnoreCase)];
        return Page();
    }
}
