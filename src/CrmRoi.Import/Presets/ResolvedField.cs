using CrmRoi.Import.Mapping;

namespace CrmRoi.Import.Presets;

/// <summary>A rule of a preset in a certain file: what a row says of a field.</summary>
internal sealed class ResolvedField
{
    private readonly FieldRule rule;
    private readonly IReadOnlyList<int[]> columns;
    private readonly LinkedTables links;
    private readonly Dictionary<string, string> values;
    private readonly HashSet<string> skipped;

    private ResolvedField(FieldRule rule, IReadOnlyList<int[]> columns, LinkedTables links)
    {
        (this.rule, this.columns, this.links) = (rule, columns, links);
        values = rule.Values.DistinctBy(pair => Header.Normal(pair.Key)).ToDictionary(pair => Header.Normal(pair.Key), pair => pair.Value);
        skipped = [.. rule.Skip.Select(Header.Normal)];
    }

    /// <summary>The column that it mainly comes from; none where every row says the same.</summary>
    public int? Column => columns.Count == 0 ? null : columns[0][0];

    /// <summary>What its numbers are multiplied by.</summary>
    public decimal Scale => rule.Scale ?? 1;

    /// <summary>Whether it says just what its column says.</summary>
    public bool IsPlain => rule.Always is null && rule.Through.Count == 0 && values.Count == 0 && rule.Otherwise is null && rule.Blank is null && rule.Skip.Count == 0 && rule.Starts.Count == 0 && columns is [[_]] && rule.Scale is null && rule.After is null && !rule.Lengthen;

    /// <summary>Whether it only needs one other table to have a name or a meaning for an id.</summary>
    public bool IsNamed => rule.Through.Count == 1 && rule.Through[0].Where.Count == 0;

    /// <summary>The tables that it looks things up in and that did not come along.</summary>
    public IEnumerable<string> Absent => rule.Through.Select(step => step.Table).Where(table => !links.Has(table));

    /// <summary>The rule in a file; none where the file has no column for it.</summary>
    public static ResolvedField? Of(FieldRule rule, Table table, LinkedTables links)
    {
        if (rule.Always is not null)
        {
            return new(rule, [], links);
        }

        var normal = table.Headers.Select(Header.Normal).ToList();
        var named = rule.Ids.Count == 0 ? rule : rule with { Through = [], Found = null };
        return Of(named, Columns(rule.From, normal), table, links, needsWords: rule.Ids.Count > 0)
            ?? Of(rule, Columns(rule.Ids, normal), table, links, needsWords: false)
            ?? Of(named, Columns(rule.From, normal), table, links, needsWords: false)
            ?? (rule.Blank is null ? null : new(rule, [], links));
    }

    public string? Of(TableRow row)
    {
        var said = rule.Always ?? Said(row);
        if (said is null || (rule.Starts.Count > 0 && !rule.Starts.Any(start => said.StartsWith(start, StringComparison.Ordinal))))
        {
            return rule.Blank;
        }

        var found = said;
        foreach (var step in rule.Through)
        {
            if (links.Find(step, found) is not { } next)
            {
                return rule.Keep ? said : rule.Otherwise;
            }

            found = next;
        }

        if (rule.Lengthen)
        {
            return LongId.Of(found);
        }

        if (rule.Found is not null)
        {
            return rule.Found;
        }

        return values.TryGetValue(Header.Normal(found), out var meant) ? meant : rule.Otherwise ?? found;
    }

    /// <summary>Whether rows can name something that is not in the one table that should know it.</summary>
    public bool CanBeLost => rule.Through.Count == 1 && rule.Keep && links.Has(rule.Through[0].Table);

    /// <summary>Whether what a row says was looked for in tables that are there, and not found.</summary>
    public bool IsLost(TableRow row)
    {
        return CanBeLost && Said(row) is { } said && links.Find(rule.Through[0], said) is null;
    }

    private static List<int[]> Columns(IReadOnlyList<string> ways, List<string> headers) =>
    [
        .. ways
            .Select(way => way.Split(" + ").Select(header => headers.IndexOf(Header.Normal(header))).ToArray())
            .Where(way => Array.TrueForAll(way, column => column >= 0))
            .DistinctBy(way => way[0]),
    ];

    // Of two columns for one thing, the one that says something.
    private static ResolvedField? Of(FieldRule rule, List<int[]> columns, Table table, LinkedTables links, bool needsWords)
    {
        var filled = columns.FindAll(way => Array.Exists(way, column => table.Profile.Columns[column].HasText));
        if (columns.Count == 0 || (needsWords && filled.Count == 0))
        {
            return null;
        }

        filled = filled.Count == 0 ? columns : filled;
        return new(rule, rule.Fill ? filled : [filled[0]], links);
    }

    private string? Said(TableRow row) => columns
        .Select(way => Part(Said(row, way)))
        .FirstOrDefault(text => text is not null && (skipped.Count == 0 || !skipped.Contains(Header.Normal(text))));

    private string? Part(string? text) => rule.After is { } mark && text?.LastIndexOf(mark, StringComparison.Ordinal) is { } at and >= 0
        ? text[(at + mark.Length)..].Trim() is { Length: > 0 } part ? part : null
        : text;

    private static string? Said(TableRow row, int[] columns) => columns.Length == 1
        ? row[columns[0]]
        : string.Join(' ', columns.Select(column => row[column]).OfType<string>()) is { Length: > 0 } joined ? joined : null;
}
