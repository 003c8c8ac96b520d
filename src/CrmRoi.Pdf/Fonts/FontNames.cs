using System.Text;

namespace CrmRoi.Pdf;

/// <summary>Reads the PostScript name from the 'name' table.</summary>
internal static class FontNames
{
    private const int PostScript = 6;

    public static string PostScriptName(FontTable? names)
    {
        if (names is not { } table)
        {
            return "Font";
        }

        for (var index = 0; index < table.U16(2); index++)
        {
            var at = 6 + (12 * index);
            if (table.U16(at + 6) != PostScript)
            {
                continue;
            }

            var bytes = table.Span(table.U16(4) + table.U16(at + 10), table.U16(at + 8));
            var name = table.U16(at) == 1 ? Encoding.ASCII.GetString(bytes) : Encoding.BigEndianUnicode.GetString(bytes);
            var plain = string.Concat(name.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));
            if (plain.Length > 0)
            {
                return plain;
            }
        }

        return "Font";
    }
}
