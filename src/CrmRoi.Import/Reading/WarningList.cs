using System.Globalization;

namespace CrmRoi.Import.Reading;

/// <summary>Collects what somebody should look at: a count, some samples and lines of each.</summary>
internal sealed class WarningList
{
    private const int Samples = 5;
    private const int LinesKept = 20;

    // Of what is found more often, only the number is kept: a sample tells nothing new.
    private const int MostKept = 10_000;
    private readonly Dictionary<string, List<Found>> found = [];
    private readonly Dictionary<string, int> beyond = [];
    private readonly List<string> ofRow = [];

    /// <summary>A row that deserves a look; its sample names the line. Without arguments, a translation names what the English words do.</summary>
    public void Add(string code, int line, string what, IReadOnlyList<string>? arguments = null) =>
        Add(code, [line], 1, string.Create(CultureInfo.InvariantCulture, $"{what} (line {line})"), arguments ?? [what]);

    /// <summary>A row that deserves a look, by its id; by its line alone where it has none.</summary>
    public void AddRow(string code, RowReader row) => Add(code, row.Line, row.Text("id") ?? "row", row.Text("id") is { } id ? [id] : []);

    /// <summary>Something about several rows, told by one sentence.</summary>
    public void Add(string code, IReadOnlyCollection<int> lines, int count, string sample, params IReadOnlyList<string> arguments)
    {
        if (!found.TryGetValue(code, out var before))
        {
            found[code] = before = [];
        }

        ofRow.Add(code);
        if (before.Count < MostKept)
        {
            before.Add(new(lines, count, sample, arguments));
        }
        else
        {
            beyond[code] = beyond.GetValueOrDefault(code) + count;
        }
    }

    /// <summary>Another row is read.</summary>
    public void Begin() => ofRow.Clear();

    /// <summary>The row that was read last is refused: its warnings are about nothing that goes in.</summary>
    public void Forget()
    {
        foreach (var code in ofRow)
        {
            if (beyond.TryGetValue(code, out var more) && more > 0)
            {
                beyond[code] = more - 1;
            }
            else
            {
                found[code].RemoveAt(found[code].Count - 1);
            }
        }

        ofRow.Clear();
    }

    /// <summary>The warnings, without those about single rows that were refused: those have their reason already.</summary>
    public IReadOnlyList<ImportWarning> ToList(Predicate<int>? isRefused = null) =>
    [
        .. found
            .Select(pair => (Code: pair.Key, Found: pair.Value.Where(each => isRefused is null || each.Lines.Count != 1 || !isRefused(each.Lines.First())).ToList()))
            .Where(pair => pair.Found.Count > 0)
            .Select(pair => WarningOf(pair.Code, pair.Found, beyond.GetValueOrDefault(pair.Code))),
    ];

    /// <summary>"lines 3, 13, 20, …".</summary>
    public static string LinesIn(IReadOnlyList<int> lines, int? count = null) =>
        $"{(lines.Count == 1 ? "line" : "lines")} {string.Join(", ", lines.Take(Samples))}{((count ?? lines.Count) > Samples ? ", …" : "")}";

    private static ImportWarning WarningOf(string code, List<Found> all, int beyond)
    {
        var shown = all.Take(Samples).ToList();
        var more = all.Count - shown.Count + beyond;
        var sample = string.Join("; ", shown.Select(each => each.Sample)) + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $"; … and {more:N0} more") : "");
        return new(code, all.Sum(each => each.Count) + beyond, sample, [.. all.SelectMany(each => each.Lines).Take(LinesKept)])
        {
            Details = [.. shown.Select(each => new WarningDetail(each.Arguments, each.Count, [.. each.Lines.Take(LinesKept)]))],
            MoreDetails = more,
        };
    }

    private sealed record Found(IReadOnlyCollection<int> Lines, int Count, string Sample, IReadOnlyList<string> Arguments);
}
