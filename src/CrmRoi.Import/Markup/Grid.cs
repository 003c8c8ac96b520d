using System.Globalization;
using CrmRoi.Import.Csv;
using CrmRoi.Import.Excel;
using CrmRoi.Import.Parsing;

namespace CrmRoi.Import.Markup;

/// <summary>Cells on their way to a table. A word in a cell over several rows is said of each of them; a number is not, for it would be counted again.</summary>
internal sealed class Grid(SheetRoom room)
{
    private readonly SheetRows rows = new(room);
    private readonly SortedDictionary<int, (int Left, string Text)> hanging = [];
    private readonly List<string> cells = [];
    private long said;

    /// <summary>The row that is being filled, the first being 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>How many columns it has until now.</summary>
    public int Column => cells.Count;

    /// <summary>Leaves columns of the row empty.</summary>
    public void MoveTo(int column)
    {
        while (cells.Count < column)
        {
            Put(hanging.TryGetValue(cells.Count, out var above) ? above.Text : "");
        }
    }

    /// <summary>Leaves rows empty.</summary>
    public void MoveToLine(int line)
    {
        while (Line < line && Line <= WorkbookLimits.MostRows)
        {
            EndRow();
        }
    }

    /// <summary>Puts a cell where the next is free.</summary>
    public void Add(string text, int columns, int rowsDown)
    {
        Hang();
        var at = cells.Count;
        Put(text);
        if (rowsDown > 1)
        {
            var isNumber = new NumberFormat('.').Parse(text) is not null || new NumberFormat(',').Parse(text) is not null;
            for (var i = 0; i < columns && at + i < CsvTable.MaxColumns; i++)
            {
                hanging[at + i] = (rowsDown, i == 0 && !isNumber ? text : "");
            }
        }

        for (var i = 1; i < columns; i++)
        {
            Put("");
        }
    }

    public void EndRow()
    {
        Hang();
        foreach (var (column, (left, text)) in hanging.Count == 0 ? [] : hanging.ToList())
        {
            MoveTo(column);
            if (cells.Count == column)
            {
                Put(text);
            }

            if (left == 1)
            {
                hanging.Remove(column);
            }
            else
            {
                hanging[column] = (left - 1, text);
            }
        }

        if (cells.Exists(cell => cell.Length > 0))
        {
            rows.Add(new(Line, [.. cells]));
        }

        cells.Clear();
        said = 0;
        if (++Line > WorkbookLimits.MostRows + 1)
        {
            throw WorkbookLimits.TooLarge(string.Create(CultureInfo.InvariantCulture, $"A table has more than {WorkbookLimits.MostRows:N0} rows, as no sheet of Excel has."));
        }
    }

    /// <summary>What was filled in, below its title; none where that is nothing.</summary>
    public Table? Result() => rows.ToTable();

    // Cells that hang down from a row above take their columns; the row in which they began has put them already.
    private void Hang()
    {
        while (hanging.TryGetValue(cells.Count, out var above))
        {
            Put(above.Text);
        }
    }

    private void Put(string text)
    {
        if (cells.Count == CsvTable.MaxColumns)
        {
            throw new RefusedFileException("too-many-columns", string.Create(CultureInfo.InvariantCulture, $"A table of the file has more than {CsvTable.MaxColumns:N0} columns."));
        }

        said += text.Length;
        if (WorkbookLimits.IsTooLong(said))
        {
            throw WorkbookLimits.RowTooLong();
        }

        cells.Add(text);
    }
}
