using System.Globalization;
using System.Text;
using CrmRoi.Import.Csv;

namespace CrmRoi.Import;

/// <summary>Refused rows as a CSV file: the columns as they were, then the line and the reason, to be mended and sent again.</summary>
public static class RefusedRowsFile
{
    private static readonly string[] Added = ["CrmRoi line", "CrmRoi reason"];

    /// <summary>A row as it is kept with its refusal: the header and the row, as two lines of CSV.</summary>
    public static string RawLine(Table table, TableRow row) => $"{CsvFile.Join(table.Headers)}\n{CsvFile.Join(row.Cells)}";

    /// <summary>The file of rows that were kept by <see cref="RawLine"/>, in UTF-8 with a byte order mark, as spreadsheets want it.</summary>
    /// <remarks>What a spreadsheet would take for a formula gets an apostrophe before it; reading the file takes it away again.</remarks>
    public static byte[] Write(IEnumerable<(int Line, string Reason, string RawLine)> rows)
    {
        var text = new StringBuilder();
        var width = 0;
        foreach (var (line, reason, rawLine) in rows.DistinctBy(row => row.Line).OrderBy(row => row.Line))
        {
            var table = CsvTable.Read(new(Encoding.UTF8.GetBytes(rawLine)), ',');
            if (text.Length == 0)
            {
                width = table.Headers.Count;
                text.Append(CsvFile.Join([.. table.Headers.Select(CsvFile.Safe), .. Added])).Append("\r\n");
            }

            var cells = table.Rows.FirstOrDefault()?.Cells ?? [];
            var kept = Enumerable.Range(0, width).Select(column => CsvFile.Safe(column < cells.Count ? cells[column] : ""));
            text.Append(CsvFile.Join([.. kept, line.ToString(CultureInfo.InvariantCulture), CsvFile.Safe(reason)])).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
