using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Reports;

/// <summary>The SHA-256 of everything that a report is reckoned from: equal inputs have equal fingerprints, whatever the language or paper.</summary>
public static class ReportFingerprint
{
    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new MonthAsText(), new JsonStringEnumConverter() },
    };

    /// <summary>The fingerprint of a report's inputs, in 64 hexadecimal digits.</summary>
    public static string Of(ReportInput input)
    {
        var (summary, cube) = (input.Summary, input.Cube);
        var result = summary.Return;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(summary.Programme);
        Add(summary.Filter);
        Add(summary.LastMonth);
        Add(result.Cost.Lines.Concat(result.Cost.Plan).Select(line => line.Cost));
        Add(result.Savings.Select(line => line.Saving));
        Add(result.Lines.Select(line => line.Entry));
        Add(result.Assumptions);
        Add(input.Scenarios);
        Add(result.Estimate is { } estimate ? new { estimate.Method, estimate.Verdict, Monthly = estimate.Monthly.Over(result.Window), estimate.Draws } : null);
        Add(cube.Entered);
        Add(cube.Statements);
        Add(cube.AsOf);
        foreach (var ((month, team), totals) in cube.ByTeamAndMonth(Filter.None).OrderBy(cell => cell.Key.Month).ThenBy(cell => cell.Key.Team, StringComparer.Ordinal))
        {
            Add(new { month, team, Totals = Measure.All.Select(measure => measure.Read(totals)) });
        }

        Add(summary.Comparisons.Select(comparison => new { comparison.Metric.Key, comparison.Before, comparison.After }));
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add<T>(T value) => hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(value, Options));
    }

    /// <summary>A fingerprint in groups of eight, as people compare it.</summary>
    public static string Grouped(string fingerprint) => string.Join(' ', fingerprint.Chunk(8).Select(group => new string(group)));

    private sealed class MonthAsText : JsonConverter<Month>
    {
        public override Month Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
