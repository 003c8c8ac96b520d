using System.Collections;
using System.Text;
using CrmRoi.Import.Files;

namespace CrmRoi.Import.Excel;

/// <summary>The rows of a sheet, which can be read from a workbook only once: the first ones in memory, and those beyond in a file.</summary>
internal sealed class SheetRows : IReadOnlyCollection<TableRow>
{
    /// <summary>How many rows are kept in memory.</summary>
    internal const int InMemory = 20_000;

    private readonly List<TableRow> first = [];
    private TemporaryFile? beyond;
    private BinaryWriter? writer;
    private int skipped;
    private int count;

    public int Count => count - skipped;

    /// <summary>The first of them, to look for headers in.</summary>
    public IReadOnlyList<TableRow> First => first;

    public void Add(TableRow row)
    {
        count++;
        if (first.Count < InMemory)
        {
            first.Add(row);
            return;
        }

        beyond ??= TemporaryFile.New();
        writer ??= new(beyond.Write(), Encoding.UTF8);
        writer.Write7BitEncodedInt(row.Line);
        writer.Write7BitEncodedInt(row.Cells.Count);
        foreach (var cell in row.Cells)
        {
            writer.Write(cell);
        }
    }

    /// <summary>All are there; those up to the header are no rows of the table.</summary>
    public SheetRows Below(int header)
    {
        writer?.Flush();
        skipped = header + 1;
        return this;
    }

    public IEnumerator<TableRow> GetEnumerator()
    {
        foreach (var row in first.Skip(skipped))
        {
            yield return row;
        }

        if (beyond is null)
        {
            yield break;
        }

        using var reader = new BinaryReader(beyond.Open(), Encoding.UTF8);
        for (var left = count - first.Count; left > 0; left--)
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

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
