using System.Collections;
using CrmRoi.Import.Files;

namespace CrmRoi.Import.Excel;

/// <summary>The rows of a sheet, which can be read from a workbook only once: in memory while there is room for them, and otherwise in a file.</summary>
internal sealed class SheetRows(SheetRoom room) : IReadOnlyCollection<TableRow>
{
    /// <summary>How many rows are kept in memory until it is known where the headers are.</summary>
    private const int Looked = HeaderRow.RowsLooked;

    private readonly List<TableRow> inMemory = [];
    private List<TableRow> first = [];
    private RowFile? file;
    private int skipped;
    private int count;

    public int Count => count - skipped;

    public void Add(TableRow row)
    {
        count++;
        if (first.Count < Looked)
        {
            first.Add(row);
        }

        if (room.Takes(row) && file is null)
        {
            inMemory.Add(row);
            return;
        }

        file ??= new();
        inMemory.ForEach(file.Add);
        inMemory.Clear();
        file.Add(row);
    }

    /// <summary>All are there: those below the header are the rows of the table; none where nothing is a header.</summary>
    public Table? ToTable()
    {
        var header = HeaderRow.Of(first);
        if (header < 0)
        {
            return null;
        }

        var headers = HeaderRow.Trimmed(first[header].Cells);
        (first, skipped) = ([], header + 1);
        return new(headers, this, '\t');
    }

    public IEnumerator<TableRow> GetEnumerator() => (file?.Read() ?? inMemory).Skip(skipped).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>How much room the sheets of a workbook have together.</summary>
internal sealed class SheetRoom(long mostInMemory = SheetRoom.MostInMemory)
{
    /// <summary>How many letters of all sheets are kept in memory.</summary>
    private const long MostInMemory = 8_000_000;

    // A cell takes memory and room in a file though it says nothing.
    private const int OfCell = 4;
    private long letters;

    /// <summary>Whether a row may stay in memory.</summary>
    /// <exception cref="RefusedFileException">It says too much, or all together do.</exception>
    public bool Takes(TableRow row)
    {
        var said = row.Cells.Sum(cell => (long)cell.Length);
        letters += said + (OfCell * row.Cells.Count);
        if (WorkbookLimits.IsTooLong(said))
        {
            throw WorkbookLimits.RowTooLong();
        }

        return letters > Archive.MostBytes
            ? throw WorkbookLimits.TooLarge("The cells of the workbook say more than a thousand million letters together: save its sheets as CSV.")
            : letters <= mostInMemory;
    }
}
