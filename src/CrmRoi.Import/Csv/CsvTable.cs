using System.Globalization;
using CrmRoi.Import.Files;

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
    public static Table Read(byte[] content) => Read(new FileSource(content), null);

    /// <summary>The cells of a file whose separator or encoding may be known. Its rows are read anew each time that somebody goes through them.</summary>
    internal static Table Read(FileSource source, char? known, string? encoding = null)
    {
        var scan = TextScan.Of(source, encoding);
        var head = HeadOf(scan);
        var stated = known is null ? Stated(head) : null;
        var separator = known ?? stated ?? Separator.Of(head);
        var rows = new CsvRows(scan, separator, skipsFirst: stated is not null);
        return new Table(rows.Headers(), rows, separator).Checked();
    }

    // Enough of the text to see what parts its columns.
    private static string HeadOf(TextScan scan)
    {
        using var reader = scan.OpenText();
        var head = new char[MaxRow];
        return new(head, 0, reader.ReadBlock(head));
    }

    /// <summary>The headers, if they are not too many.</summary>
    internal static string[] Checked(string[] headers) => headers.Length <= MaxColumns ? headers : throw new RefusedFileException(
        "too-many-columns", Invariant($"The file has {headers.Length:N0} columns; {MaxColumns:N0} are allowed."));

    // What Excel writes into the first line: "sep=;".
    private static char? Stated(string text) =>
        text.Length > 4 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && (text.Length == 5 || text[5] is '\r' or '\n') ? text[4] : null;

    internal static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
