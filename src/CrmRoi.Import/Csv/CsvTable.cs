using System.Globalization;
using CsvHelper;

namespace CrmRoi.Import.Csv;

/// <summary>Reads CSV, whatever its encoding and separator.</summary>
public static class CsvTable
{
    /// <summary>More columns than this is no export of a CRM.</summary>
    public const int MaxColumns = 5_000;

    /// <summary>The longest row, in bytes of UTF-8.</summary>
    public const int MaxRow = 1_000_000;

    /// <summary>The cells of a file.</summary>
    /// <exception cref="RefusedFileException">The file is not CSV.</exception>
    public static Table Read(byte[] content) => Read(content, null);

    /// <summary>The cells of a file whose separator or encoding may be known.</summary>
    internal static Table Read(byte[] content, char? known, string? encoding = null)
    {
        var text = TextContent.Read(content, encoding);
        var stated = known is null ? Stated(text) : null;
        var separator = known ?? stated ?? Separator.Of(text);
        var unclosed = false;
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            PoolStrings = true,
            OnMalformedRecord = record => unclosed |= record.Reason == CsvMalformedReason.UnterminatedQuote,
        });
        string[]? headers = null;
        var rows = new List<TableRow>();
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            if (unclosed)
            {
                throw new RefusedFileException("open-quote", Invariant($"A quotation mark that opens on line {line} is never closed."));
            }

            if (reader.RawRecord.Length > MaxRow)
            {
                throw new RefusedFileException("line-too-long", Invariant($"Line {line} is longer than a million bytes."));
            }

            var cells = reader.Current.ToArray();
            if ((stated is not null && line == 1) || Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (headers is null)
            {
                headers = Checked(cells);
            }
            else
            {
                rows.Add(new TableRow(line, cells));
            }
        }

        return new(headers ?? throw new RefusedFileException("empty", "The file is empty."), rows, separator);
    }

    /// <summary>The headers, if they are not too many.</summary>
    internal static string[] Checked(string[] headers) => headers.Length <= MaxColumns ? headers : throw new RefusedFileException(
        "too-many-columns", Invariant($"The file has {headers.Length:N0} columns; {MaxColumns:N0} are allowed."));

    // What Excel writes into the first line: "sep=;".
    private static char? Stated(string text) =>
        text.Length > 4 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && (text.Length == 5 || text[5] is '\r' or '\n') ? text[4] : null;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
