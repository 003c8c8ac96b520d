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
public sealed class EditModel(CrmRoiContext context, FigureStore store, IStringLocalizer<AdminTexts> texts, DomainText words) : EditingPage(context, texts)
{
    [BindProperty]
    public CauseInput Input { get; set; } = new();

    /// <summary>The teams of the data, and those that are named already.</summary>
    public IReadOnlyList<string> Teams { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long? key, CancellationToken cancellationToken)
    {
        if (key is { } wanted)
        {
            if (await FindAsync(wanted, cancellationToken) is not { } stored)
            {
                return NotFound();
            }

            Input.Fill(stored);
            (Input.Key, Input.Version) = (wanted, Context.VersionOf(stored));
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
            Context.Add(Input.ToCause());
        }
        else if (await FindAsync(key, cancellationToken) is { } stored)
        {
            Context.Change(stored, Input.ToCause(), Input.Version);
        }
        else
        {
            return await ConflictAsync(cancellationToken);
        }

        return await SaveAsync(Texts["“{0}” is saved. The evidence is reckoned anew.", Input.Name.Trim()], cancellationToken);
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
            return Done(Texts["It is deleted."]);
        }

        Context.Expect(stored, Input.Version);
        Context.Remove(stored);
        return await SaveAsync(Texts["It is deleted."], cancellationToken);
    }

    private async Task<OtherCause?> FindAsync(long key, CancellationToken cancellationToken) => await Context.FindAsync<OtherCause>([key], cancellationToken);

    protected override RedirectToPageResult ToList() => RedirectToPage("/Admin/Causes/Index");

    protected override async Task<string> TakeUpAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(Input.Key!.Value, cancellationToken) is not { } theirs)
        {
            Input.Key = null;
            return Deleted;
        }

        Input.Version = Context.VersionOf(theirs);
        return SavedAs($"{theirs.Name}, {words.Member(theirs.Kind)}, {theirs.From}, {words.Member(theirs.Treatment)}");
    }

    protected override async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var figures = await store.LoadAsync(cancellationToken);
        Teams = [.. figures.MembersOf(Dimensions.Team).Where(team => team != Cell.Unassigned).Union(Input.Teams, StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCultureIgnoreCase)];
        return Page();
    }
}
