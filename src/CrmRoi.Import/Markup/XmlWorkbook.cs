using System.Globalization;
using System.Text;
using System.Xml;
using CrmRoi.Import.Csv;
using CrmRoi.Import.Excel;
using CrmRoi.Import.Files;

namespace CrmRoi.Import.Markup;

/// <summary>Reads a workbook as Excel 2003 wrote it in XML, and as programs still do that offer "Excel".</summary>
internal static class XmlWorkbook
{
    private const string Spreadsheet = "urn:schemas-microsoft-com:office:spreadsheet";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = Archive.MostBytes,
    };

    /// <summary>The names of the sheets that are shown and hold something, with their tables.</summary>
    /// <exception cref="RefusedFileException">It is damaged, or holds nothing.</exception>
    public static IReadOnlyList<(string Sheet, Table Table)> Read(FileSource source, SheetRoom room)
    {
        try
        {
            using var stream = source.Open();
            using var xml = XmlReader.Create(stream, Settings);
            return [.. Sheets(xml, room)];
        }
        catch (XmlException problem) when (problem.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw WorkbookLimits.Entities();
        }
        catch (XmlException problem)
        {
            throw new RefusedFileException(
                "broken-xml", CsvTable.Invariant($"The XML of the workbook breaks off or is wrong on line {problem.LineNumber}: export it again, or as CSV."), CsvTable.Invariant($"{problem.LineNumber}"));
        }
    }

    private static IEnumerable<(string Sheet, Table Table)> Sheets(XmlReader xml, SheetRoom room)
    {
        while (xml.Read())
        {
            if (IsElement(xml, "Worksheet"))
            {
                var name = xml.GetAttribute("Name", Spreadsheet) ?? "";
                using var sheet = xml.ReadSubtree();
                if (TableOf(sheet, new(room)) is { } table)
                {
                    yield return (name, table);
                }
            }
        }
    }

    // Whether a sheet is hidden is said below its cells.
    private static Table? TableOf(XmlReader xml, Grid grid)
    {
        var isShown = true;
        while (xml.Read())
        {
            if (IsElement(xml, "Row"))
            {
                grid.MoveToLine(Number(xml, "Index", grid.Line));
                using (var row = xml.ReadSubtree())
                {
                    AddCells(row, grid);
                }

                grid.EndRow();
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "Visible" })
            {
                isShown = xml.ReadElementContentAsString().Trim() is not ("SheetHidden" or "SheetVeryHidden");
            }
        }

        return isShown ? grid.Result() : null;
    }

    private static void AddCells(XmlReader xml, Grid grid)
    {
        while (xml.Read())
        {
            if (IsElement(xml, "Cell"))
            {
                grid.MoveTo(Number(xml, "Index", 1) - 1);
                var (across, down) = (Number(xml, "MergeAcross", 0), Number(xml, "MergeDown", 0));
                using var cell = xml.ReadSubtree();
                grid.Add(TextOf(cell), across + 1, down + 1);
            }
        }
    }

    // Beside its data a cell may have a comment, which is no part of what it says; the data may be marked up.
    private static string TextOf(XmlReader xml)
    {
        while (xml.Read())
        {
            if (!IsElement(xml, "Data"))
            {
                continue;
            }

            var type = xml.GetAttribute("Type", Spreadsheet);
            var said = new StringBuilder();
            using var data = xml.ReadSubtree();
            while (data.Read())
            {
                if (data.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                {
                    said.Append(data.Value);
                    if (WorkbookLimits.IsTooLong(said.Length))
                    {
                        throw WorkbookLimits.RowTooLong();
                    }
                }
            }

            return Plain(said.ToString().Trim(), type);
        }

        return "";
    }

    private static string Plain(string text, string? type) => type switch
    {
        "Number" when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => CellText.Of(number),
        "DateTime" when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => CellText.Of(time),
        "Boolean" => CellText.Of(text is "1" or "true"),
        "Error" => "",
        _ => text,
    };

    private static int Number(XmlReader xml, string attribute, int otherwise) =>
        int.TryParse(xml.GetAttribute(attribute, Spreadsheet), CultureInfo.InvariantCulture, out var number) && number >= 0 ? Math.Min(number, WorkbookLimits.MostRows) : otherwise;

    private static bool IsElement(XmlReader xml, string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name && xml.NamespaceURI == Spreadsheet;
}
