using System.Globalization;

namespace CrmRoi.Web.Pages.Shared;

/// <summary>The currencies and time zones that forms offer.</summary>
public static class Choices
{
    private static readonly string[] Common = ["EUR", "USD", "GBP", "CHF"];

    /// <summary>Currencies in use somewhere, by ISO 4217: the common ones, then the others by their code.</summary>
    public static IReadOnlyList<string> Currencies { get; } =
    [
        .. Common,
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => new RegionInfo(culture.Name).ISOCurrencySymbol)
            .Where(code => code.Length == 3 && code.All(char.IsAsciiLetterUpper) && code[0] != 'X')
            .Concat(["XAF", "XOF", "XCD", "XPF"])
            .Except(Common)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Time zones by the IANA's names.</summary>
    public static IReadOnlyList<string> TimeZones { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Select(zone => zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var id) ? id : null)
            .OfType<string>()
            .Append("UTC")
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The zone of the computer that the program runs on, where it has a name.</summary>
    public static string LocalTimeZone => TimeZones.Contains(TimeZoneInfo.Local.Id) ? TimeZoneInfo.Local.Id : "UTC";
}
