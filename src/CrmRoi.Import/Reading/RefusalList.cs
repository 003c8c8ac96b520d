using System.Collections;
using CrmRoi.Import.Files;

namespace CrmRoi.Import.Reading;

/// <summary>What could not be right in a table, by line, however much that is: beyond some rows it lies in a file, in parts that are merged when somebody goes through them.</summary>
internal sealed class RefusalList(int mostHeld = RefusalList.MostHeld) : IReadOnlyCollection<Refusal>
{
    /// <summary>How many are held in memory.</summary>
    internal const int MostHeld = 20_000;

    private readonly List<Refusal> last = [];
    private readonly List<(long Start, int Count)> parts = [];
    private readonly Dictionary<string, int> codes = [];
    private readonly BitArray lines = new(1_024);
    private RowFile? file;

    public int Count { get; private set; }

    public void Add(Refusal refusal)
    {
        Count++;
        codes[refusal.Code] = CountOf(refusal.Code) + 1;
        if (refusal.Line >= lines.Length)
        {
            lines.Length = Math.Max(refusal.Line + 1, (int)Math.Min(2L * lines.Length, int.MaxValue));
        }

        lines[refusal.Line] = true;
        last.Add(refusal);
        if (last.Count == mostHeld)
        {
            Store();
        }
    }

    /// <summary>How many have a reason.</summary>
    public int CountOf(string code) => codes.GetValueOrDefault(code);

    /// <summary>Whether anything on a line is refused.</summary>
    public bool Holds(int line) => line < lines.Length && lines[line];

    public IEnumerator<Refusal> GetEnumerator() => Merged([.. parts.Select(Stored), last.OrderBy(refusal => refusal.Line)]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Of several on one line the one that was found first comes first.
    private static IEnumerable<Refusal> Merged(IEnumerable<Refusal>[] parts)
    {
        var next = new PriorityQueue<IEnumerator<Refusal>, (int Line, int Part)>();
        try
        {
            foreach (var (index, part) in parts.Index())
            {
                Advance(part.GetEnumerator(), index);
            }

            while (next.TryDequeue(out var rows, out var at))
            {
                yield return rows.Current;
                Advance(rows, at.Part);
            }
        }
        finally
        {
            foreach (var (rows, _) in next.UnorderedItems)
            {
                rows.Dispose();
            }
        }

        void Advance(IEnumerator<Refusal> rows, int part)
        {
            if (rows.MoveNext())
            {
                next.Enqueue(rows, (rows.Current.Line, part));
            }
            else
            {
                rows.Dispose();
            }
        }
    }

    private void Store()
    {
        file ??= new();
        parts.Add((file.End(), last.Count));
        foreach (var refusal in last.OrderBy(refusal => refusal.Line))
        {
            file.Add(new(refusal.Line, [refusal.Column, refusal.Value, refusal.Code, refusal.Reason, .. refusal.Arguments]));
        }

        last.Clear();
    }

    private IEnumerable<Refusal> Stored((long Start, int Count) part) =>
        file!.Read(part.Start, part.Count).Select(row => new Refusal(row.Line, row.Cells[0], row.Cells[1], row.Cells[2], row.Cells[3]) { Arguments = [.. row.Cells.Skip(4)] });
}
