using System.Text.RegularExpressions;

namespace CrmRoi.Import.Mapping;

/// <summary>A unit that a header says of its amounts: "Amount (in thousands)", "Umsatz in T€", "amount micros".</summary>
internal static partial class HeaderUnit
{
    /// <summary>What the amounts of a column are multiplied by.</summary>
    public static decimal Of(string header)
    {
        var unit = Unit().Match(header).Groups["unit"].Value;
        return unit.Length == 0 ? 1m : char.ToUpperInvariant(unit[0]) switch
        {
            'M' when unit.StartsWith("micro", StringComparison.OrdinalIgnoreCase) => 0.000001m,
            'M' => 1_000_000m,
            _ => 1_000m,
        };
    }

    /// <summary>The currency that a header says of its amounts: "Amount (USD)", "amount_usd"; none where it says none.</summary>
    public static string? CurrencyOf(string header) => Currency().Match(header) is { Success: true, Index: > 0 } match ? match.Groups["currency"].Value : null;

    /// <summary>The header without them.</summary>
    public static string Without(string header) => Unit().Match(header) is { Success: true, Index: > 0 } unit ? header[..unit.Index]
        : Currency().Match(header) is { Success: true, Index: > 0 } match ? header[..match.Index]
        : header;

    [GeneratedRegex(
        @"(?:[\s_]+(?:in\s+)?|\s*[(\[]\s*(?:in\s+)?)(?<currency>€|\$|£|eur|euro|usd|gbp|chf|cad|aud|nzd|inr|sek|nok|dkk|pln|czk|huf|brl|mxn|jpy|cny|zar|sgd)\s*[)\]]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Currency();

    [GeneratedRegex(
        @"[\s_]+[(\[]?\s*(?:in\s+)?(?<unit>thousands?|tsd\.?|t€|teur|k€|keur|kusd|k\$|micros|millions|mio\.?)\s*(?:€|eur|usd|\$)?\s*[)\]]?$|(?-i:(?<=[a-z])(?<unit>Micros)$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
