using System.Text;
using CrmRoi.Import.Csv;
using CrmRoi.Import.Mapping;
using CrmRoi.Import.Presets;
using CrmRoi.Import.Reading;

namespace CrmRoi.Import.Tests;

/// <summary>Short ways to read a file in a test.</summary>
internal static class Reads
{
    public static FileReading Text(string csv, RecordKind? kind = null, MapFile? map = null, string currency = "EUR") =>
        Bytes(Encoding.UTF8.GetBytes(csv), kind, map, currency);

    public static FileReading Bytes(byte[] content, RecordKind? kind = null, MapFile? map = null, string currency = "EUR")
    {
        var table = CsvTable.Read(content);
        map ??= new MapFile();
        var mapping = (kind ?? map.Kind) is { } stated
            ? MappingGuess.Of(stated, table, map.Columns)
            : MappingGuess.Of(table);
        return RecordReader.Read(table, mapping, new ReadSettings("csv", currency, TimeZoneInfo.Utc, new DateOnly(2026, 11, 21), null, map));
    }

    /// <summary>Files as they are taken in together, by every preset that is built in.</summary>
    public static IReadOnlyList<ReadFile> Together(IEnumerable<ImportFile> files, ImportOptions? options = null, PresetCatalogue? presets = null, string currency = "EUR")
    {
        options ??= new();
        var settings = new ReadSettings("csv", currency, TimeZoneInfo.Utc, new DateOnly(2026, 11, 21), null, options.Map ?? new MapFile());
        return new FileSet(options, settings, (presets ?? new()).Allowed(options.Preset)).Read([.. files], null);
    }

    /// <summary>The only reading of a text that is taken in by every preset.</summary>
    public static FileReading ByPreset(string csv, ImportOptions? options = null, PresetCatalogue? presets = null)
    {
        var file = Together([File("file.csv", csv)], options, presets).Should().ContainSingle().Subject;
        file.Problem.Should().BeNull();
        return file.Reading!;
    }

    /// <summary>What a file alone is taken for, and by which preset, such as "deals zoho"; the reason where it is refused.</summary>
    public static string TakenFor(string csv)
    {
        var file = Together([File("file.csv", csv + "\n")]).Should().ContainSingle().Subject;
        return file.Problem?.Code ?? $"{Importer.NameOf(file.Stream!.Mapping.Kind)} {file.Stream.Mapping.PresetName}".TrimEnd();
    }

    public static ImportFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    public static FileReading Shared(params string[] parts) => Bytes(System.IO.File.ReadAllBytes(Tests.Shared.Find(parts)!), currency: "USD");

    public static List<TRecord> Records<TRecord>(this FileReading reading) => [.. reading.Records.Select(read => read.Record).OfType<TRecord>()];

    public static Refusal OnlyRefusal(this FileReading reading) => reading.Refusals.Should().ContainSingle().Subject;
}
