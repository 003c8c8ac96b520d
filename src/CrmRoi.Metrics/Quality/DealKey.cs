using System.Globalization;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Quality;

/// <summary>What makes two records one deal: customer, name, product, value and the day of opening.</summary>
internal static class DealKey
{
    private const ulong Basis = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    /// <summary>The key of a deal; none where it says too little to tell it from another.</summary>
    public static string? Of(Deal deal) => deal is { CreatedOn: { } created, Value: > 0 } && (deal.Customer ?? deal.Name) is not null
        ? string.Create(CultureInfo.InvariantCulture, $"{Key(deal.Customer)}|{Key(deal.Name)}|{Key(deal.Product)}|{deal.Value:0.####}|{created:O}")
        : null;

    /// <summary>What a deal has in common with the same one in another source, where it may have been opened on another day; none where it says too little.</summary>
    public static string? OfAnySource(Deal deal) => deal is { Value: > 0, Name: not null, Customer: not null }
        ? string.Create(CultureInfo.InvariantCulture, $"{Key(deal.Customer)}|{Key(deal.Name)}|{deal.Value:0.####}")
        : null;

    /// <summary>Its hash, alike everywhere (FNV-1a).</summary>
    public static ulong Hash(string key)
    {
        var hash = Basis;
        foreach (var character in key)
        {
            hash = unchecked((hash ^ character) * Prime);
        }

        return hash;
    }

    /// <summary>A name by its letters and digits; nothing where there is none.</summary>
    internal static string Key(string? name) => name is null ? "" : NameKey.Of(name);
}
