using System.Collections.Frozen;
using CrmRoi.Import.Mapping;
using CrmRoi.Import.Parsing;
using CrmRoi.Import.Presets;

namespace CrmRoi.Import.Reading;

/// <summary>A table whose columns are understood: what each means, and how it writes its numbers and dates.</summary>
internal sealed class Sheet
{
    private const double Dates = 0.5;
    private readonly Dictionary<string, NumberFormat> numbers = [];
    private readonly Dictionary<string, DateFormat> dates = [];
    private readonly Dictionary<string, ResolvedField> rules = [];
    private readonly Dictionary<string, decimal> scales = [];
    private readonly FrozenDictionary<string, int?> places;
    private readonly Dictionary<string, string> normal = [];
    private DateFormat? stageDates;

    public Sheet(Table table, ColumnMapping mapping, ReadSettings settings)
    {
        (Table, Mapping, Settings) = (table, mapping, settings);
        LastColumn = mapping.Columns.Count == 0 ? -1 : mapping.Columns.Values.Max();
        if (mapping.Preset is { } preset)
        {
            rules = preset.Rules.Where(rule => !rule.Value.IsPlain || !mapping.Columns.ContainsKey(rule.Key)).ToDictionary();
            StageColumns = mapping.Kind == RecordKind.Deals ? preset.StageColumns : [];
        }

        places = mapping.Fields.Fields.ToFrozenDictionary(field => field.Name, PlaceOf);
        var fields = mapping.Fields.Fields.Where(field => Has(field.Name)).ToList();
        var profiles = ProfilesOf([.. fields.Where(field => field.Type is FieldType.Number or FieldType.Money or FieldType.Date)]);
        DecideNumbers([.. fields.Where(field => field.Type is FieldType.Number or FieldType.Money)], profiles);
        DecideDates([.. fields.Where(field => field.Type == FieldType.Date)], profiles);
        fields.Where(field => field.Type is FieldType.Number or FieldType.Money).ToList().ForEach(field => scales[field.Name] = ScaleOf(field));
    }

    public Table Table { get; }

    public ColumnMapping Mapping { get; }

    public ReadSettings Settings { get; }

    /// <summary>The last column that means something.</summary>
    public int LastColumn { get; }

    /// <summary>The columns that say when a deal entered a stage.</summary>
    public IReadOnlyList<(int Column, string Stage)> StageColumns { get; } = [];

    /// <summary>What is not simply a column: words with a meaning, ids that another file gives names to.</summary>
    public IReadOnlyDictionary<string, ResolvedField> Rules => rules;

    public bool Has(string field) => Mapping.Columns.ContainsKey(field) || rules.ContainsKey(field);

    /// <summary>What a row says of a field.</summary>
    public string? Said(string field, TableRow row) => rules.Count > 0 && rules.TryGetValue(field, out var rule) ? rule.Of(row)
        : ColumnOf(field) is { } column ? row[column]
        : null;

    /// <summary>The column of a field, or none; a field that the kind does not have is a mistake in the program.</summary>
    public int? ColumnOf(string field) => places.TryGetValue(field, out var column)
        ? column
        : throw new ArgumentException($"{Mapping.Kind} have no field '{field}'.", nameof(field));

    /// <summary>A word by its letters and digits only; the words of a column repeat themselves.</summary>
    public string NormalOf(string word)
    {
        const int MostKept = 10_000;
        if (normal.TryGetValue(word, out var known))
        {
            return known;
        }

        known = Header.Normal(word);
        if (normal.Count < MostKept)
        {
            normal[word] = known;
        }

        return known;
    }

    private int? PlaceOf(Field field) => Mapping.Columns.TryGetValue(field.Name, out var column) ? column
        : rules.TryGetValue(field.Name, out var rule) ? rule.Column
        : null;

    public NumberFormat NumberFormatOf(string field) => numbers[field];

    public DateFormat DateFormatOf(string field) => dates[field];

    /// <summary>How the columns of stages write their dates.</summary>
    public DateFormat StageDates => stageDates ?? throw new InvalidOperationException("The file has no columns of stages.");

    /// <summary>What the numbers of a field are multiplied by.</summary>
    public decimal ScaleOf(string field) => scales.GetValueOrDefault(field, 1m);

    private decimal ScaleOf(Field field)
    {
        var stated = Settings.Map.Scale.FirstOrDefault(pair => Header.Normal(pair.Key) == Header.Normal(field.Name)).Value;
        var ofHeader = field.Type == FieldType.Money ? HeaderUnit.Of(HeaderOf(field)) : 1m;
        return (stated == 0 ? ofHeader : stated) * (rules.TryGetValue(field.Name, out var rule) ? rule.Scale : 1m);
    }

    // What a rule makes of a row is not what a column says: those rows are gone through once more.
    private Dictionary<string, ColumnProfile> ProfilesOf(IReadOnlyList<Field> fields)
    {
        var profiles = fields.ToDictionary(field => field.Name, field => rules.ContainsKey(field.Name) ? new ColumnProfile() : Table.Profile.Columns[Mapping.Columns[field.Name]]);
        var ruled = fields.Where(field => rules.ContainsKey(field.Name)).Select(field => (Rule: rules[field.Name], Profile: profiles[field.Name])).ToList();
        foreach (var row in ruled.Count == 0 ? [] : Table.Rows)
        {
            foreach (var (rule, profile) in ruled)
            {
                if (rule.Of(row) is { } said)
                {
                    profile.Add(said);
                }
            }
        }

        return profiles;
    }

    private void DecideNumbers(IReadOnlyList<Field> fields, Dictionary<string, ColumnProfile> profiles)
    {
        if (Settings.Map.DecimalMark is { } mark)
        {
            fields.ToList().ForEach(field => numbers[field.Name] = new(mark[0]));
            return;
        }

        var decided = fields.ToDictionary(field => field, field => NumberFormat.Of(profiles[field.Name].Numbers, Table.Separator));
        var sure = decided.Where(pair => pair.Value is not null && profiles[pair.Key.Name].Numbers.HasMarks).Select(pair => pair.Value!).Distinct().ToList();
        foreach (var (field, format) in decided)
        {
            numbers[field.Name] = format ?? (sure.Count == 1 ? sure[0] : throw new RefusedFileException(
                "ambiguous-numbers",
                $"The column '{HeaderOf(field)}' does not tell whether a comma or a point parts the decimals: say \"decimal\" in a map file (--map).",
                HeaderOf(field)));
        }
    }

    private void DecideDates(IReadOnlyList<Field> fields, Dictionary<string, ColumnProfile> profiles)
    {
        var ofAll = DateFormat.Decide(fields.Select(field => profiles[field.Name].Dates).Aggregate(default(DateVotes), (left, right) => left + right));
        if (StageColumns.Count > 0)
        {
            var ofStages = StageColumns.Select(stage => Table.Profile.Columns[stage.Column].Dates).Aggregate(default(DateVotes), (left, right) => left + right);
            stageDates = new(Settings.Map.DateOrder ?? DateFormat.Decide(ofStages) ?? ofAll ?? throw Ambiguous(Table.Headers[StageColumns[0].Column]), Settings.Zone);
        }

        foreach (var field in fields)
        {
            // Most values of a column of dates are dates: a column of something else was taken for one.
            var order = Settings.Map.DateOrder ?? DateFormat.Decide(profiles[field.Name].Dates) ?? ofAll ?? throw Ambiguous(HeaderOf(field));
            dates[field.Name] = new(order, Settings.Zone);
            if (Settings.Map.Columns.Count == 0 && IsNoDates(profiles[field.Name].First, dates[field.Name]))
            {
                throw new RefusedFileException("not-dates", $"The column '{HeaderOf(field)}' should hold dates, but most of its values are none.", HeaderOf(field));
            }
        }
    }

    private static bool IsNoDates(IReadOnlyList<string> values, DateFormat format) =>
        values.Count >= 10 && values.Count(value => format.Parse(value, isDay: true) is not null) < values.Count * Dates;

    private string HeaderOf(Field field) => ColumnOf(field.Name) is { } column ? Table.Headers[column] : field.Name;

    private static RefusedFileException Ambiguous(string header) => new(
        "ambiguous-dates", $"The column '{header}' does not tell whether its dates begin with the day or the month: say \"dateOrder\" in a map file (--map).", header);
}
