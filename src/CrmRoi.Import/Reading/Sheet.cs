using System.Collections.Frozen;
using CrmRoi.Import.Mapping;
using CrmRoi.Import.Parsing;
using CrmRoi.Import.Presets;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>A table whose columns are understood: what each means, and how it writes its numbers and dates.</summary>
internal sealed class Sheet
{
    private const double Dates = 0.5;
    private readonly Dictionary<string, ResolvedField> rules = [];
    private readonly FrozenDictionary<string, FieldPlan> plans;
    private readonly Dictionary<string, string> normal = [];
    private readonly Dictionary<string, DealOutcome?> outcomes = [];
    private readonly Lazy<bool> hasOneCurrency;
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

        hasOneCurrency = new(() => Table.Rows.Select(row => Plan("currency").Of(row)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(2).Count() == 1);
        plans = mapping.Fields.Fields.ToFrozenDictionary(
            field => field.Name, field => FieldPlan.Of(mapping.Kind, field.Name, PlaceOf(field), rules.GetValueOrDefault(field.Name)));
        var fields = mapping.Fields.Fields.Where(field => Has(field.Name)).ToList();
        var profiles = ProfilesOf([.. fields.Where(field => field.Type is FieldType.Number or FieldType.Money or FieldType.Date)]);
        DecideNumbers([.. fields.Where(field => field.Type is FieldType.Number or FieldType.Money)], profiles);
        List<Field> dates = [.. fields.Where(field => field.Type == FieldType.Date)];
        DecideDates(dates, profiles);
        Found = settings.Map.DateOrder is null ? FoundWriting.Of(dates.Select(field => (profiles[field.Name], Plan(field.Name).Dates.Order))) : FoundWriting.None;
        fields.Where(field => field.Type is FieldType.Number or FieldType.Money).ToList().ForEach(field => Plan(field.Name).Scale = ScaleOf(field));
        fields.Where(field => field.Type is FieldType.Money && Plan(field.Name).Column is not null).ToList()
            .ForEach(field => Plan(field.Name).Currency = HeaderUnit.CurrencyOf(Table.Headers[Plan(field.Name).Column!.Value]));
    }

    public Table Table { get; }

    public ColumnMapping Mapping { get; }

    public ReadSettings Settings { get; }

    /// <summary>How it writes its dates.</summary>
    public FoundWriting Found { get; }

    /// <summary>The last column that means something.</summary>
    public int LastColumn { get; }

    /// <summary>The columns that say when a deal entered a stage.</summary>
    public IReadOnlyList<(int Column, string Stage)> StageColumns { get; } = [];

    /// <summary>What is not simply a column: words with a meaning, ids that another file gives names to.</summary>
    public IReadOnlyDictionary<string, ResolvedField> Rules => rules;

    public bool Has(string field) => plans.TryGetValue(field, out var plan) && plan.IsThere;

    /// <summary>How a field is read; a field that the kind does not have is a mistake in the program.</summary>
    public FieldPlan Plan(string field) => plans.TryGetValue(field, out var plan)
        ? plan
        : throw new ArgumentException($"{Mapping.Kind} have no field '{field}'.", nameof(field));

    /// <summary>The currency that a row says. An id without a name says none where every row has the same: it is the company's then.</summary>
    public string? CurrencyOf(TableRow row) => Plan("currency").Of(row) is { } said && !(Guid.TryParse(said, out _) && hasOneCurrency.Value) ? said : null;

    /// <summary>A word by its letters and digits only.</summary>
    public string NormalOf(string word) => Remembered(normal, word, Header.Normal);

    /// <summary>What the name of a stage says of its deals; none where that is not known.</summary>
    public DealOutcome? OutcomeOf(string stage) => Remembered(outcomes, stage, name => StageWords.OutcomeOf(name, NormalOf(name)));

    // The words of a column repeat themselves.
    private static TValue Remembered<TValue>(Dictionary<string, TValue> known, string word, Func<string, TValue> make)
    {
        const int MostKept = 10_000;
        if (known.TryGetValue(word, out var value))
        {
            return value;
        }

        value = make(word);
        if (known.Count < MostKept)
        {
            known[word] = value;
        }

        return value;
    }

    private int? PlaceOf(Field field) => Mapping.Columns.TryGetValue(field.Name, out var column) ? column
        : rules.TryGetValue(field.Name, out var rule) ? rule.Column
        : null;

    /// <summary>How the columns of stages write their dates.</summary>
    public DateFormat StageDates => stageDates ?? throw new InvalidOperationException("The file has no columns of stages.");

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
            fields.ToList().ForEach(field => Plan(field.Name).Numbers = new(mark[0]));
            return;
        }

        var decided = fields.ToDictionary(field => field, field => NumberFormat.Of(profiles[field.Name].Numbers, Table.Separator));
        var sure = decided.Where(pair => pair.Value is not null && profiles[pair.Key.Name].Numbers.HasMarks).Select(pair => pair.Value!).Distinct().ToList();
        foreach (var (field, format) in decided)
        {
            Plan(field.Name).Numbers = format ?? (sure.Count == 1 ? sure[0] : throw new RefusedFileException(
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
            var format = Plan(field.Name).Dates = new(order, Settings.Zone);
            if (Settings.Map.Columns.Count == 0 && IsNoDates(profiles[field.Name].First, format))
            {
                throw new RefusedFileException("not-dates", $"The column '{HeaderOf(field)}' should hold dates, but most of its values are none.", HeaderOf(field));
            }
        }
    }

    private static bool IsNoDates(IReadOnlyList<string> values, DateFormat format) =>
        values.Count >= 10 && values.Count(value => format.Parse(value, isDay: true) is not null) < values.Count * Dates;

    private string HeaderOf(Field field) => Plan(field.Name).Column is { } column ? Table.Headers[column] : field.Name;

    private static RefusedFileException Ambiguous(string header) => new(
        "ambiguous-dates", $"The column '{header}' does not tell whether its dates begin with the day or the month: say \"dateOrder\" in a map file (--map).", header);
}
