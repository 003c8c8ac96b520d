using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CrmRoi.Metrics.Reviews;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Data;

/// <summary>A review as text: canonical JSON, so that the same content always has the same bytes and the same fingerprint.</summary>
/// <remarks>Names in ordinal order, no white space, everything beyond ASCII escaped, numbers with every digit that they have. Totals that are 0 are left out.</remarks>
internal static class ReviewJson
{
    private static readonly JsonSerializerOptions Options = new(EvidenceJson.Options) { Converters = { new TotalsByMember() } };

    public static string Write(FrozenReview review)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(writer, JsonSerializer.SerializeToNode(review, Options));
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <exception cref="JsonException">It is no review.</exception>
    public static FrozenReview Read(string content) => JsonSerializer.Deserialize<FrozenReview>(content, Options) ?? throw new JsonException("It is no review.");

    public static string Fingerprint(string content) => Fingerprint(Encoding.UTF8.GetBytes(content));

    public static string Fingerprint(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject entries:
                writer.WriteStartObject();
                foreach (var (name, value) in entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
            case JsonArray items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }

    private sealed class TotalsByMember : JsonConverter<Snapshot>
    {
        public override Snapshot Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (JsonSerializer.Deserialize<Dictionary<string, decimal>>(ref reader, options) ?? throw new JsonException("Totals are missing."))
            .Select(total => (Measure.All.FirstOrDefault(measure => measure.Member == total.Key) ?? throw new JsonException($"“{total.Key}” is no total.")).Write(total.Value))
            .Merge();

        public override void Write(Utf8JsonWriter writer, Snapshot value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var measure in Measure.All.Where(measure => measure.Read(value) != 0))
            {
                writer.WriteNumber(measure.Member, measure.Read(value));
            }

            writer.WriteEndObject();
        }
    }
}
