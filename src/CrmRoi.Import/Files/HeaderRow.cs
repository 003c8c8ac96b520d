namespace CrmRoi.Import.Files;

/// <summary>Finds the row of headers below the titles and blank lines with which reports begin.</summary>
internal static class HeaderRow
{
    /// <summary>How many rows it is looked for in.</summary>
    public const int RowsLooked = 30;

    /// <summary>The index of the first row that fills at least half as many columns as the fullest; -1 where there is none.</summary>
    public static int Of(IReadOnlyList<TableRow> rows)
    {
        var filled = rows.Take(RowsLooked).Select(row => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell))).ToList();
        var most = filled.Count == 0 ? 0 : filled.Max();
        return filled.FindIndex(count => count * 2 >= most && (count > 1 || most == 1));
    }

    /// <summary>The index of the first row below a title. A title is a line or two of words where most rows fill twice as many columns; a line that is broken makes none.</summary>
    public static int BelowTitles(IReadOnlyList<TableRow> rows)
    {
        const int MostInTitle = 2;
        var filled = rows.Take(RowsLooked).Select(row => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell))).ToList();
        var usual = filled.Order().ElementAt(filled.Count / 2);
        return usual <= MostInTitle ? 0 : Math.Max(0, filled.FindIndex(count => count > MostInTitle || count * 2 > usual));
    }

    /// <summary>The headers without the nameless ones at the end.</summary>
    public static string[] Trimmed(IReadOnlyList<string> headers)
    {
        var count = headers.Count;
        while (count > 0 && string.IsNullOrWhiteSpace(headers[count - 1]))
        {
            count--;
        }

        return [.. headers.Take(count)];
    }
}
