namespace CrmRoi.Pdf;

/// <summary>Which glyph shows which character (the 'cmap' table, formats 4 and 12).</summary>
internal static class CharacterMap
{
    public static Dictionary<int, ushort> Read(FontTable cmap)
    {
        var best = -1;
        var bestFormat = 0;
        for (var index = 0; index < cmap.U16(2); index++)
        {
            var platform = cmap.U16(4 + (8 * index));
            var encoding = cmap.U16(6 + (8 * index));
            var offset = cmap.Offset(8 + (8 * index));
            var format = cmap.U16(offset);
            var isUnicode = platform == 0 || (platform == 3 && encoding is 1 or 10);
            if (isUnicode && format is 4 or 12 && format > bestFormat)
            {
                (best, bestFormat) = (offset, format);
            }
        }

        return bestFormat switch
        {
            4 => ReadSegments(cmap.From(best)),
            12 => ReadGroups(cmap.From(best)),
            _ => throw new InvalidDataException("The font has no Unicode character map of format 4 or 12."),
        };
    }

    private static Dictionary<int, ushort> ReadSegments(FontTable table)
    {
        var map = new Dictionary<int, ushort>();
        var doubled = table.U16(6);
        for (var at = 0; at < doubled; at += 2)
        {
            var last = table.U16(14 + at);
            var first = table.U16(16 + doubled + at);
            var delta = table.U16(16 + (2 * doubled) + at);
            var rangeAt = 16 + (3 * doubled) + at;
            var range = table.U16(rangeAt);
            for (int code = first; code <= last && code != 0xFFFF; code++)
            {
                var glyph = range == 0 ? code : table.U16(rangeAt + range + (2 * (code - first)));
                if (glyph != 0 || range == 0)
                {
                    Add(map, code, (glyph + delta) & 0xFFFF);
                }
            }
        }

        return map;
    }

    private static Dictionary<int, ushort> ReadGroups(FontTable table)
    {
        var map = new Dictionary<int, ushort>();
        for (var group = 0; group < table.Offset(12); group++)
        {
            var first = table.Offset(16 + (12 * group));
            var last = table.Offset(20 + (12 * group));
            var glyph = table.Offset(24 + (12 * group));
            for (var code = first; code <= Math.Min(last, 0x10FFFF); code++)
            {
                Add(map, code, glyph + code - first);
            }
        }

        return map;
    }

    private static void Add(Dictionary<int, ushort> map, int code, int glyph)
    {
        if (glyph is > 0 and <= ushort.MaxValue)
        {
            map[code] = (ushort)glyph;
        }
    }
}
