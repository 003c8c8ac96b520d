using CrmRoi.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin;

/// <summary>The fields of a form in which one row of a table is edited.</summary>
public interface IRowInput<in TRow, TKey>
    where TKey : struct
{
    /// <summary>Which one is edited; none for a new one.</summary>
    TKey? Key { get; set; }

    /// <summary>The version that the form was filled with.</summary>
    Guid Version { get; set; }

    /// <summary>Puts what is stored into the fields.</summary>
    void Fill(TRow stored);
}

/// <summary>The form of one row of a table, which has a key: entered, changed, deleted.</summary>
public abstract class RowPage<TRow, TKey, TInput>(CrmRoiContext context, IStringLocalizer<AdminTexts> texts) : EditingPage(context, texts)
    where TRow : class
    where TKey : struct
    where TInput : class, IRowInput<TRow, TKey>, new()
{
    [BindProperty]
    public TInput Input { get; set; } = new();

    /// <remarks>What is typed does not matter to it.</remarks>
    public virtual async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await FindAsync(cancellationToken) is { } stored)
        {
            await DeletingAsync(stored, cancellationToken);
            Context.Expect(stored, Input.Version);
            Context.Remove(stored);
        }

        return await SaveAsync(Texts["It is deleted."], cancellationToken);
    }

    /// <summary>What is stored, in one line; none where that does not help whoever meets it.</summary>
    protected abstract string? Describe(TRow stored);

    /// <summary>Keeps what is to be kept of a row that goes.</summary>
    protected virtual Task DeletingAsync(TRow stored, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The row that is edited; none for a new one, and where somebody deleted it.</summary>
    protected async Task<TRow?> FindAsync(CancellationToken cancellationToken) => Input.Key is { } key ? await Context.FindAsync<TRow>([key], cancellationToken) : null;

    /// <summary>Shows the form, filled with the row of a key where one is given.</summary>
    protected async Task<IActionResult> OpenAsync(TKey? key, CancellationToken cancellationToken)
    {
        Input.Key = key;
        if (key is not null)
        {
            if (await FindAsync(cancellationToken) is not { } stored)
            {
                return NotFound();
            }

            Input.Fill(stored);
            Input.Version = Context.VersionOf(stored);
        }

        return await ShowAsync(cancellationToken);
    }

    /// <summary>Stores what the form says, as a new row or in place of the one that is edited.</summary>
    /// <param name="make">Makes it; of the one that is edited, if there is one.</param>
    /// <param name="message">What is said of it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    protected async Task<IActionResult> StoreAsync(Func<TRow?, TRow> make, string message, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(cancellationToken);
        if (stored is null && Input.Key is not null)
        {
            return await ConflictAsync(cancellationToken);
        }

        var made = make(stored);
        if (stored is null)
        {
            Context.Add(made);
        }
        else
        {
            Context.Change(stored, made, Input.Version);
        }

        return await SaveAsync(message, cancellationToken);
    }

    protected override async Task<string> TakeUpAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } theirs)
        {
            Input.Key = null;
            return Texts["Somebody else deleted this meanwhile. What you typed is still here: save it to enter it anew."];
        }

        Input.Version = Context.VersionOf(theirs);
        return Describe(theirs) is { } line
            ? SavedAs(line)
            : Texts["Somebody else changed this meanwhile. What you typed is still here: save it again to replace theirs."];
    }
}
