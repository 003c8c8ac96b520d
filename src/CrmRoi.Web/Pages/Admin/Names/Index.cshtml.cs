using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;
using CrmRoi.Metrics.Quality;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Names;

/// <summary>Which names are one: what was merged, who did it, and taking it back.</summary>
public sealed class IndexModel(CrmRoiContext context, NameStore names, QualityStore quality, IStringLocalizer<AdminTexts> texts) : PageModel
{
    private const int MostOffered = 20;

    [BindProperty]
    public MergeInput Input { get; set; } = new();

    public IReadOnlyList<NameAlias> Aliases { get; private set; } = [];

    /// <summary>Names that are stored in several spellings, from the report on the quality of the records.</summary>
    public IReadOnlyList<(NameField Field, string Alias, string Name)> Offered { get; private set; } = [];

    /// <summary>Names that are a letter off another, which may be slips or not.</summary>
    public IReadOnlyList<(NameField Field, string Alias, string Name)> Near { get; private set; } = [];

    [TempData]
    public string? StatusMessage { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && string.Equals(Input.Alias.Trim(), Input.Name.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            ModelState.AddModelError("Input.Name", texts["This is the same name already."]);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        var renamed = await names.MergeAsync(Input.Field, Input.Alias.Trim(), Input.Name.Trim(), User.Identity?.Name ?? "", cancellationToken);
        StatusMessage = texts["{0} is called {1} from now on; {2} records were renamed.", Input.Alias.Trim(), Input.Name.Trim(), renamed];
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(int id, CancellationToken cancellationToken)
    {
        if (await context.NameAliases.FindAsync([id], cancellationToken) is not { } alias)
        {
            return NotFound();
        }

        context.Remove(alias);
        await context.SaveChangesAsync(cancellationToken);
        StatusMessage = texts["{0} is a name of its own again, from the next import of its records on.", alias.Alias];
        return RedirectToPage();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Aliases = await context.NameAliases.AsNoTracking().OrderBy(alias => alias.Field).ThenBy(alias => alias.Name).ThenBy(alias => alias.Alias).ToListAsync(cancellationToken);
        var report = (await quality.FindAsync(cancellationToken))?.Report;
        Offered = NotMerged((report?.Spellings ?? []).SelectMany(spellings => OfferedBy(spellings.Field, spellings.Groups.SelectMany(group => group.Skip(1).Select(alias => (alias, group[0]))))));
        Near = NotMerged((report?.Spellings ?? []).SelectMany(spellings => OfferedBy(spellings.Field, spellings.Near.Select(pair => (pair[0], pair[1])))));
        return Page();
    }

    private List<(NameField Field, string Alias, string Name)> NotMerged(IEnumerable<(NameField Field, string Alias, string Name)> offers) =>
        [.. offers.Where(offer => !Aliases.Any(alias => alias.Field == offer.Field && string.Equals(alias.Alias, offer.Alias, StringComparison.OrdinalIgnoreCase))).Take(MostOffered)];

    private static IEnumerable<(NameField Field, string Alias, string Name)> OfferedBy(string names, IEnumerable<(string Alias, string Name)> pairs) =>
        Enum.TryParse<NameField>(names, ignoreCase: true, out var field) ? pairs.Select(pair => (field, pair.Alias, pair.Name)) : [];
}

/// <summary>A name that is another's spelling.</summary>
public sealed class MergeInput
{
    public NameField Field { get; set; }

    [Required, StringLength(Limits.Name)]
    public string Alias { get; set; } = "";

    [Required, StringLength(Limits.Name)]
    public string Name { get; set; } = "";
}
