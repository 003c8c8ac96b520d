using System.Globalization;
using System.Text;
using System.Xml;
using CrmRoi.Data;
using CrmRoi.Import.Csv;
using CrmRoi.Import.Files;
using ExcelDataReader;

namespace CrmRoi.Import.Excel;

/// <summary>Reads the sheets of a workbook, new (.xlsx) or old (.xls). A formula says what it said when the workbook was saved.</summary>
internal static class WorkbookTables
{
    private static readonly ExcelReaderConfiguration Configuration = Configured();

    /// <summary>The names of the sheets that are shown and hold something, with their tables.</summary>
    /// <exception cref="RefusedFileException">It is no workbook, or a damaged or locked one.</exception>
    public static IReadOnlyList<(string Sheet, Table Table)> Read(FileSource source)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(source.Open(), Configuration);
            return [.. Sheets(reader)];
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException)
        {
            throw OldDocument.Locked();
        }
        catch (Exception problem) when (problem.GetBaseException() is XmlException { Message: var said } && said.Contains("DTD", StringComparison.Ordinal))
        {
            throw WorkbookLimits.Entities();
        }
        catch (Exception problem) when (problem is not (RefusedFileException or OperationCanceledException or OutOfMemoryException) && !DiskFull.Is(problem))
        {
            // The reader of workbooks throws whatever a damaged one makes it stumble over; nothing of such a file is taken in.
            throw OldDocument.WhyUnread(source) ?? new("bad-workbook", "The file is no Excel workbook, or a damaged one: open it in Excel, save it again or save the sheet as CSV.");
        }
    }

    // Old workbooks name their code page, and the reader looks for it among all that are known.
    private static ExcelReaderConfiguration Configured()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new();
    }

    private static IEnumerable<(string Sheet, Table Table)> Sheets(IExcelDataReader reader)
    {
        var room = new SheetRoom();
        do
        {
            // Dynamics keeps its lists of choices in hidden sheets.
            if (reader.VisibleState is null or "visible" && TableOf(reader, room) is { } table)
            {
                yield return (reader.Name, table);
            }
        }
        while (reader.NextResult());
    }

    private static Table? TableOf(IExcelDataReader reader, SheetRoom room)
    {
        if (reader.FieldCount > CsvTable.MaxColumns)
        {
            throw new RefusedFileException("too-many-columns", string.Create(CultureInfo.InvariantCulture, $"The sheet '{reader.Name}' has {reader.FieldCount:N0} columns; {CsvTable.MaxColumns:N0} are allowed."));
        }

        var (rows, merged) = (new SheetRows(room), new MergedCells(reader.MergeCells));
        for (var line = 1; reader.Read(); line++)
        {
            if (line > WorkbookLimits.MostRows)
            {
                throw WorkbookLimits.TooLarge(string.Create(CultureInfo.InvariantCulture, $"The sheet '{reader.Name}' has more than {WorkbookLimits.MostRows:N0} rows, as no sheet of Excel has."));
            }

            var cells = CellsOf(reader);
            merged.Spread(cells, line - 1);
            if (Array.Exists(cells, cell => cell.Length > 0))
            {
                rows.Add(new(line, cells));
            }
        }

        return rows.ToTable();
    }

    private static string[] CellsOf(IExcelDataReader reader)
    {
        var cells = new string[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = CellText.Of(reader.GetValue(i));
        }

        return cells;
    }
}
