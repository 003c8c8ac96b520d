using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmRoi.Import;

/// <summary>What became of an import, as it is kept with it: everything but the refused rows, of which only the first are there.</summary>
public static class KeptResult
{
    private const int RefusalsKept = 500;

    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>As JSON.</summary>
    public static string Write(ImportResult result) => JsonSerializer.Serialize(
        result with { Files = [.. result.Files.Select(file => file with { Refusals = [.. file.Refusals.Take(RefusalsKept)] })] }, Options);

    /// <summary>From JSON; nothing where it was not kept.</summary>
    public static ImportResult? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<ImportResult>(json, Options);
}
