using CrmRoi.Import.Presets;

namespace CrmRoi.Import.Mapping;

/// <summary>A table of several kinds of record with a column that says which each row is: only the rows of the kind that is read count.</summary>
internal static class RecordTypes
{
    private const int RowsLooked = 2_000;

    private static readonly HashSet<string> Columns = ["recordtype", "objecttype", "entitytype", "object", "entity", "module", "type"];

    // Those of which no record is made are parted from the others too.
    private static readonly HashSet<string> Others = ["contact", "contacts", "meeting", "meetings", "note", "notes", "email", "emails"];

    /// <summary>The rows that are of the kind; none where no column tells kinds apart.</summary>
    public static RowFilter? Of(RecordKind kind, Table table)
    {
        var own = NamesOf(Fields.Of(kind)).ToHashSet();
        var all = Fields.All.SelectMany(NamesOf).Concat(Others).ToHashSet();
        foreach (var column in Enumerable.Range(0, table.Headers.Count).Where(column => Columns.Contains(Header.Normal(table.Headers[column]))))
        {
            var said = table.Rows.Take(RowsLooked).Select(row => Header.Normal(row[column] ?? "")).Where(name => name.Length > 0).ToHashSet();
            if (said.Count > 1 && said.IsSubsetOf(all) && said.Overlaps(own) && !said.IsSubsetOf(own))
            {
                return new(new Dictionary<string, IReadOnlyList<string>> { [table.Headers[column]] = [.. own] }, table.Headers);
            }
        }

        return null;
    }

    private static IEnumerable<string> NamesOf(KindFields kind) => kind.Entities.Select(Header.Normal).SelectMany(name => new[] { name, name + "s" })
        .Concat(kind.Kind == RecordKind.Deals ? ["opportunities"] : []);
}
