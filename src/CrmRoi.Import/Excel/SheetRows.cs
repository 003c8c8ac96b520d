using System.Collections;
using System.Text;
using CrmRoi.Import.Files;

namespace CrmRoi.Import.Excel;

/// <summary>The rows of a sheet, which can be read from a workbook only once: in memory while there is room for them, and otherwise in a file.</summary>
internal sealed class SheetRows(SheetRoom room) : IReadOnlyCollection<TableRow>
{
    /// <summary>How many rows are kept in memory until it is known where the headers are.</summary>
    private const int Looked = HeaderRow.RowsLooked;

    private readonly List<TableRow> inMemory = [];
    private List<TableRow> first = [];
    private TemporaryFile? file;
    private BinaryWriter? writer;
    private int skipped;
    private int count;

    public int Count => count - skipped;

    /// <summary>The first of them, to look for headers in.</summary>
    public IReadOnlyList<TableRow> First => first;

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

        file ??= TemporaryFile.New();
        writer ??= new(file.Write(), Encoding.UTF8);
        inMemory.ForEach(Write);
        inMemory.Clear();
        Write(row);
    }

    /// <summary>All are there; those up to the header are no rows of the table.</summary>
    public SheetRows Below(int header)
    {
        writer?.Flush();
        (first, skipped) = ([], header + 1);
        return this;
    }

    public IEnumerator<TableRow> GetEnumerator() => (file is null ? inMemory : Stored(file)).Skip(skipped).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Write(TableRow row)
    {
        writer!.Write7BitEncodedInt(row.Line);
        writer.Write7BitEncodedInt(row.Cells.Count);
        foreach (var cell in row.Cells)
        {
            writer.Write(cell);
        }
    }

    private IEnumerable<TableRow> Stored(TemporaryFile stored)
    {
        using var reader = new BinaryReader(stored.Open(), Encoding.UTF8);
        for (var left = count; left > 0; left--)
        {
            var line = reader.Read7BitEncodedInt();
            var cells = new string[reader.Read7BitEncodedInt()];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.ReadString();
            }

            yield return new(line, cells);
        }
    }
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
