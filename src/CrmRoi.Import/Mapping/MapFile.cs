using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmRoi.Import.Mapping;

/// <summary>The order of day, month and year in dates that are only digits.</summary>
public enum DateOrder
{
    /// <summary>31.12.2026.</summary>
    Dmy,

    /// <summary>12/31/2026.</summary>
    Mdy,

    /// <summary>2026-12-31.</summary>
    Ymd,
}

/// <summary>What somebody says about a file, where it does not speak for itself: a JSON file given with <c>--map</c>.</summary>
public sealed record MapFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>What its rows are.</summary>
    public RecordKind? Kind { get; init; }

    /// <summary>The field of each header that is named; an empty one for a column that is not to be used.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>The order of day, month and year.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>What parts the decimals: a comma or a point.</summary>
    [JsonPropertyName("decimal")]
    public string? DecimalMark { get; init; }

    /// <summary>The currency of its money, where no column says so, by ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>What one unit of a currency is worth in the company's, by ISO 4217.</summary>
    public IReadOnlyDictionary<string, decimal> Rates { get; init; } = new Dictionary<string, decimal>();

    /// <summary>How its text is encoded, such as <c>windows-1252</c>; found out where nobody says.</summary>
    public string? Encoding { get; init; }

    /// <summary>What the numbers of a field are multiplied by: 1000 for amounts in thousands.</summary>
    public IReadOnlyDictionary<string, decimal> Scale { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Which stages are won, lost or open.</summary>
    public IReadOnlyDictionary<string, string> Outcomes { get; init; } = new Dictionary<string, string>();

    /// <summary>The JSON that <see cref="Parse"/> reads.</summary>
    public string Write() => JsonSerializer.Serialize(this, Options);

    /// <summary>Reads the JSON.</summary>
    /// <exception cref="RefusedFileException">It is not JSON, or says something unknown.</exception>
    public static MapFile Parse(string json)
    {
        MapFile map;
        try
        {
            map = JsonSerializer.Deserialize<MapFile>(json, Options) ?? new MapFile();
        }
        catch (JsonException problem)
        {
            throw new RefusedFileException("bad-map", $"The map file cannot be read: {problem.Message}");
        }

        if (map.DecimalMark is not (null or "," or "."))
        {
            throw new RefusedFileException("bad-map", "The map's decimal must be \",\" or \".\".");
        }

        if (map.Encoding is { } encoding && !Csv.TextContent.Encodings.Contains(encoding, StringComparer.OrdinalIgnoreCase))
        {
            throw new RefusedFileException("bad-map", $"The map's encoding '{encoding}' must be one of {string.Join(", ", Csv.TextContent.Encodings)}.");
        }

        var wrong = map.Outcomes.Values.FirstOrDefault(value => !Enum.TryParse<Metrics.Records.DealOutcome>(value, ignoreCase: true, out _) || int.TryParse(value, out _));
        return wrong is null ? map : throw new RefusedFileException("bad-map", $"The map's outcome '{wrong}' must be Won, Lost or Open.");
    }
}
