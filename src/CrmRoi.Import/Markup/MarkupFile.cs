using System.Text;
using CrmRoi.Import.Csv;
using CrmRoi.Import.Excel;
using CrmRoi.Import.Files;

namespace CrmRoi.Import.Markup;

/// <summary>What many CRMs give as "Excel": tables of a web page, or the XML in which Excel 2003 wrote workbooks, most often named .xls.</summary>
internal static class MarkupFile
{
    private const int Looked = TextContent.Looked;
    private const string OfSpreadsheet = "urn:schemas-microsoft-com:office:spreadsheet";

    // With one of them begins what a spreadsheet opens as a web page; "<id>" is a header.
    private static readonly string[] Starts =
        ["!doctype html", "html", "head", "meta", "title", "style", "body", "table", "thead", "tbody", "caption", "colgroup", "tr", "th", "td", "div", "center", "font", "p", "br", "h1", "h2", "h3"];

    /// <summary>Whether a file is one, by its first letters.</summary>
    public static bool Is(FileSource source) => KindOf(source) is not null;

    private static MarkupKind? KindOf(FileSource source)
    {
        var start = TextOf(source.Head(Looked)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\u00A0');
        if (!start.StartsWith('<'))
        {
            return null;
        }

        if (start.Contains(OfSpreadsheet, StringComparison.OrdinalIgnoreCase) && !start.Contains("<html", StringComparison.OrdinalIgnoreCase))
        {
            return MarkupKind.Workbook;
        }

        var first = start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<!--", StringComparison.Ordinal)
            ? start.IndexOf("<html", StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? start[at..] : start.IndexOf("<table", StringComparison.OrdinalIgnoreCase) is >= 0 and var table ? start[table..] : ""
            : start;
        return Array.Exists(Starts, name => IsTag(first, name)) ? MarkupKind.WebPage : null;
    }

    /// <summary>The tables in it, with their names.</summary>
    /// <exception cref="RefusedFileException">It holds none, or is damaged.</exception>
    public static IReadOnlyList<(string Sheet, Table Table)> Read(FileSource source, string? encoding)
    {
        var room = new SheetRoom();
        var tables = KindOf(source) == MarkupKind.Workbook ? XmlWorkbook.Read(source, room) : HtmlTables.Read(source, EncodingOf(source, encoding), room);
        source.CheckUnchanged();
        return tables;
    }

    private static bool IsTag(string text, string name) =>
        text.Length > name.Length + 1 && text.AsSpan(1).StartsWith(name, StringComparison.OrdinalIgnoreCase) && !char.IsAsciiLetterOrDigit(text[name.Length + 1]);

    private static string TextOf(byte[] head) => (TextContent.EncodingOf(head, null).Encoding ?? Encoding.Latin1) is var encoding && encoding is UTF8Encoding
        ? Encoding.UTF8.GetString(head)
        : Encoding.GetEncoding(encoding.CodePage).GetString(head);

    // The one that somebody chose, that of the first bytes, the one that the page says of itself, or what its bytes are.
    private static Encoding EncodingOf(FileSource source, string? chosen)
    {
        var head = source.Head(Looked);
        var (encoding, _) = TextContent.EncodingOf(head, chosen);
        return encoding ?? (IsUtf8(source) ? TextContent.Utf8 : Named(Encoding.Latin1.GetString(head)) ?? TextContent.Windows1252);
    }

    private static Encoding? Named(string head)
    {
        const string Mark = "charset=";
        var at = head.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        var name = at < 0 ? "" : new string([.. head.Skip(at + Mark.Length).SkipWhile(letter => letter is '"' or '\'').TakeWhile(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')]);
        try
        {
            return name.Length == 0 || name.StartsWith("utf", StringComparison.OrdinalIgnoreCase) ? null
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsUtf8(FileSource source)
    {
        using var stream = source.Open();
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        var buffer = new char[1 << 14];
        try
        {
            while (reader.ReadBlock(buffer) > 0)
            {
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private enum MarkupKind
    {
        WebPage,
        Workbook,
    }
}
