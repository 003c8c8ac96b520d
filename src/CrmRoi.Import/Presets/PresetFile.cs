using System.Text.Json;
using System.Text.Json.Serialization;
using CrmRoi.Import.Mapping;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Presets;

/// <summary>Reads presets from JSON and says what is wrong with one, by its place in it.</summary>
public static class PresetFile
{
    private const int LongestName = 40;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new FieldRuleConverter() },
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The preset that a JSON text holds.</summary>
    /// <exception cref="RefusedFileException">It is not JSON, or says something that cannot be.</exception>
    public static Preset Parse(string json, string fileName)
    {
        try
        {
            var preset = JsonSerializer.Deserialize<Preset>(json, Options) ?? throw Wrong(fileName, "it is empty");
            return ProblemsOf(preset).FirstOrDefault() is { } problem ? throw Wrong(fileName, problem) : preset;
        }
        catch (JsonException problem)
        {
            throw Wrong(fileName, problem.Message);
        }
    }

    private static IEnumerable<string> ProblemsOf(Preset preset)
    {
        if (preset.Name.Length is 0 or > LongestName || preset.Name == PresetCatalogue.NoPreset || !preset.Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            yield return $"the name '{preset.Name}' must be small letters, digits and hyphens, at most {LongestName}, and not '{PresetCatalogue.NoPreset}'";
        }

        foreach (var twice in preset.Tables.GroupBy(table => table.Name).Where(tables => tables.Count() > 1))
        {
            yield return $"two tables are called '{twice.Key}'";
        }

        var names = preset.Tables.Select(table => table.Name).ToHashSet();
        foreach (var table in preset.Tables)
        {
            foreach (var problem in ProblemsOf(table, names))
            {
                yield return $"table '{table.Name}': {problem}";
            }
        }
    }

    private static IEnumerable<string> ProblemsOf(PresetTable table, HashSet<string> names)
    {
        if (table.Signs.Count == 0 || table.Signs.Any(sign => sign.Count == 0 || sign.Any(header => Header.Normal(header).Length == 0)))
        {
            yield return "it needs signs, each a list of headers by which the table is known";
        }

        if (table.Kind is null && table.Note is null)
        {
            yield return "it needs a kind, or a note that says what it is for";
        }

        if (table.Kind is { } kind && table.Fields.Keys.FirstOrDefault(field => Fields.Of(kind).Find(field)?.Name != field) is { } unknown)
        {
            yield return $"{Importer.NameOf(kind)} have no field '{unknown}'; they have {string.Join(", ", Fields.Of(kind).Fields.Select(field => field.Name))}";
        }

        var rules = table.Fields.Values.Concat(table.Drop).ToList();
        if (rules.SelectMany(rule => rule.Through).FirstOrDefault(step => !names.Contains(step.Table)) is { } lost)
        {
            yield return $"it looks something up in '{lost.Table}', which is no table of the preset";
        }

        if (rules.Exists(rule => rule.Always is null == (rule.From.Count + rule.Ids.Count == 0)))
        {
            yield return "each field needs either headers in 'from' or 'ids', or a word in 'always'";
        }

        if (table.Outcomes.Values.FirstOrDefault(outcome => !Enum.TryParse<DealOutcome>(outcome, ignoreCase: true, out _) || int.TryParse(outcome, out _)) is { } wrong)
        {
            yield return $"the outcome '{wrong}' must be Won, Lost or Open";
        }

        if (table.StageColumns.FirstOrDefault(pattern => !pattern.Contains(StageColumns.Stage, StringComparison.Ordinal)) is { } nameless)
        {
            yield return $"the stage column '{nameless}' must contain {StageColumns.Stage}";
        }
    }

    private static RefusedFileException Wrong(string fileName, string problem) => new("bad-preset", $"The preset '{fileName}' cannot be used: {problem.TrimEnd('.')}.", fileName, problem);

    /// <summary>A rule may be a header, a list of headers, or an object that says more.</summary>
    private sealed class FieldRuleConverter : JsonConverter<FieldRule>
    {
        private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
        {
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        };

        public override FieldRule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => new() { From = [reader.GetString()!] },
            JsonTokenType.StartArray => new() { From = JsonSerializer.Deserialize<List<string>>(ref reader, Plain)! },
            _ => JsonSerializer.Deserialize<FieldRule>(ref reader, Plain)!,
        };

        public override void Write(Utf8JsonWriter writer, FieldRule value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, Plain);
    }
}
