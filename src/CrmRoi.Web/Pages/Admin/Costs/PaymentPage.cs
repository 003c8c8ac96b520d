using CrmRoi.Data;
using CrmRoi.Metrics.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Costs;

/// <summary>The form of a cost or a saving. Of two people who edit the same one, the second is told what the first saved and loses nothing.</summary>
public abstract class PaymentPage<TRecord, TInput>(CrmRoiContext context, IStringLocalizer<AdminTexts> texts) : EditingPage(context, texts)
    where TRecord : Record
    where TInput : PaymentInput, new()
{
    private const string List = "/Admin/Costs/Index";

    [BindProperty]
    public TInput Input { get; set; } = new();

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

        if (key is { } wanted)
        {
            if (await FindAsync(wanted, cancellationToken) is not { } stored)
            {
                return NotFound();
            }

            Fill(stored);
            (Input.Key, Input.Version) = (wanted, Context.VersionOf(stored));
        }

        var page = await ShowAsync(cancellationToken);
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

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        if (Input.Key is not { } key)
        {
            Context.Add(Make(null));
        }
        else if (await FindAsync(key, cancellationToken) is { } stored)
        {
            Context.Change(stored, Make(stored), Input.Version);
        }
        else
        {
            return await ConflictAsync(cancellationToken);
        }

        return await SaveAsync(Texts["“{0}” is saved.", Input.Description.Trim()], cancellationToken);
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

    /// <summary>Puts what is stored into the form.</summary>
    protected abstract void Fill(TRecord stored);

    /// <summary>What the form says, as a record.</summary>
    protected abstract TRecord Make(TRecord? stored);

    /// <summary>What is stored, in one line.</summary>
    protected abstract string Describe(TRecord stored);

    private async Task<TRecord?> FindAsync(long key, CancellationToken cancellationToken) => await Context.FindAsync<TRecord>([key], cancellationToken);

    protected override RedirectToPageResult ToList() => RedirectToPage(List, new { programme = Input.Programme });

    protected override async Task<string> TakeUpAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(Input.Key!.Value, cancellationToken) is not { } theirs)
        {
            Input.Key = null;
            return Deleted;
        }

        Input.Version = Context.VersionOf(theirs);
        return SavedAs(Describe(theirs));
    }

    protected override async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Programmes = await Context.Programmes.OrderBy(programme => programme.Name).Select(programme => programme.Name).ToListAsync(cancellationToken);
        Currency = (await Company.ReadAsync(Context, cancellationToken)).Currency;
        IsImported = Input.Key is { } key && await FindAsync(key, cancellationToken) is { Source: not PaymentSource.Form };
        return Page();
    }
}
