namespace CrmRoi.Import.Excel;

/// <summary>Looks at a part of a workbook as it is unpacked, byte after byte: what its reader will keep, and whether a row says too much to be one.</summary>
/// <remarks>It need not understand the part, only see its tags; what is no XML in the end is refused by the reader.</remarks>
internal sealed class PartScan(WorkbookLimits limits) : Stream
{
    // What .NET takes for one of them besides its letters.
    private const int OfWord = 56;
    private const int OfThing = 200;
    private const int NameLength = 24;

    private readonly byte[] name = new byte[NameLength];
    private State state = State.Start;
    private int named;
    private long tag;
    private long said;
    private int cells;
    private bool isWord;
    private (byte Last, byte Before) ending;

    private enum State
    {
        Start,
        Binary,
        Text,
        Tag,
        Comment,
        Literal,
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (state == State.Start && !buffer.IsEmpty)
        {
            // By what it says, not by its name: that is whatever the workbook calls it.
            state = IsXml(buffer) ? State.Text : State.Binary;
        }

        if (state == State.Binary)
        {
            limits.AddBinary(buffer.Length);
            return;
        }

        while (!buffer.IsEmpty)
        {
            buffer = state switch
            {
                State.Text => Text(buffer),
                State.Tag => Tag(buffer),
                _ => Skipped(buffer),
            };
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static bool IsXml(ReadOnlySpan<byte> start) =>
        start[0] is (byte)'<' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF || start.StartsWith("\0<"u8) || start.StartsWith("\0\0\0<"u8) || start.StartsWith<byte>([0xFE, 0xFF]) || start.StartsWith<byte>([0xFF, 0xFE]);

    private ReadOnlySpan<byte> Text(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'<');
        Said(end < 0 ? bytes.Length : end);
        if (end < 0)
        {
            return [];
        }

        (state, named, tag) = (State.Tag, 0, 0);
        return bytes[(end + 1)..];
    }

    private ReadOnlySpan<byte> Tag(ReadOnlySpan<byte> bytes)
    {
        while (named < NameLength && !bytes.IsEmpty && bytes[0] != '>')
        {
            name[named++] = bytes[0];
            bytes = bytes[1..];
            var start = name.AsSpan(0, named);
            if (start.SequenceEqual("!--"u8) || start.SequenceEqual("![CDATA["u8))
            {
                (state, ending) = (start[1] == '-' ? State.Comment : State.Literal, default);
                return bytes;
            }
        }

        var end = bytes.IndexOf((byte)'>');
        tag += end < 0 ? bytes.Length : end;
        if (WorkbookLimits.IsTooLong(tag))
        {
            throw WorkbookLimits.RowTooLong();
        }

        if (end < 0)
        {
            return [];
        }

        state = State.Text;
        Ended(NameOf(name.AsSpan(0, named)));
        return bytes[(end + 1)..];
    }

    // Comments, and text in which a tag is none.
    private ReadOnlySpan<byte> Skipped(ReadOnlySpan<byte> bytes)
    {
        var sign = state == State.Comment ? (byte)'-' : (byte)']';
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '>' && ending == (sign, sign))
            {
                Said(state == State.Literal ? i : 0);
                state = State.Text;
                return bytes[(i + 1)..];
            }

            ending = (bytes[i], ending.Last);
        }

        Said(state == State.Literal ? bytes.Length : 0);
        return [];
    }

    private void Said(int letters)
    {
        said += letters;
        limits.Keep(isWord ? 2L * letters : 0);
        if (WorkbookLimits.IsTooLong(said))
        {
            throw WorkbookLimits.RowTooLong();
        }
    }

    private void Ended(ReadOnlySpan<byte> of)
    {
        if (of.SequenceEqual("c"u8))
        {
            if (++cells > WorkbookLimits.MostCells)
            {
                throw WorkbookLimits.RowTooLong();
            }
        }
        else if (of.SequenceEqual("row"u8) || of.SequenceEqual("/row"u8) || of.SequenceEqual("/sheetData"u8))
        {
            (said, cells) = (0, 0);
        }
        else if (of.SequenceEqual("si"u8))
        {
            (said, isWord) = (0, true);
            limits.Keep(OfWord);
        }
        else if (of.SequenceEqual("/si"u8))
        {
            (said, isWord) = (0, false);
        }
        else if (of.SequenceEqual("xf"u8) || of.SequenceEqual("numFmt"u8) || of.SequenceEqual("mergeCell"u8) || of.SequenceEqual("col"u8)
            || of.SequenceEqual("sheet"u8) || of.SequenceEqual("Relationship"u8))
        {
            limits.Keep(OfThing);
        }
    }

    // "x:si" is "si" to its reader.
    private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> start)
    {
        var end = start.IndexOfAny(" \t\r\n"u8);
        var whole = end < 0 ? start : start[..end];
        whole = whole.Length > 1 && whole[^1] == '/' ? whole[..^1] : whole;
        var prefix = whole.IndexOf((byte)':');
        return prefix < 0 ? whole
            : whole[0] == '/' ? PrefixedEnd(whole[(prefix + 1)..])
            : whole[(prefix + 1)..];
    }

    private static ReadOnlySpan<byte> PrefixedEnd(ReadOnlySpan<byte> of) => of.SequenceEqual("si"u8) ? "/si"u8 : of.SequenceEqual("row"u8) ? "/row"u8 : "/"u8;
}
