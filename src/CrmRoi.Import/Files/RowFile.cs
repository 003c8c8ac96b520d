using System.Text;

namespace CrmRoi.Import.Files;

/// <summary>Rows that are too many for memory, in a temporary file.</summary>
internal sealed class RowFile
{
    private readonly TemporaryFile file = TemporaryFile.New();
    private BinaryWriter? writer;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    public void Add(TableRow row)
    {
        writer ??= new(file.Write(), Encoding.UTF8);
        writer.Write7BitEncodedInt(row.Line);
        writer.Write7BitEncodedInt(row.Cells.Count);
        foreach (var cell in row.Cells)
        {
            writer.Write(cell);
        }

        Count++;
    }

    /// <summary>Where in it the next will lie.</summary>
    public long End()
    {
        writer?.Flush();
        return file.Length;
    }

    /// <summary>All of them, in their order; as often as somebody asks, once the last is there.</summary>
    public IEnumerable<TableRow> Read() => Read(0, Count);

    /// <summary>Some of them, in their order, from a place that <see cref="End"/> told.</summary>
    public IEnumerable<TableRow> Read(long start, int count)
    {
        writer?.Flush();
        using var stream = file.Open();
        stream.Position = start;
        using var reader = new BinaryReader(stream, Encoding.UTF8);
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
