using System.Text;

namespace CrmRoi.Import.Csv;

/// <summary>
/// Bytes as text: by byte order mark, else by where their zeros are, else as UTF-8, else as Windows-1252; what is no text is refused by its name.
/// </summary>
public static class TextContent
{
    private static readonly (byte[] Start, string What)[] Known =
    [
        ([0x25, 0x50, 0x44, 0x46], "a PDF document"),
        ([0x50, 0x4B, 0x03, 0x04], "a zip archive or an Excel workbook (.xlsx)"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document (.xls, .doc)"),
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

    /// <summary>The encodings that somebody can choose, by name.</summary>
    public static IReadOnlyList<string> Encodings { get; } = ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE", "windows-1252", "iso-8859-15"];

    // Larger ones do not fit into a text in memory.
    private const int Longest = 1_000_000_000;
    private const int LongestLine = 4 * CsvTable.MaxRow;

    /// <summary>The text that bytes stand for, without a byte order mark.</summary>
    /// <exception cref="RefusedFileException">They are empty, or not text.</exception>
    public static string Read(byte[] content, string? encoding = null)
    {
        if (content.Length == 0)
        {
            throw new RefusedFileException("empty", "The file is empty.");
        }

        if (Known.FirstOrDefault(known => content.AsSpan().StartsWith(known.Start)) is { What: { } what })
        {
            throw new RefusedFileException("not-text", $"The file is not CSV but {what}.");
        }

        CheckSize(content);
        var text = encoding is null ? Decode(content) : Chosen(content, encoding);
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

    // Before anything is decoded: one endless line would become one endless text.
    private static void CheckSize(ReadOnlySpan<byte> content)
    {
        for (var rest = content; rest.Length > LongestLine;)
        {
            var end = rest[..LongestLine].LastIndexOfAny((byte)'\n', (byte)'\r');
            if (end < 0)
            {
                throw new RefusedFileException("line-too-long", "A line is longer than a million bytes: that is no row of a table.");
            }

            rest = rest[(end + 1)..];
        }

        if (content.Length > Longest)
        {
            throw new RefusedFileException("too-large", "The file is larger than 1 GB: send shorter periods.");
        }
    }

    private static string Chosen(byte[] content, string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var start = content.AsSpan().StartsWith(encoding.Preamble) ? encoding.Preamble.Length : 0;
        return encoding.GetString(content, start, content.Length - start);
    }

    private static string Decode(byte[] content)
    {
        try
        {
            var marked = Marked.FirstOrDefault(encoding => content.AsSpan().StartsWith(encoding.Preamble));
            var start = marked?.Preamble.Length ?? 0;

            // Some programs write the mark of UTF-16 before UTF-32: where the zeros are tells.
            if ((marked is null or UnicodeEncoding) && WideOf(content.AsSpan(start)) is { } wide)
            {
                (marked, start) = (wide, marked is not null && wide is UnicodeEncoding ? marked.Preamble.Length : start);
            }

            if (marked is not null)
            {
                return marked.GetString(content, start, content.Length - start);
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

    // Of most letters of a table all bytes but one are zero.
    private static Encoding? WideOf(ReadOnlySpan<byte> bytes)
    {
        const int Looked = 4_096;
        var zeros = new int[4];
        var length = Math.Min(bytes.Length, Looked) & ~3;
        for (var i = 0; i < length; i++)
        {
            zeros[i & 3] += bytes[i] == 0 ? 1 : 0;
        }

        var most = length / 4 * 0.8;
        var isZero = Array.ConvertAll(zeros, count => length >= 8 && count >= most);
        return (isZero[0], isZero[1], isZero[2], isZero[3]) switch
        {
            (false, true, true, true) => Marked[0],
            (true, true, true, false) => Marked[1],
            (false, true, false, true) => Marked[3],
            (true, false, true, false) => Marked[4],
            _ => null,
        };
    }
}
