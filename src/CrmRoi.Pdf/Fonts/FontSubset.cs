using System.Buffers.Binary;
using System.Text;

namespace CrmRoi.Pdf;

/// <summary>Writes a font file with some glyphs only. The place of a glyph in the list is its new number.</summary>
internal static class FontSubset
{
    private const int ArgumentsAreWords = 0x0001;
    private const int HasScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;

    public static byte[] Write(PdfFont font, IReadOnlyList<ushort> glyphs)
    {
        var kept = glyphs.ToList();
        var numbers = new Dictionary<ushort, ushort>();
        var outlines = new List<byte[]>();
        for (var index = 0; index < kept.Count; index++)
        {
            outlines.Add(Outline(font.OutlineOf(kept[index]).ToArray(), kept, numbers));
        }

        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var tag in new[] { "cvt ", "fpgm", "prep" })
        {
            if (font.Table(tag) is { } table)
            {
                tables[tag] = table.Bytes.ToArray();
            }
        }

        (tables["glyf"], tables["loca"]) = Outlines(outlines);
        tables["hmtx"] = Metrics(font, kept);
        tables["head"] = Patched(font, "head", (50, 1), (8, 0), (10, 0));
        tables["hhea"] = Patched(font, "hhea", (34, kept.Count));
        tables["maxp"] = Patched(font, "maxp", (4, kept.Count));
        return Assemble(tables);
    }

    /// <summary>An outline whose components, if it has any, are numbered anew; they join the kept glyphs at the end.</summary>
    private static byte[] Outline(byte[] outline, List<ushort> kept, Dictionary<ushort, ushort> numbers)
    {
        if (outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
        {
            return outline;
        }

        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var component = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            if (!numbers.TryGetValue(component, out var number))
            {
                number = (ushort)kept.Count;
                kept.Add(component);
                numbers[component] = number;
            }

            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), number);
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2);
            at += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
        }
        while ((flags & MoreComponents) != 0);

        return outline;
    }

    private static (byte[] Glyf, byte[] Loca) Outlines(List<byte[]> outlines)
    {
        using var glyf = new MemoryStream();
        var loca = new byte[4 * (outlines.Count + 1)];
        for (var index = 0; index < outlines.Count; index++)
        {
            glyf.Write(outlines[index]);
            glyf.Write(new byte[-outlines[index].Length & 3]);
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * (index + 1)), (uint)glyf.Position);
        }

        return (glyf.ToArray(), loca);
    }

    private static byte[] Metrics(PdfFont font, List<ushort> kept)
    {
        var metrics = new byte[4 * kept.Count];
        for (var index = 0; index < kept.Count; index++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * index), (ushort)font.AdvanceOf(kept[index]));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan((4 * index) + 2), font.SideBearingOf(kept[index]));
        }

        return metrics;
    }

    private static byte[] Patched(PdfFont font, string tag, params (int At, int Value)[] patches)
    {
        var table = font.Required(tag).Bytes.ToArray();
        foreach (var (at, value) in patches)
        {
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(at), (ushort)value);
        }

        return table;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var length = 12 + (16 * tables.Count) + tables.Values.Sum(table => (table.Length + 3) & ~3);
        var file = new byte[length];
        var power = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        ushort[] search = [(ushort)tables.Count, (ushort)(16 << power), (ushort)power, (ushort)((16 * tables.Count) - (16 << power))];
        for (var index = 0; index < search.Length; index++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4 + (2 * index)), search[index]);
        }

        var entry = 12;
        var at = 12 + (16 * tables.Count);
        var head = 0;
        foreach (var (tag, table) in tables)
        {
            table.CopyTo(file, at);
            head = tag == "head" ? at : head;
            Encoding.ASCII.GetBytes(tag, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Checksum(table));
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 8), at);
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 12), table.Length);
            entry += 16;
            at += (table.Length + 3) & ~3;
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), unchecked(0xB1B0AFBA - Checksum(file)));
        return file;
    }

    private static uint Checksum(byte[] table)
    {
        var sum = 0u;
        for (var at = 0; at < table.Length; at++)
        {
            unchecked
            {
                sum += (uint)table[at] << (24 - (8 * (at & 3)));
            }
        }

        return sum;
    }
}
