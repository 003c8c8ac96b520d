using System.Reflection;

namespace CrmRoi.Import.Presets;

/// <summary>The presets that are built in, and those in a folder of the user's: one of the same name takes the place of the built-in one.</summary>
public sealed class PresetCatalogue
{
    /// <summary>What somebody says who wants none.</summary>
    public const string NoPreset = "none";

    /// <summary>The setting that names the folder.</summary>
    public const string FolderSetting = "Import:Presets";

    private const string Extension = ".json";
    private static readonly Lazy<IReadOnlyList<Preset>> Embedded = new(ReadEmbedded);

    private readonly string? folder;

    /// <summary>The presets that are built in, and those of a folder, if there is one.</summary>
    public PresetCatalogue(string? folder = null) => this.folder = string.IsNullOrWhiteSpace(folder) ? null : folder;

    /// <summary>Every preset. The folder is read anew each time, so that a changed file counts at once.</summary>
    /// <exception cref="RefusedFileException">A file of the folder is no preset, or the folder is not there.</exception>
    public IReadOnlyList<Preset> All() => folder is null
        ? Embedded.Value
        : [.. ReadFolder(folder).Concat(Embedded.Value).DistinctBy(preset => preset.Name)];

    /// <summary>The presets that somebody allows: one by its name, all where nobody says, or none.</summary>
    /// <exception cref="RefusedFileException">There is none of that name.</exception>
    public IReadOnlyList<Preset> Allowed(string? name)
    {
        if (name is null || name == NoPreset)
        {
            return name is null ? All() : [];
        }

        var all = All();
        return all.FirstOrDefault(preset => preset.Name == name) is { } found ? [found] : throw new RefusedFileException(
            "unknown-preset", $"There is no preset '{name}'; there are {string.Join(", ", all.Select(preset => preset.Name).Order(StringComparer.Ordinal))} and {NoPreset}.", name);
    }

    private static List<Preset> ReadFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new RefusedFileException("bad-preset", $"The folder of presets '{folder}' is not there: see the setting {FolderSetting}.", folder, "");
        }

        return [.. Directory.GetFiles(folder, "*" + Extension).Order(StringComparer.Ordinal).Select(path => PresetFile.Parse(File.ReadAllText(path), Path.GetFileName(path)))];
    }

    private static IReadOnlyList<Preset> ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(name => name.EndsWith(Extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return PresetFile.Parse(reader.ReadToEnd(), name);
        })];
    }
}
