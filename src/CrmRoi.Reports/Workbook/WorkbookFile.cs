using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CrmRoi.Reports.Workbook;

/// <summary>Writes sheets as an XLSX file.</summary>
internal static class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int HeadHeight = 30;
    private const int MostLetters = 32_767;

    public static byte[] Write(IReadOnlyList<Sheet> sheets, string title, string author, DateTimeOffset written)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var properties = document.PackageProperties;
            (properties.Title, properties.Creator, properties.Created, properties.Modified) = (Clean(title), Clean(author), written.UtcDateTime, written.UtcDateTime);
            var workbook = document.AddWorkbookPart();
            Feed(workbook.AddNewPart<WorkbookStylesPart>(), WorkbookStyles.Write());
            var list = new Sheets();
            foreach (var sheet in sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                Write(part, sheet);
                list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)list.ChildElements.Count + 1, Name = sheet.Name });
            }

            // Whoever opens it reckons all formulas anew: the stored values are for programs that only read.
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(list, new CalculationProperties { FullCalculationOnLoad = true });
        }

        return file.ToArray();
    }

    private static void Write(WorksheetPart part, Sheet sheet)
    {
        var drawing = sheet.Charts.Count == 0 ? null : AddCharts(part, sheet);
        using var stream = part.GetStream(FileMode.Create);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        WriteProperties(xml);
        WriteView(xml, sheet);
        WriteColumns(xml, sheet);
        xml.WriteStartElement("sheetData", Main);
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            WriteRow(xml, row + 1, sheet.Rows[row], row + 1 < sheet.Rows.Count ? sheet.Rows[row + 1] : []);
        }

        xml.WriteEndElement();
        WritePage(xml);
        if (drawing is not null)
        {
            xml.WriteStartElement("drawing", Main);
            xml.WriteAttributeString("id", Relations, drawing);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string AddCharts(WorksheetPart part, Sheet sheet)
    {
        var drawings = part.AddNewPart<DrawingsPart>();
        var anchors = sheet.Charts.Select((chart, index) =>
        {
            var chartPart = drawings.AddNewPart<ChartPart>();
            Feed(chartPart, chart.Write());
            return chart.Anchor(drawings.GetIdOfPart(chartPart), index + 2);
        }).ToList();
        Feed(drawings, NativeChart.Drawing(anchors));
        return part.GetIdOfPart(drawings);
    }

    private static void WriteProperties(XmlWriter xml)
    {
        xml.WriteStartElement("sheetPr", Main);
        xml.WriteStartElement("pageSetUpPr", Main);
        xml.WriteAttributeString("fitToPage", "1");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteView(XmlWriter xml, Sheet sheet)
    {
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        xml.WriteAttributeString("showGridLines", "0");
        xml.WriteAttributeString("workbookViewId", "0");
        if (sheet.FrozenRows > 0)
        {
            xml.WriteStartElement("pane", Main);
            xml.WriteAttributeString("xSplit", Text(sheet.FrozenColumns));
            xml.WriteAttributeString("ySplit", Text(sheet.FrozenRows));
            xml.WriteAttributeString("topLeftCell", Sheet.At(sheet.FrozenColumns + 1, sheet.FrozenRows + 1));
            xml.WriteAttributeString("activePane", "bottomRight");
            xml.WriteAttributeString("state", "frozen");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteColumns(XmlWriter xml, Sheet sheet)
    {
        xml.WriteStartElement("cols", Main);
        for (var index = 1; index <= sheet.Widths.Count; index++)
        {
            xml.WriteStartElement("col", Main);
            xml.WriteAttributeString("min", Text(index));
            xml.WriteAttributeString("max", Text(index));
            xml.WriteAttributeString("width", sheet.Widths[index - 1].ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int number, IReadOnlyList<SheetCell?> cells, IReadOnlyList<SheetCell?> below)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", Text(number));
        if (cells is [{ Style: CellStyle.Head }, ..])
        {
            xml.WriteAttributeString("ht", Text(HeadHeight));
            xml.WriteAttributeString("customHeight", "1");
        }

        for (var index = 0; index < cells.Count; index++)
        {
            if (cells[index] is { } cell)
            {
                WriteCell(xml, Sheet.At(index + 1, number), Aligned(cell, index < below.Count ? below[index] : null));
            }
        }

        xml.WriteEndElement();
    }

    // A heading stands where its column's cells do: left of text, right of numbers.
    private static SheetCell Aligned(SheetCell cell, SheetCell? below) =>
        cell.Style == CellStyle.HeadNumber && below is { Text: not null } ? cell with { Style = CellStyle.Head } : cell;

    private static void WriteCell(XmlWriter xml, string place, SheetCell cell)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", place);
        xml.WriteAttributeString("s", Text((int)cell.Style));
        if (cell.Text is { } text)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Clean(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        if (cell.Formula is { } formula)
        {
            xml.WriteElementString("f", Main, formula);
        }

        if (cell.Number is { } number)
        {
            xml.WriteElementString("v", Main, number.ToString(CultureInfo.InvariantCulture));
        }

        xml.WriteEndElement();
    }

    private static void WritePage(XmlWriter xml)
    {
        xml.WriteStartElement("pageSetup", Main);
        xml.WriteAttributeString("orientation", "landscape");
        xml.WriteAttributeString("fitToWidth", "1");
        xml.WriteAttributeString("fitToHeight", "0");
        xml.WriteEndElement();
    }

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }

    /// <summary>What XML can hold of a text, as long as a cell may be.</summary>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > MostLetters)
            {
                break;
            }

            clean.Append(rune.Value is '\t' or '\n' or >= 0x20 and not (0xFFFE or 0xFFFF) ? rune.ToString() : "");
        }

        return clean.ToString();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
