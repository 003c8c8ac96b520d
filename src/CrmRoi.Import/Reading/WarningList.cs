using System.Globalization;

namespace CrmRoi.Import.Reading;

/// <summary>Collects what somebody should look at: a count, some samples and lines of each.</summary>
internal sealed class WarningList
{
    private const int Samples = 5;
    private const int LinesKept = 20;
    private readonly Dictionary<string, (int Count, List<string> Samples, List<int> Lines)> found = [];

    /// <summary>A row that deserves a look; its sample names the line.</summary>
    public void Add(string code, int line, string what) =>
        Add(code, [line], 1, string.Create(CultureInfo.InvariantCulture, $"{what} (line {line})"));

    /// <summary>Something about several rows, told by one sentence.</summary>
    public void Add(string code, IReadOnlyCollection<int> lines, int count, string sample)
    {
        var kept = found.TryGetValue(code, out var before) ? before : (Count: 0, Samples: [], Lines: []);
        if (kept.Samples.Count < Samples)
        {
            kept.Samples.Add(sample);
        }

        kept.Lines.AddRange(lines.Take(LinesKept - kept.Lines.Count));
        found[code] = (kept.Count + count, kept.Samples, kept.Lines);
    }

    public IReadOnlyList<ImportWarning> ToList() =>
        [.. found.Select(pair => new ImportWarning(pair.Key, pair.Value.Count, string.Join("; ", pair.Value.Samples), pair.Value.Lines))];

    /// <summary>"lines 3, 13, 20, …".</summary>
    public static string LinesIn(IReadOnlyList<int> lines) =>
        $"{(lines.Count == 1 ? "line" : "lines")} {string.Join(", ", lines.Take(Samples))}{(lines.Count > Samples ? ", …" : "")}";
}
