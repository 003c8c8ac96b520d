using System.Buffers.Binary;

namespace CrmRoi.Pdf;

/// <summary>A piece of a font file, read in its own byte order. Reading outside of the file says that the font is damaged.</summary>
internal readonly struct FontTable(byte[] file, int start, int length)
{
    public int Length => length;

    public ReadOnlySpan<byte> Bytes => file.AsSpan(start, length);

    public byte U8(int at) => Span(at, 1)[0];

    public ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(Span(at, 2));

    public short I16(int at) => BinaryPrimitives.ReadInt16BigEndian(Span(at, 2));

    public uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(Span(at, 4));

    public int Offset(int at) => U32(at) is var value && value <= int.MaxValue
        ? (int)value
        : throw new InvalidDataException("The font is damaged: an offset lies outside of the file.");

    public ReadOnlySpan<byte> Span(int at, int count) => at >= 0 && count >= 0 && (long)at + count <= length
        ? file.AsSpan(start + at, count)
        : throw new InvalidDataException("The font is damaged: a table ends too early.");

    /// <summary>The rest of this table from a place on.</summary>
    public FontTable From(int at) => at >= 0 && at <= length
        ? new FontTable(file, start + at, length - at)
        : throw new InvalidDataException("The font is damaged: an offset lies outside of its table.");

    public FontTable Part(int at, int count) => at >= 0 && count >= 0 && (long)at + count <= length
        ? new FontTable(file, start + at, count)
        : throw new InvalidDataException("The font is damaged: a table lies outside of the file.");
}
