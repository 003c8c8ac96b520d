using System.Text.Json;
using System.Text.Json.Serialization;
using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Data;

/// <summary>Evidence as it is stored. Only the official estimate keeps its draws: nobody asks for those of the others again.</summary>
internal static class EvidenceJson
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new MonthAsText(), new SubjectAsKey(), new JsonStringEnumConverter() },
    };

    public static string Write(ProgrammeEvidence evidence) => JsonSerializer.Serialize(
        evidence with
        {
            Methods = [.. evidence.Methods.Select(method => method with { Estimate = WithoutDraws(method.Estimate) })],
            Differences = evidence.Differences is { } differences ? differences with { Estimate = WithoutDraws(differences.Estimate) } : null,
            Opportunities = evidence.Opportunities is { } opportunities ? opportunities with { Estimate = WithoutDraws(opportunities.Estimate) } : null,
        },
        Options);

    public static ProgrammeEvidence Read(string content) => JsonSerializer.Deserialize<ProgrammeEvidence>(content, Options)!;

    /// <summary>A text that is another one where anything of a value is.</summary>
    public static byte[] Trace<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    private static Estimate? WithoutDraws(Estimate? estimate) => estimate is null ? null : estimate with { Draws = [] };

    private sealed class SubjectAsKey : JsonConverter<EvidenceSubject>
    {
        public override EvidenceSubject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            EvidenceSubject.Find(reader.GetString()) ?? throw new JsonException("It is no subject.");

        public override void Write(Utf8JsonWriter writer, EvidenceSubject value, JsonSerializerOptions options) => writer.WriteStringValue(value.Key);
    }
}
