using System.Text;

namespace CrmRoi.Pdf;

/// <summary>What GSUB and GPOS have in common: features that name lookups, coverage and class tables.</summary>
internal static class LayoutTable
{
    /// <summary>The subtables of a feature, lookup by lookup, each with its type. Extension lookups are resolved.</summary>
    public static List<List<(int Type, FontTable Table)>> Lookups(FontTable? table, string feature, int extensionType)
    {
        if (table is not { } layout)
        {
            return [];
        }

        var lookups = layout.From(layout.U16(8));
        return [.. LookupsOf(layout.From(layout.U16(6)), feature)
            .Select(index => Subtables(lookups.From(lookups.U16(2 + (2 * index))), extensionType))];
    }

    public static Dictionary<ushort, int> Coverage(FontTable table)
    {
        var coverage = new Dictionary<ushort, int>();
        var count = table.U16(2);
        for (var index = 0; index < count; index++)
        {
            if (table.U16(0) == 1)
            {
                coverage[table.U16(4 + (2 * index))] = index;
                continue;
            }

            var at = 4 + (6 * index);
            for (int glyph = table.U16(at); glyph <= table.U16(at + 2); glyph++)
            {
                coverage[(ushort)glyph] = table.U16(at + 4) + glyph - table.U16(at);
            }
        }

        return coverage;
    }

    public static Dictionary<ushort, ushort> Classes(FontTable table)
    {
        var classes = new Dictionary<ushort, ushort>();
        if (table.U16(0) == 1)
        {
            for (var index = 0; index < table.U16(4); index++)
            {
                classes[(ushort)(table.U16(2) + index)] = table.U16(6 + (2 * index));
            }

            return classes;
        }

        for (var range = 0; range < table.U16(2); range++)
        {
            var at = 4 + (6 * range);
            for (int glyph = table.U16(at); glyph <= table.U16(at + 2); glyph++)
            {
                classes[(ushort)glyph] = table.U16(at + 4);
            }
        }

        return classes;
    }

    private static SortedSet<int> LookupsOf(FontTable features, string tag)
    {
        var found = new SortedSet<int>();
        for (var index = 0; index < features.U16(0); index++)
        {
            if (Encoding.ASCII.GetString(features.Span(2 + (6 * index), 4)) != tag)
            {
                continue;
            }

            var feature = features.From(features.U16(6 + (6 * index)));
            for (var entry = 0; entry < feature.U16(2); entry++)
            {
                found.Add(feature.U16(4 + (2 * entry)));
            }
        }

        return found;
    }

    private static List<(int Type, FontTable Table)> Subtables(FontTable lookup, int extensionType)
    {
        var subtables = new List<(int, FontTable)>();
        for (var index = 0; index < lookup.U16(4); index++)
        {
            var table = lookup.From(lookup.U16(6 + (2 * index)));
            subtables.Add(lookup.U16(0) == extensionType
                ? (table.U16(2), table.From(table.Offset(4)))
                : (lookup.U16(0), table));
        }

        return subtables;
    }
}
