using CrmRoi.Data;
using CrmRoi.Import.Mapping;

namespace CrmRoi.Import.Reading;

/// <summary>What reading needs to know of the company and of the file.</summary>
/// <param name="Source">What the records say they come from: the preset, or "csv".</param>
/// <param name="Currency">The company's currency, by ISO 4217.</param>
/// <param name="Zone">The company's time zone.</param>
/// <param name="Today">The day on which it is read: nothing was closed long after it.</param>
/// <param name="Programme">The programme of costs that name none; none where there is not exactly one.</param>
/// <param name="Map">What somebody said about the file.</param>
public sealed record ReadSettings(string Source, string Currency, TimeZoneInfo Zone, DateOnly Today, string? Programme, MapFile Map)
{
    /// <summary>What is called what.</summary>
    public NameBook Names { get; init; } = new();

    /// <summary>What was said of earlier files, by the shape of their headers: it holds where nobody says anything of a file.</summary>
    public IReadOnlyDictionary<string, SavedMapping> Saved { get; init; } = new Dictionary<string, SavedMapping>();
}
