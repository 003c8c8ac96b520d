using System.Globalization;
using System.Text;
using CrmRoi.Import.Csv;

namespace CrmRoi.Import;

/// <summary>Refused rows as a CSV file: the line and the reason, then the columns as they were, to be mended and sent again.</summary>
/// <remarks>Line and reason come first so that a row with too many or too few cells keeps every cell and stays refused until it is mended.</remarks>
public static class RefusedRowsFile
{
    private const string LineEnd = "\r\n";

    internal static readonly string[] Added = ["CrmRoi line", "CrmRoi reason"];

    /// <summary>A row as it is kept with its refusal: the header and the row, as two lines of CSV.</summary>
    public static string RawLine(Table table, TableRow row) => ZeroByte.Shown($"{CsvFile.Join(table.Headers)}\n{CsvFile.Join(row.Cells)}");

    /// <summary>Writes the file of rows that were kept by <see cref="RawLine"/>, in UTF-8 with a byte order mark, as spreadsheets want it.</summary>
    /// <remarks>What a spreadsheet would take for a formula gets an apostrophe before it; reading the file takes it away again.</remarks>
    /// <param name="to">Where it goes; as many rows as there are pass through, and none is held.</param>
    /// <param name="rows">The rows of one file, by line.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task WriteAsync(Stream to, IAsyncEnumerable<(int Line, string Reason, string RawLine)> rows, CancellationToken cancellationToken)
    {
        await using var file = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        var last = 0;
        await foreach (var (line, reason, rawLine) in rows.WithCancellation(cancellationToken))
        {
            if (line == last)
            {
                continue;
            }

            var kept = CsvFile.Split(rawLine);
            if (last == 0)
            {
                await file.WriteAsync(CsvFile.Join([.. Added, .. kept[0].Select(CsvFile.Safe)]) + LineEnd);
            }

            await file.WriteAsync(CsvFile.Join([line.ToString(CultureInfo.InvariantCulture), CsvFile.Safe(reason), .. kept[1].Select(CsvFile.Safe)]) + LineEnd);
            last = line;
        }
    }
}
