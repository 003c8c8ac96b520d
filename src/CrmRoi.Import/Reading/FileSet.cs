using CrmRoi.Data;
using CrmRoi.Import.Files;
using CrmRoi.Import.Mapping;
using CrmRoi.Import.Presets;

namespace CrmRoi.Import.Reading;

/// <summary>What became of a file when it was looked at: its records, or why there are none.</summary>
internal sealed record ReadFile(ImportFile File, int Rows)
{
    private FileReading? reading;

    /// <summary>Its records, to be read some at a time; none where it has none to give.</summary>
    public RecordStream? Stream { get; init; }

    /// <summary>Everything that it says, in memory.</summary>
    public FileReading? Reading => reading ??= Stream is null ? null : RecordReader.Read(Stream);

    /// <summary>Why it is refused, and all files with it.</summary>
    public RefusedFile? Problem { get; init; }

    /// <summary>How it was understood, where it is refused although its columns were.</summary>
    public (Table Table, ColumnMapping Mapping)? Understood { get; init; }

    /// <summary>Why no record is made of it while the others go in.</summary>
    public RefusedFile? SetAside { get; init; }

    /// <summary>What was said of an earlier file of its shape, and is done with this one.</summary>
    public SavedMapping? Saved { get; init; }
}

/// <summary>Reads files together, since one may name what another only gives the id of.</summary>
internal sealed class FileSet(ImportOptions options, ReadSettings settings, IReadOnlyList<Preset> presets)
{
    // What may lie beside the tables in an archive or a workbook.
    private static readonly HashSet<string> NoTable = ["unknown-columns", "missing-columns", "one-column", "no-headers", "led-by-another", "empty", "not-text", "contacts", "repeated-ids"];

    private readonly Dictionary<Preset, LinkedTables> links = presets.ToDictionary(preset => preset, _ => new LinkedTables());

    public IReadOnlyList<ReadFile> Read(IReadOnlyList<ImportFile> files, Action<string>? progress)
    {
        var opened = files.SelectMany(file =>
        {
            progress?.Invoke(file.Name);
            return Open(file);
        }).ToList();
        foreach (var file in opened)
        {
            if (file is { Match: { } match, Table: { } table })
            {
                links[match.Preset].Add(match.Table.Name, table);
            }
        }

        var read = opened.ConvertAll(Read);
        return read.Exists(file => file.Stream is not null)
            ? read
            : read.ConvertAll(file => file with { Problem = file.Problem ?? file.SetAside, SetAside = null });
    }

    private List<Opened> Open(ImportFile file)
    {
        try
        {
            return [.. ImportParts.Of(file).Select(OpenPart)];
        }
        catch (RefusedFileException refused)
        {
            return [new(file, null, null, refused)];
        }
    }

    private Opened OpenPart(ImportFile part)
    {
        try
        {
            var table = ImportParts.Table(part with { Map = MapOf(part) });
            var saved = SavedOf(part, table);
            var known = saved is null ? part : part with { Kind = saved.Value.Map.Kind ?? part.Kind, Map = saved.Value.Map };
            return new(known, table, MatchOf(known, table), null) { Saved = saved?.Saved };
        }
        catch (RefusedFileException refused)
        {
            return new(part, null, null, refused);
        }
    }

    // What was said of an earlier file with these headers, unless somebody says something of this one.
    private (SavedMapping Saved, MapFile Map)? SavedOf(ImportFile part, Table table)
    {
        if (part.Map is not null || options.Map is not null || !settings.Saved.TryGetValue(Shape.Of(table.Headers), out var saved))
        {
            return null;
        }

        var map = MapFile.Parse(saved.Content);
        return KindOf(part) is null || KindOf(part) == map.Kind ? (saved, map) : null;
    }

    private PresetMatch? MatchOf(ImportFile part, Table table)
    {
        var kind = KindOf(part);
        if (PresetMatch.Of(table.Headers, presets, kind) is { } match)
        {
            return match;
        }

        return options.Preset is null || presets.Count != 1 ? null : PresetMatch.Closest(table.Headers, presets[0], kind) ?? throw new RefusedFileException(
            "preset-unfit", $"The file is none of the tables of {presets[0].Title} that CrmRoi knows.", presets[0].Title);
    }

    private ReadFile Read(Opened opened)
    {
        var read = new ReadFile(opened.File, opened.Table?.Profile.Rows ?? 0) { Saved = opened.Saved };
        if (opened is { Match.Table: { Kind: null } table })
        {
            return read with { SetAside = new("names-only", $"No record is made of this file: {table.Note}") { Arguments = [table.Note ?? ""] } };
        }

        ColumnMapping? mapping = null;
        try
        {
            mapping = opened.Table is null ? throw opened.Refused! : MappingOf(opened);
            return read with { Stream = new RecordStream(opened.Table, mapping, SettingsOf(opened)) };
        }
        catch (RefusedFileException refused)
        {
            var reason = new RefusedFile(refused.Code, refused.Message) { Arguments = refused.Arguments };
            return opened.File.IsPart && NoTable.Contains(refused.Code) ? read with { SetAside = reason }
                : read with { Problem = reason, Understood = mapping is null ? null : (opened.Table!, mapping) };
        }
    }

    private ColumnMapping MappingOf(Opened opened)
    {
        var (table, map) = (opened.Table!, MapOf(opened.File));
        if (opened.Match is { } match)
        {
            return PresetMapping.Of(match, table, links[match.Preset], map.Columns);
        }

        return KindOf(opened.File) is { } kind
            ? MappingGuess.Of(kind, table, map.Columns)
            : map.Columns.Count == 0
                ? MappingGuess.Of(table)
                : MappingGuess.Of(MappingGuess.Of(table).Kind, table, map.Columns);
    }

    private ReadSettings SettingsOf(Opened opened)
    {
        var map = MapOf(opened.File);
        if (opened.Match is not { } match)
        {
            return settings with { Map = map };
        }

        // What somebody says of a stage goes before what the preset says.
        var outcomes = map.Outcomes.Concat(match.Table.Outcomes).DistinctBy(pair => Header.Normal(pair.Key)).ToDictionary();
        return settings with { Source = match.Preset.Name, Map = map with { Outcomes = outcomes } };
    }

    private MapFile MapOf(ImportFile file) => file.Map ?? settings.Map;

    private RecordKind? KindOf(ImportFile file) => file.Kind ?? options.Kind ?? MapOf(file).Kind;

    private sealed record Opened(ImportFile File, Table? Table, PresetMatch? Match, RefusedFileException? Refused)
    {
        public SavedMapping? Saved { get; init; }
    }
}
