using CrmRoi.Data;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Import.Mapping;

/// <summary>What is called what: the names that somebody merged, applied to every file, and the names that the files of an import have.</summary>
/// <remarks>Names are compared without regard to case, as everywhere.</remarks>
public sealed class NameBook
{
    private readonly Dictionary<(NameField Field, string Alias), string> names = new(FieldAndName.Comparer);
    private readonly Dictionary<(NameField Field, string Name), NameUse>? uses;

    /// <summary>A book without a name in it.</summary>
    /// <param name="collects">Whether it notes the names that it is asked for.</param>
    public NameBook(bool collects = false) => uses = collects ? new(FieldAndName.Comparer) : null;

    /// <summary>The names that the files have, as they are called here; empty unless they are noted.</summary>
    public IReadOnlyCollection<NameUse> Uses => uses is null ? [] : uses.Values;

    /// <summary>The book of what was merged until now.</summary>
    public static async Task<NameBook> LoadAsync(CrmRoiContext context, CancellationToken cancellationToken, bool collects = false)
    {
        var book = new NameBook(collects);
        foreach (var alias in await context.NameAliases.AsNoTracking().ToListAsync(cancellationToken))
        {
            book.Merge(alias.Field, alias.Alias, alias.Name);
        }

        return book;
    }

    /// <summary>Says that something is to be called by another name.</summary>
    public void Merge(NameField field, string alias, string name) => names[(field, alias.Trim())] = name;

    /// <summary>What something is called here that a record of a kind names.</summary>
    public string Of(RecordKind kind, NameField named, string text)
    {
        var name = names.Count > 0 && names.TryGetValue((named, text.Trim()), out var merged) ? merged : text;
        name = Seen(named, name);
        if (uses is not null && named != NameField.Customer)
        {
            Note(named, name, isGiven: kind is RecordKind.People or RecordKind.Products or RecordKind.Customers);
        }

        return name;
    }

    /// <summary>What a field of a kind of record names; nothing for most.</summary>
    internal static NameField? FieldOf(RecordKind kind, string field) => (kind, field) switch
    {
        (_, "rep" or "agent") or (RecordKind.People, "name") => NameField.Rep,
        (_, "team") => NameField.Team,
        (_, "product") or (RecordKind.Products, "name") => NameField.Product,
        (_, "segment") => NameField.Segment,
        (_, "channel") => NameField.Channel,
        (_, "region") => NameField.Region,
        (_, "customer") or (RecordKind.Customers, "name") => NameField.Customer,
        _ => null,
    };

    // Nobody sees two blanks, or a blank that does not break: no name is another for them.
    private string Seen(NameField field, string name)
    {
        if (!name.Contains("  ", StringComparison.Ordinal) && !name.Contains('\u00A0', StringComparison.Ordinal))
        {
            return name;
        }

        var seen = string.Join(' ', name.Split(null as char[], StringSplitOptions.RemoveEmptyEntries));
        return names.GetValueOrDefault((field, seen), seen);
    }

    private void Note(NameField field, string name, bool isGiven)
    {
        var key = (field, name.Trim());
        uses![key] = uses.TryGetValue(key, out var before)
            ? before with { Rows = before.Rows + 1, IsGiven = before.IsGiven || isGiven }
            : new(field, name.Trim(), 1, isGiven);
    }
}

/// <summary>A name that the files of an import have.</summary>
/// <param name="Field">What it names.</param>
/// <param name="Name">The name.</param>
/// <param name="Rows">How many rows say it.</param>
/// <param name="IsGiven">Whether a list of people, products or customers gives it, so that it is how the thing is really called.</param>
public sealed record NameUse(NameField Field, string Name, int Rows, bool IsGiven);

/// <summary>Compares names of a field without regard to case.</summary>
internal sealed class FieldAndName : IEqualityComparer<(NameField Field, string Name)>
{
    public static readonly FieldAndName Comparer = new();

    public bool Equals((NameField Field, string Name) x, (NameField Field, string Name) y) =>
        x.Field == y.Field && string.Equals(x.Name, y.Name, StringComparison.OrdinalIgnoreCase);

    public int GetHashCode((NameField Field, string Name) obj) => HashCode.Combine(obj.Field, StringComparer.OrdinalIgnoreCase.GetHashCode(obj.Name));
}
