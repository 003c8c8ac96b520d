using System.Text;

namespace CrmRoi.Import.Csv;

/// <summary>Bytes as text: by byte order mark, else as UTF-8, else as Windows-1252; what is no text is refused by its name.</summary>
public static class TextContent
{
    private static readonly (byte[] Start, string What)[] Known =
    [
        ([0x25, 0x50, 0x44, 0x46], "a PDF document"),
        ([0x50, 0x4B, 0x03, 0x04], "a zip archive or an Excel workbook (.xlsx); save the sheet as CSV"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document (.xls, .doc); save the sheet as CSV"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0x47, 0x49, 0x46, 0x38], "a GIF picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database"),
        ("{\\rtf"u8.ToArray(), "an RTF document"),
        ("7z\xBC\xAF"u8.ToArray(), "a 7-Zip archive"),
    ];

    // The longer mark first: that of UTF-32 LE begins with that of UTF-16 LE.
    private static readonly Encoding[] Marked =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    /// <summary>The text that bytes stand for, without a byte order mark.</summary>
    /// <exception cref="RefusedFileException">They are empty, or not text.</exception>
    public static string Read(byte[] content)
    {
        if (content.Length == 0)
        {
            throw new RefusedFileException("empty", "The file is empty.");
        }

        if (Known.FirstOrDefault(known => content.AsSpan().StartsWith(known.Start)) is { What: { } what })
        {
            throw new RefusedFileException("not-text", $"The file is not CSV but {what}.");
        }

        var text = Decode(content);
        if (text.AsSpan().Trim().IsEmpty)
        {
            throw new RefusedFileException("empty", "The file is empty.");
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new RefusedFileException("not-text", "The file is not text: it contains NUL bytes.");
        }

        var start = text.AsSpan().TrimStart();
        return start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            ? throw new RefusedFileException("not-text", "The file is not CSV but a web page or XML document.")
            : text;
    }

    private static string Decode(byte[] content)
    {
        try
        {
            var marked = Marked.FirstOrDefault(encoding => content.AsSpan().StartsWith(encoding.Preamble));
            if (marked is not null)
            {
                return marked.GetString(content, marked.Preamble.Length, content.Length - marked.Preamble.Length);
            }
        }
        catch (DecoderFallbackException)
        {
            throw new RefusedFileException("not-text", "The file begins like Unicode text but contains bytes that are none.");
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content);
        }
    }
}
