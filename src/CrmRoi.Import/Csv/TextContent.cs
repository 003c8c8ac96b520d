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
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0x47, 0x49, 0x46, 0x38], "a GIF picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database"),
        ("{\\rtf"u8.ToArray(), "an RTF document"),
        ("MIME-Version:"u8.ToArray(), "a web archive (MHTML)"),
    ];

    // A word may begin with "BZh"; what stands behind the digit after it tells.
    private static readonly (byte[] Start, byte[] AtFour, string What)[] Packed =
    [
        ([0x1F, 0x8B], [], "a gzip archive"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [], "a 7-Zip archive"),
        ("Rar!"u8.ToArray(), [], "a RAR archive"),
        ("BZh"u8.ToArray(), "1AY&SY"u8.ToArray(), "a bzip2 archive"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], [], "an XZ archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], [], "a Zstandard archive"),
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

    /// <summary>How many bytes tell what a file is.</summary>
    internal const int Looked = 4_096;

    internal static Encoding Utf8 { get; } = new UTF8Encoding(false, throwOnInvalidBytes: false);

    internal static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text that bytes stand for, without a byte order mark.</summary>
    /// <exception cref="RefusedFileException">They are empty, or not text.</exception>
    public static string Read(byte[] content, string? encoding = null)
    {
        using var reader = TextScan.Of(new Files.FileSource(content), encoding).OpenText();
        return reader.ReadToEnd();
    }

    /// <summary>Refuses what begins like something else than a text.</summary>
    internal static void CheckStart(byte[] head)
    {
        if (head.Length == 0)
        {
            throw new RefusedFileException("empty", "The file is empty.");
        }

        if (Known.FirstOrDefault(known => head.AsSpan().StartsWith(known.Start)) is { What: { } what })
        {
            throw RefusedFileException.NotText(what);
        }

        if (Packed.FirstOrDefault(known => head.AsSpan().StartsWith(known.Start) && head.AsSpan(Math.Min(4, head.Length)).StartsWith(known.AtFour)) is { What: { } packed })
        {
            throw new RefusedFileException("packed", $"The file is {packed}: unpack it and send what is in it, or pack it as zip.", packed);
        }
    }

    internal static void CheckMarkup(string start)
    {
        if (start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            throw RefusedFileException.NotText("a web page or XML document");
        }

        if (start is ['{' or '[', ..] && start[1..].TrimStart() is ['"' or '{' or '}', ..])
        {
            throw RefusedFileException.NotText("a JSON document");
        }
    }

    internal static RefusedFileException BrokenUnicode() => new("not-text", "The file begins like Unicode text but contains bytes that are none.");

    /// <summary>The encoding that somebody chose or that the first bytes tell, and where the text begins; none where every byte must be looked at.</summary>
    internal static (Encoding? Encoding, int Start) EncodingOf(byte[] head, string? name)
    {
        if (name is not null)
        {
            var chosen = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return (chosen, head.AsSpan().StartsWith(chosen.Preamble) ? chosen.Preamble.Length : 0);
        }

        var marked = Marked.FirstOrDefault(encoding => head.AsSpan().StartsWith(encoding.Preamble));
        var start = marked?.Preamble.Length ?? 0;

        // Some programs write the mark of UTF-16 before UTF-32: where the zeros are tells.
        if ((marked is null or UnicodeEncoding) && WideOf(head.AsSpan(start)) is { } wide)
        {
            return (wide, marked is not null && wide is UnicodeEncoding ? marked.Preamble.Length : start);
        }

        return (marked, start);
    }

    // Of most letters of a table all bytes but one are zero.
    private static Encoding? WideOf(ReadOnlySpan<byte> bytes)
    {
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
