using System.Text.Json;
using System.Text.Json.Serialization;
using CrmRoi.Metrics;

namespace CrmRoi.Data;

/// <summary>A month in JSON: "2026-01", "0001-01" where it is not known.</summary>
internal sealed class MonthAsText : JsonConverter<Month>
{
    public override Month Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Month.TryParse(reader.GetString(), out var month) ? month : throw new JsonException("It is no month.");

    public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
