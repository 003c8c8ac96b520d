using System.Buffers;

namespace CrmRoi.Import.Reading;

/// <summary>Rows among those of a table that are none of its own: totals, headers that are there again, words that stand alone below it.</summary>
internal static class SideRows
{
    // Few words fill the row of a total; a deal of a customer named "Total" says more.
    private const int MostOfTotal = 2;

    private const int LongestTold = 60;

    private static readonly string[] Named = ["id", "name", "customer", "rep"];
    private static readonly string[] Telling = ["stage", "outcome", "created", "closed", "at", "opened", "placed", "answered", "entered"];
    private static readonly string[] Starts =
        ["total", "grand total", "subtotal", "sub-total", "sum", "summe", "gesamt", "zwischensumme", "count", "anzahl", "average", "durchschnitt", "somme", "suma", "totale"];

    // What those begin with, or a blank: most rows need not be looked at any further.
    private static readonly SearchValues<char> Letters = SearchValues.Create("tgszcadTGSZCAD \t\u00a0");

    /// <summary>Whether a row is one; it is passed over with a warning.</summary>
    public static bool Is(Sheet sheet, TableRow row, WarningList warnings)
    {
        var first = FirstFilled(row);
        if (first < 0 || !(sheet.Table.Profile.Titles.Contains(row.Line) || IsHeader(sheet, row, first) || (IsOfDoings(sheet) && (IsTotal(row, first) || IsAlone(sheet, row, first) || IsSum(sheet, row)) && SaysNothing(sheet, row, first))))
        {
            return false;
        }

        Tell(row, first, warnings);
        return true;
    }

    /// <summary>Whether a row that is too short is one of the notes that reports write below their table, parted from it by a blank line; it is passed over with a warning.</summary>
    public static bool IsNote(Sheet sheet, TableRow row, WarningList warnings)
    {
        var isNote = (row.Line > sheet.Table.Profile.LastWide + 1 && sheet.Table.Headers.Count > 2) || sheet.Table.Profile.Titles.Contains(row.Line);
        if (isNote)
        {
            Tell(row, 0, warnings);
        }

        return isNote;
    }

    private static void Tell(TableRow row, int cell, WarningList warnings)
    {
        var text = row.Cells[cell].Trim();
        warnings.Add("note", row.Line, text.Length > LongestTold ? text[..LongestTold] : text);
    }

    private static bool IsOfDoings(Sheet sheet) => sheet.Mapping.Kind is RecordKind.Deals or RecordKind.Leads or RecordKind.Activities or RecordKind.Cases or RecordKind.Surveys;

    private static int FirstFilled(TableRow row)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (row.Cells[i].Length > 0 && row[i] is not null)
            {
                return i;
            }
        }

        return -1;
    }

    // Exports that were pasted below one another.
    private static bool IsHeader(Sheet sheet, TableRow row, int first)
    {
        var headers = sheet.Table.Headers;
        return first < headers.Count && headers.Count > 1 && row[first] == headers[first].Trim()
            && Enumerable.Range(0, headers.Count).All(i => row[i] is not { } cell || cell == headers[i].Trim()) && row.Cells.Count(cell => cell.Length > 0) > 1;
    }

    private static bool IsTotal(TableRow row, int first) => Letters.Contains(row.Cells[first][0]) && IsTotal(row[first]!)
        && row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) <= MostOfTotal + (row.Cells.Count / 4);

    // The sums below a group say nothing but numbers, not even of what.
    private static bool IsSum(Sheet sheet, TableRow row) => (sheet.Has("id") || sheet.Has("name")) && row.Cells.Count > MostOfTotal
        && row.Cells.All(cell => cell.All(c => !char.IsLetter(c)) && !cell.Contains('@', StringComparison.Ordinal))
        && Array.TrueForAll(Named, field => !sheet.Has(field) || sheet.Plan(field).Of(row) is null);

    private static bool IsTotal(string text) =>
        Array.Exists(Starts, start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (text.Length == start.Length || !char.IsLetter(text[start.Length])));

    private static bool IsAlone(Sheet sheet, TableRow row, int first) =>
        sheet.Table.Headers.Count > 3 && row.Line > sheet.Table.Profile.LastTold && row.Cells.Skip(first + 1).All(string.IsNullOrWhiteSpace);

    private static bool SaysNothing(Sheet sheet, TableRow row, int first) =>
        Array.TrueForAll(Telling, field => !sheet.Has(field) || sheet.Plan(field) is var plan && (plan.Column == first || plan.Of(row) is null));
}
