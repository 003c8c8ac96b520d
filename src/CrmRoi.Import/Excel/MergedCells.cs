using System.Globalization;
using ExcelDataReader;

namespace CrmRoi.Import.Excel;

/// <summary>Words that stand once for several rows are said of each of them; a number is not, for it would be counted again.</summary>
/// <remarks>The rows come from above to below, and a workbook may have a hundred thousand ranges: only those of the row at hand are looked at.</remarks>
internal sealed class MergedCells(IReadOnlyList<CellRange>? ranges)
{
    private readonly List<CellRange> waiting = [.. (ranges ?? []).Where(range => range.ToRow > range.FromRow).OrderByDescending(range => range.FromRow)];
    private readonly SortedDictionary<int, (int Last, string Text)> going = [];

    /// <summary>Fills the cells of a row that are merged with one above.</summary>
    public void Spread(string[] cells, int row)
    {
        foreach (var (column, (last, text)) in going.Count == 0 ? [] : going.ToList())
        {
            if (row > last)
            {
                going.Remove(column);
            }
            else if (cells[column].Length == 0)
            {
                cells[column] = text;
            }
        }

        while (waiting.Count > 0 && waiting[^1].FromRow <= row)
        {
            var range = waiting[^1];
            waiting.RemoveAt(waiting.Count - 1);
            if (range.FromRow == row && range.FromColumn < cells.Length && cells[range.FromColumn] is { Length: > 0 } text && !IsNumber(text))
            {
                going[range.FromColumn] = (range.ToRow, text);
            }
        }
    }

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
