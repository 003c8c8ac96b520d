using System.Text;
using System.Text.Unicode;
using CrmRoi.Import.Files;

namespace CrmRoi.Import.Csv;

/// <summary>How the bytes of a file are to be read as text, found by looking at every one of them once, in little memory.</summary>
/// <param name="Source">The file.</param>
/// <param name="Encoding">Its encoding.</param>
/// <param name="Start">Where the text begins, after a byte order mark.</param>
internal sealed record TextScan(FileSource Source, Encoding Encoding, int Start)
{
    private const int Block = 1 << 20;
    private const int LongestLine = 4 * CsvTable.MaxRow;

    // Something that broke off leaves a zero byte here and there in a text; more than one in so many, and it is none.
    private const int LettersForEachZero = 1_000;

    public bool IsUtf8 => Encoding is UTF8Encoding;

    /// <summary>The text, from its beginning.</summary>
    public StreamReader OpenText() => new(OpenBytes(), Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);

    /// <summary>The bytes of the text, from its beginning.</summary>
    public Stream OpenBytes()
    {
        var stream = Source.Open();
        stream.Position = Start;
        return stream;
    }

    /// <summary>Looks at a file.</summary>
    /// <exception cref="RefusedFileException">It is empty, or no text, or has a line without an end.</exception>
    public static TextScan Of(FileSource source, string? encoding)
    {
        var head = source.Head(TextContent.Looked);
        TextContent.CheckStart(head);
        var (chosen, start) = TextContent.EncodingOf(head, encoding);
        var (isUtf8, zeros) = Lines(source, chosen is null or UTF8Encoding);
        var scan = new TextScan(source, chosen ?? (isUtf8 ? TextContent.Utf8 : TextContent.Windows1252), start);
        if (chosen is UTF8Encoding && !isUtf8 && encoding is null)
        {
            throw TextContent.BrokenUnicode();
        }

        var isNarrow = scan.IsUtf8 || scan.Encoding.IsSingleByte;
        if (isNarrow)
        {
            CheckZeros(zeros.All, source.Length);
        }

        // Of text in single bytes the beginning tells the rest.
        scan.CheckText(isNarrow ? 1 : int.MaxValue);
        return zeros.HasHole ? throw new RefusedFileException("hole", "A part of the file was lost, NUL bytes stand there now: get it again from where it was exported.") : scan;
    }

    // Before anything is decoded: one endless line would become one endless text. Tells whether all of it is UTF-8, and what zero bytes it has.
    private static (bool IsUtf8, ZeroCount Zeros) Lines(FileSource source, bool checksUtf8)
    {
        using var stream = source.Open();
        var buffer = new byte[Block];
        var (kept, line, isUtf8, zeros) = (0, 0L, checksUtf8, new ZeroCount());
        for (int read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var fresh = buffer.AsSpan(kept, read);
            zeros.Add(fresh);
            var first = fresh.IndexOfAny((byte)'\n', (byte)'\r');
            line = first < 0 ? line + read : Math.Max(line + first, 0);
            if (line > LongestLine)
            {
                throw new RefusedFileException("line-too-long", "A line is longer than a million bytes: that is no row of a table.");
            }

            line = first < 0 ? line : read - fresh.LastIndexOfAny((byte)'\n', (byte)'\r') - 1;
            var all = buffer.AsSpan(0, kept + read);
            kept = isUtf8 ? Unfinished(all) : 0;
            isUtf8 = isUtf8 && Utf8.IsValid(all[..^kept]);
            all[^kept..].CopyTo(buffer);
        }

        return (isUtf8 && kept == 0, zeros);
    }

    // How many bytes at the end begin a character whose rest is in the next block.
    private static int Unfinished(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var start = bytes[^back];
            if ((start & 0b1100_0000) != 0b1000_0000)
            {
                return start >= 0b1100_0000 && back < (start >= 0b1111_0000 ? 4 : start >= 0b1110_0000 ? 3 : 2) ? back : 0;
            }
        }

        return 0;
    }

    // Wide encodings have zero bytes; a text has hardly any letter that is zero.
    private void CheckText(int blocks)
    {
        var (isBlank, start, zeros, letters) = (true, "", 0L, 0L);
        try
        {
            using var reader = OpenText();
            var buffer = new char[Block / 4];
            for (int read, i = 0; (i < blocks || isBlank) && (read = reader.ReadBlock(buffer)) > 0; i++)
            {
                var text = buffer.AsSpan(0, read);
                (zeros, letters) = (zeros + text.Count('\0'), letters + read);
                if (isBlank && text.TrimStart() is { Length: > 0 } said)
                {
                    (isBlank, start) = (false, said[..Math.Min(said.Length, 20)].ToString());
                }
            }
        }
        catch (DecoderFallbackException)
        {
            throw TextContent.BrokenUnicode();
        }

        if (blocks > 1)
        {
            CheckZeros(zeros, letters);
        }

        if (isBlank)
        {
            throw new RefusedFileException("empty", "The file is empty.");
        }

        TextContent.CheckMarkup(start);
    }

    private static void CheckZeros(long zeros, long letters)
    {
        if (zeros > letters / LettersForEachZero)
        {
            throw new RefusedFileException("not-text", "The file is not text: it contains NUL bytes.");
        }
    }
}
