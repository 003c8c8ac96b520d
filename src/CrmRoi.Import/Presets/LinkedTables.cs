using CrmRoi.Import.Mapping;

namespace CrmRoi.Import.Presets;

/// <summary>The tables of one CRM that came together, in which one looks up what another only gives the id of.</summary>
internal sealed class LinkedTables
{
    private readonly Dictionary<string, List<Table>> tables = [];
    private readonly Dictionary<LookUp, Dictionary<string, string>> indexes = [];

    public void Add(string name, Table table)
    {
        if (!tables.TryGetValue(name, out var before))
        {
            tables[name] = before = [];
        }

        before.Add(table);
    }

    public bool Has(string table) => tables.ContainsKey(table);

    /// <summary>The answer of a step; none where the table did not come along, or does not know.</summary>
    public string? Find(LookUp step, string key)
    {
        if (!indexes.TryGetValue(step, out var index))
        {
            indexes[step] = index = tables.GetValueOrDefault(step.Table) is { } found ? IndexOf(step, found) : [];
        }

        return index.GetValueOrDefault(LongId.Of(key));
    }

    private static Dictionary<string, string> IndexOf(LookUp step, List<Table> tables)
    {
        var index = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var normal = table.Headers.Select(Header.Normal).ToList();
            var by = normal.IndexOf(Header.Normal(step.By));
            var gives = step.Give.Split('|').Select(way => way.Split('+').Select(header => normal.IndexOf(Header.Normal(header))).Where(column => column >= 0).ToArray()).ToList();
            var only = new RowFilter(step.Where, table.Headers);
            foreach (var row in by < 0 ? [] : table.Rows.Where(only.Passes))
            {
                if (row[by] is { } written && LongId.Of(written) is var key && AnswerOf(row, gives) is { } answer && (!index.TryGetValue(key, out var before) || IsBetter(step.Pick, answer, before)))
                {
                    index[key] = answer;
                }
            }
        }

        return index;
    }

    private static bool IsBetter(LookUpChoice pick, string answer, string before) => pick switch
    {
        LookUpChoice.Last => true,
        LookUpChoice.Greatest => string.CompareOrdinal(answer, before) > 0,
        LookUpChoice.Least => string.CompareOrdinal(answer, before) < 0,
        _ => false,
    };

    private static string? AnswerOf(TableRow row, List<int[]> ways) => ways
        .Select(columns => string.Join(' ', columns.Select(column => row[column]).OfType<string>()))
        .FirstOrDefault(answer => answer.Length > 0);
}

/// <summary>Lets rows pass whose columns have one of the values that are asked for.</summary>
internal sealed class RowFilter(IReadOnlyDictionary<string, IReadOnlyList<string>> asked, IReadOnlyList<string> headers)
{
    private readonly List<(int Column, HashSet<string> Values)> columns =
    [
        .. asked.Select(pair => (headers.Select(Header.Normal).ToList().IndexOf(Header.Normal(pair.Key)), pair.Value.Select(Header.Normal).ToHashSet())),
    ];

    public bool Passes(TableRow row) => columns.TrueForAll(asked => asked.Column >= 0 && asked.Values.Contains(Header.Normal(row[asked.Column] ?? "")));
}
