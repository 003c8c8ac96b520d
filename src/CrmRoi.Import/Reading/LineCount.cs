namespace CrmRoi.Import.Reading;

/// <summary>How many rows something is about, and the first of their lines.</summary>
internal sealed class LineCount
{
    private const int Kept = 20;
    private readonly List<int> first = [];

    public int Count { get; private set; }

    public IReadOnlyList<int> First => first;

    public void Add(int line)
    {
        Count++;
        if (first.Count < Kept)
        {
            first.Add(line);
        }
    }

    /// <summary>Several as one, in the order of the file.</summary>
    public static LineCount Of(IEnumerable<LineCount> parts)
    {
        var whole = new LineCount();
        foreach (var part in parts)
        {
            whole.Count += part.Count;
            whole.first.AddRange(part.first);
        }

        whole.first.Sort();
        whole.first.RemoveRange(Math.Min(Kept, whole.first.Count), Math.Max(0, whole.first.Count - Kept));
        return whole;
    }
}
