using System.Collections;
using CrmRoi.Import.Csv;

namespace CrmRoi.Import.Files;

/// <summary>A file of refused rows that somebody mended: the table from which they came, without what was added to it.</summary>
internal static class MendedFile
{
    /// <summary>A table without line and reason, and without the apostrophes before what a spreadsheet would run; any other table as it is.</summary>
    /// <remarks>Then what was said of the first file's columns holds for the mended one, and a row that was too long or too short still is.</remarks>
    public static Table Of(Table table)
    {
        var added = RefusedRowsFile.Added.Length;
        var count = table.Headers.Count - added;
        return count < 1 ? table
            : IsAdded(table.Headers.Take(added)) ? Part(table, added, int.MaxValue)
            : IsAdded(table.Headers.Skip(count)) ? Part(table, 0, count) // as files of refused rows were written before
            : table;
    }

    private static bool IsAdded(IEnumerable<string> headers) => headers.Select(header => header.Trim()).SequenceEqual(RefusedRowsFile.Added, StringComparer.OrdinalIgnoreCase);

    private static Table Part(Table table, int skipped, int most) => new([.. PartOf(table.Headers, skipped, most)], new Rows(table.Rows, skipped, most), table.Separator);

    private static IEnumerable<string> PartOf(IEnumerable<string> cells, int skipped, int most) => cells.Skip(skipped).Take(most).Select(CsvFile.Unsafe);

    private sealed class Rows(IReadOnlyCollection<TableRow> rows, int skipped, int most) : IReadOnlyCollection<TableRow>
    {
        public int Count => rows.Count;

        public IEnumerator<TableRow> GetEnumerator() => rows.Select(row => row with { Cells = [.. PartOf(row.Cells, skipped, most)] }).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
