using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace CrmRoi.Import.Tests;

/// <summary>A formula with what it said when the workbook was saved.</summary>
internal sealed record Formula(string Text, object Cached);

/// <summary>Archives and workbooks made in a test, down to their bytes.</summary>
internal static class Packed
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Workbook(params (string Name, string State, object?[][] Rows, string[] Merged)[] sheets) =>
        Workbook("", sheets);

    public static byte[] Workbook(string beforeSheet, params (string Name, string State, object?[][] Rows, string[] Merged)[] sheets)
    {
        var words = new List<string>();
        var parts = sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i + 1}.xml", Text(beforeSheet + Sheet(sheet.Rows, sheet.Merged, words)))).ToList();
        var list = string.Concat(sheets.Select((sheet, i) => $"""<sheet name="{sheet.Name}" sheetId="{i + 1}" state="{sheet.State}" r:id="rId{i + 1}"/>"""));
        var related = string.Concat(sheets.Select((_, i) => $"""<Relationship Id="rId{i + 1}" Type="{Relations}/worksheet" Target="worksheets/sheet{i + 1}.xml"/>"""));
        return Zip([
            ("[Content_Types].xml", Text("""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>""")),
            ("xl/workbook.xml", Text($"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{list}</sheets></workbook>""")),
            ("xl/_rels/workbook.xml.rels", Text($"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}
                <Relationship Id="s" Type="{Relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
                """)),
            ("xl/styles.xml", Text($"""<styleSheet xmlns="{Main}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>""")),
            ("xl/sharedStrings.xml", Text($"""<sst xmlns="{Main}">{string.Concat(words.Select(word => $"<si><t>{SecurityElement.Escape(word)}</t></si>"))}</sst>""")),
            .. parts,
        ]);
    }

    private static string Sheet(object?[][] rows, string[] merged, List<string> words)
    {
        var xml = new StringBuilder($"""<worksheet xmlns="{Main}"><sheetData>""");
        foreach (var (row, cells) in rows.Index())
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<row r="{row + 1}">""");
            foreach (var (column, value) in cells.Index().Where(cell => cell.Item is not null))
            {
                xml.Append(Cell($"{(char)('A' + column)}{row + 1}", value!, words));
            }

            xml.Append("</row>");
        }

        xml.Append("</sheetData>");
        return merged.Length == 0
            ? xml.Append("</worksheet>").ToString()
            : xml.Append("<mergeCells>").AppendJoin("", merged.Select(range => $"""<mergeCell ref="{range}"/>""")).Append("</mergeCells></worksheet>").ToString();
    }

    private static string Cell(string at, object value, List<string> words)
    {
        switch (value)
        {
            case string text:
                words.Add(text);
                return $"""<c r="{at}" t="s"><v>{words.Count - 1}</v></c>""";
            case DateTime time:
                return string.Create(CultureInfo.InvariantCulture, $"""<c r="{at}" s="{(time.TimeOfDay == TimeSpan.Zero ? 1 : 2)}"><v>{time.ToOADate():R}</v></c>""");
            case Formula formula:
                return string.Create(CultureInfo.InvariantCulture, $"""<c r="{at}"><f>{formula.Text}</f><v>{formula.Cached}</v></c>""");
            default:
                return string.Create(CultureInfo.InvariantCulture, $"""<c r="{at}"><v>{value}</v></c>""");
        }
    }
}
