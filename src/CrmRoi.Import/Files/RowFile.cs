using System.Text;

namespace CrmRoi.Import.Files;

/// <summary>Rows that are too many for memory, in a temporary file.</summary>
internal sealed class RowFile
{
    private readonly TemporaryFile file = TemporaryFile.New();
    private BinaryWriter? writer;
    private int count;

    public void Add(TableRow row)
    {
        writer ??= new(file.Write(), Encoding.UTF8);
        writer.Write7BitEncodedInt(row.Line);
        writer.Write7BitEncodedInt(row.Cells.Count);
        foreach (var cell in row.Cells)
        {
            writer.Write(cell);
        }

        count++;
    }

    /// <summary>All of them, in their order; as often as somebody asks, once the last is there.</summary>
    public IEnumerable<TableRow> Read()
    {
        writer?.Flush();
        using var reader = new BinaryReader(file.Open(), Encoding.UTF8);
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
