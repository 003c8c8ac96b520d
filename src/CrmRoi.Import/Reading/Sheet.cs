using CrmRoi.Import.Mapping;
using CrmRoi.Import.Parsing;

namespace CrmRoi.Import.Reading;

/// <summary>A table whose columns are understood: what each means, and how it writes its numbers and dates.</summary>
internal sealed class Sheet
{
    private const double Dates = 0.5;
    private readonly Dictionary<string, NumberFormat> numbers = [];
    private readonly Dictionary<string, DateFormat> dates = [];

    public Sheet(Table table, ColumnMapping mapping, ReadSettings settings)
    {
        (Table, Mapping, Settings) = (table, mapping, settings);
        LastColumn = mapping.Columns.Count == 0 ? -1 : mapping.Columns.Values.Max();
        var fields = mapping.Fields.Fields.Where(field => mapping.Columns.ContainsKey(field.Name)).ToList();
        DecideNumbers([.. fields.Where(field => field.Type is FieldType.Number or FieldType.Money)]);
        DecideDates([.. fields.Where(field => field.Type == FieldType.Date)]);
    }

    public Table Table { get; }

    public ColumnMapping Mapping { get; }

    public ReadSettings Settings { get; }

    /// <summary>The last column that means something.</summary>
    public int LastColumn { get; }

    public bool Has(string field) => Mapping.Columns.ContainsKey(field);

    /// <summary>The column of a field, or none; a field that the kind does not have is a mistake in the program.</summary>
    public int? ColumnOf(string field) => Mapping.Columns.TryGetValue(field, out var column) ? column
        : Mapping.Fields.Find(field) is not null ? null
        : throw new ArgumentException($"{Mapping.Kind} have no field '{field}'.", nameof(field));

    public NumberFormat NumberFormatOf(string field) => numbers[field];

    public DateFormat DateFormatOf(string field) => dates[field];

    private IEnumerable<string> ValuesOf(Field field)
    {
        var column = Mapping.Columns[field.Name];
        return Table.Rows.Select(row => row[column]).OfType<string>();
    }

    private void DecideNumbers(IReadOnlyList<Field> fields)
    {
        if (Settings.Map.DecimalMark is { } mark)
        {
            fields.ToList().ForEach(field => numbers[field.Name] = new(mark[0]));
            return;
        }

        var decided = fields.ToDictionary(field => field, field => NumberFormat.Of(ValuesOf(field), Table.Separator));
        var sure = decided.Where(pair => pair.Value is not null && ValuesOf(pair.Key).Any(v => v.AsSpan().ContainsAny(",."))).Select(pair => pair.Value!).Distinct().ToList();
        foreach (var (field, format) in decided)
        {
            numbers[field.Name] = format ?? (sure.Count == 1 ? sure[0] : throw new RefusedFileException(
                "ambiguous-numbers",
                $"The column '{HeaderOf(field)}' does not tell whether a comma or a point parts the decimals: say \"decimal\" in a map file (--map).",
                HeaderOf(field)));
        }
    }

    private void DecideDates(IReadOnlyList<Field> fields)
    {
        var votes = fields.ToDictionary(field => field, field => DateFormat.Votes(ValuesOf(field)));
        var ofAll = DateFormat.Decide(votes.Values.Aggregate(default(DateVotes), (left, right) => left + right));
        foreach (var field in fields)
        {
            // Most values of a column of dates are dates: a column of something else was taken for one.
            var order = Settings.Map.DateOrder ?? DateFormat.Decide(votes[field]) ?? ofAll ?? throw new RefusedFileException(
                "ambiguous-dates",
                $"The column '{HeaderOf(field)}' does not tell whether its dates begin with the day or the month: say \"dateOrder\" in a map file (--map).",
                HeaderOf(field));
            dates[field.Name] = new(order, Settings.Zone);
            if (Settings.Map.Columns.Count == 0 && IsNoDates(field, dates[field.Name]))
            {
                throw new RefusedFileException("not-dates", $"The column '{HeaderOf(field)}' should hold dates, but most of its values are none.", HeaderOf(field));
            }
        }
    }

    private bool IsNoDates(Field field, DateFormat format)
    {
        var values = ValuesOf(field).Take(1_000).ToList();
        return values.Count >= 10 && values.Count(value => format.Parse(value, isDay: true) is not null) < values.Count * Dates;
    }

    private string HeaderOf(Field field) => Table.Headers[Mapping.Columns[field.Name]];
}
