using CrmRoi.Import.Csv;
using CrmRoi.Import.Files;

namespace CrmRoi.Import.Excel;

/// <summary>What a workbook may hold: its reader keeps words, formats and merged ranges in memory, and trusts what it reads.</summary>
internal sealed class WorkbookLimits
{
    /// <summary>The last row of a sheet in Excel.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>The columns of a sheet in Excel; a row that holds more cells repeats itself.</summary>
    public const int MostCells = 16_384;

    /// <summary>What its words, formats and merged ranges may take in memory, in bytes: some two million words of twenty letters.</summary>
    public const long MostKept = 160_000_000;

    /// <summary>How large an old workbook may be, in bytes; it cannot be unpacked first to see what is in it.</summary>
    public const long LargestOld = 100_000_000;

    private long kept;
    private long binary;

    /// <summary>Looks through a workbook before anybody reads it.</summary>
    /// <exception cref="RefusedFileException">It holds too much, or is damaged.</exception>
    public static void Check(FileSource workbook, bool isOld)
    {
        if (!isOld)
        {
            var limits = new WorkbookLimits();
            Archive.Check(workbook, () => new PartScan(limits));
        }
        else if (workbook.Length > LargestOld)
        {
            throw TooLarge("The workbook is larger than 100 MB: save its sheets as CSV.");
        }
    }

    /// <summary>Something will be kept in memory for as long as the workbook is read.</summary>
    public void Keep(long bytes)
    {
        kept += bytes;
        if (kept > MostKept)
        {
            throw TooLarge("The workbook holds more than some two million different words, or as many formats: save its sheets as CSV.");
        }
    }

    /// <summary>A part is no XML: a picture, or one of the binary format, of which the reader keeps as much as it is long.</summary>
    public void AddBinary(long bytes)
    {
        binary += bytes;
        if (binary > MostKept)
        {
            throw TooLarge("The workbook holds more than 160 MB of pictures or binary parts: save its sheets as CSV.");
        }
    }

    public static RefusedFileException TooLarge(string reason) => new("workbook-too-large", reason);

    public static RefusedFileException Entities() => new("entities", "The workbook declares entities in its XML, as no spreadsheet does and as bombs do: it is not taken in.");

    public static RefusedFileException RowTooLong() => new("line-too-long", "A row of the workbook says more than a million letters, or has more than 16,384 cells: that is no row of a table.");

    /// <summary>Whether one row says too much.</summary>
    public static bool IsTooLong(long letters) => letters > CsvTable.MaxRow;
}
