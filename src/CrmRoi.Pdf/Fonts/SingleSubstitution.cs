namespace CrmRoi.Pdf;

/// <summary>One glyph for another under a feature, such as figures of equal width under 'tnum' (GSUB lookup type 1).</summary>
internal static class SingleSubstitution
{
    private const int ExtensionType = 7;

    public static Dictionary<ushort, ushort> Read(FontTable? substitutions, string feature)
    {
        var pairs = new Dictionary<ushort, ushort>();
        foreach (var (type, table) in LayoutTable.Lookups(substitutions, feature, ExtensionType).SelectMany(lookup => lookup))
        {
            if (type != 1)
            {
                continue;
            }

            foreach (var (glyph, index) in LayoutTable.Coverage(table.From(table.U16(2))))
            {
                var replaced = table.U16(0) == 1 ? (ushort)((glyph + table.I16(4)) & 0xFFFF) : table.U16(6 + (2 * index));
                pairs.TryAdd(glyph, replaced);
            }
        }

        return pairs;
    }
}
