using CrmRoi.Data;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Causes;

/// <summary>The form of a cause. Of two people who edit the same one, the second is told what the first saved and loses nothing.</summary>
public sealed class EditModel(CrmRoiContext context, FigureStore store, IStringLocalizer<AdminTexts> texts, DomainText words)
    : RowPage<OtherCause, long, CauseInput>(context, texts)
{
    /// <summary>The teams of the data, and those that are named already.</summary>
    public IReadOnlyList<string> Teams { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(long? key, CancellationToken cancellationToken)
    {
        Input.StatedBy = User.Identity?.Name ?? "";
        return OpenAsync(key, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => ModelState.IsValid
        ? await StoreAsync(_ => Input.ToCause(), Texts["“{0}” is saved. The evidence is reckoned anew.", Input.Name.Trim()], cancellationToken)
        : await ShowAsync(cancellationToken);

    protected override string Describe(OtherCause stored) => $"{stored.Name}, {words.Member(stored.Kind)}, {stored.From}, {words.Member(stored.Treatment)}";

    protected override RedirectToPageResult ToList() => RedirectToPage("/Admin/Causes/Index");

    protected override async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var figures = await store.LoadAsync(cancellationToken);
        Teams = [.. figures.MembersOf(Dimensions.Team).Where(team => team != Cell.Unassigned).Union(Input.Teams, StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCultureIgnoreCase)];
        return Page();
    }
}
