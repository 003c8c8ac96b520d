using CrmRoi.Data;
using CrmRoi.Metrics.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Costs;

/// <summary>The form of a cost or a saving. Of two people who edit the same one, the second is told what the first saved and loses nothing.</summary>
public abstract class PaymentPage<TRecord, TInput>(CrmRoiContext context, IStringLocalizer<AdminTexts> texts) : RowPage<TRecord, long, TInput>(context, texts)
    where TRecord : Record
    where TInput : PaymentInput, IRowInput<TRecord, long>, new()
{
    private const string List = "/Admin/Costs/Index";

    /// <summary>The programmes that it may belong to.</summary>
    public IReadOnlyList<string> Programmes { get; private set; } = [];

    public string Currency { get; private set; } = "";

    /// <summary>Whether it came from a file, which may change it again.</summary>
    public bool IsImported { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? key, string? programme, CancellationToken cancellationToken)
    {
        if (!User.IsInRole(Roles.Admin))
        {
            return RedirectToPage(List); // the list is all there is to read
        }

        var page = await OpenAsync(key, cancellationToken);
        if (key is null)
        {
            Input.Programme = Programmes.FirstOrDefault(name => name == programme) ?? (Programmes is [var first, ..] ? first : "");
        }

        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && !await Context.Programmes.AnyAsync(programme => programme.Name == Input.Programme, cancellationToken))
        {
            ModelState.AddModelError("Input.Programme", Texts["This is not one of the choices."]);
        }

        return ModelState.IsValid
            ? await StoreAsync(Make, Texts["“{0}” is saved.", Input.Description.Trim()], cancellationToken)
            : await ShowAsync(cancellationToken);
    }

    /// <summary>What the form says, as a record.</summary>
    protected abstract TRecord Make(TRecord? stored);

    protected override RedirectToPageResult ToList() => RedirectToPage(List, new { programme = Input.Programme });

    protected override async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Programmes = await Context.Programmes.OrderBy(programme => programme.Name).Select(programme => programme.Name).ToListAsync(cancellationToken);
        Currency = (await Company.ReadAsync(Context, cancellationToken)).Currency;
        IsImported = await FindAsync(cancellationToken) is { Source: not PaymentSource.Form };
        return Page();
    }
}
