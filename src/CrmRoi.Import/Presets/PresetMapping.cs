using CrmRoi.Import.Mapping;

namespace CrmRoi.Import.Presets;

/// <summary>A table of a preset in a certain file: what its columns mean beyond a name for each.</summary>
internal sealed class PresetMapping
{
    private readonly Dictionary<string, ResolvedField> rules;
    private readonly List<ResolvedField> drops;
    private readonly RowFilter only;

    private PresetMapping(PresetMatch match, Table table, LinkedTables links)
    {
        Match = match;
        rules = match.Table.Fields
            .Select(pair => (pair.Key, Rule: ResolvedField.Of(pair.Value, table, links)))
            .Where(pair => pair.Rule is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Rule!);
        drops = [.. match.Table.Drop.Select(rule => ResolvedField.Of(rule, table, links)).OfType<ResolvedField>()];
        var headers = table.Headers.Select(Header.Normal).ToHashSet();
        only = new(match.Table.Only.Where(asked => headers.Contains(Header.Normal(asked.Key))).ToDictionary(), table.Headers);
        StageColumns = Presets.StageColumns.In(table.Headers, match.Table.StageColumns);
    }

    private PresetMapping(PresetMapping whole, Dictionary<string, ResolvedField> rules) =>
        (Match, this.rules, drops, only, StageColumns) = (whole.Match, rules, whole.drops, whole.only, whole.StageColumns);

    public PresetMatch Match { get; }

    /// <summary>The columns that say when a deal entered a stage.</summary>
    public IReadOnlyList<(int Column, string Stage)> StageColumns { get; }

    public IReadOnlyDictionary<string, ResolvedField> Rules => rules;

    /// <summary>The mapping of a file that was recognised: by the preset first, then by names that are known anyway.</summary>
    /// <exception cref="RefusedFileException">A field that is needed has no column.</exception>
    public static ColumnMapping Of(PresetMatch match, Table table, LinkedTables links, IReadOnlyDictionary<string, string> named)
    {
        var preset = new PresetMapping(match, table, links);
        var kind = match.Table.Kind ?? throw new ArgumentException("A table without a kind has no mapping.", nameof(match));
        var columns = new Dictionary<string, int>();
        foreach (var (field, rule) in preset.rules)
        {
            if (rule.Column is { } column && !columns.ContainsValue(column))
            {
                columns[field] = column;
            }
        }

        var ignored = match.Table.Ignore.Select(Header.Normal).ToHashSet();
        var guess = MappingGuess.Best(kind, table);
        var free = guess.Columns.Where(pair => !preset.rules.ContainsKey(pair.Key) && !columns.ContainsValue(pair.Value) && !ignored.Contains(Header.Normal(table.Headers[pair.Value])));
        foreach (var (field, column) in free.ToList())
        {
            columns[field] = column;
        }

        var doubts = guess.Doubts.Where(doubt => !preset.rules.ContainsKey(doubt.Field)).ToList();
        var chosen = MappingGuess.With(columns, Fields.Of(kind), table.Headers, named);
        return MappingGuess.Sufficient(new ColumnMapping(kind, chosen, doubts) { Preset = new(preset, preset.Kept(columns, chosen)) });
    }

    /// <summary>Whether a row was deleted in the CRM by what the preset knows.</summary>
    public bool IsDropped(TableRow row) => drops.Exists(rule => rule.Of(row) is { } said && Parsing.Flags.Parse(said) == true);

    /// <summary>Whether a row is of those that the table is read for.</summary>
    public bool IsMeant(TableRow row) => only.Passes(row);

    // A rule goes with its column: who gives the column another meaning, or the field another column, means that.
    private Dictionary<string, ResolvedField> Kept(Dictionary<string, int> columns, Dictionary<string, int> chosen) => rules
        .Where(pair => columns.TryGetValue(pair.Key, out var own) ? chosen.TryGetValue(pair.Key, out var now) && now == own : !chosen.ContainsKey(pair.Key))
        .ToDictionary();
}
