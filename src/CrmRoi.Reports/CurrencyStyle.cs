using System.Globalization;

namespace CrmRoi.Reports;

/// <summary>Where a culture puts the sign of a currency, and how it groups the digits of an amount.</summary>
internal sealed class CurrencyStyle(CultureInfo culture)
{
    private const string Space = "\u00A0";

    private readonly bool signFollows = culture.NumberFormat.CurrencyPositivePattern is 1 or 3;

    private readonly NumberFormatInfo digits = new()
    {
        NumberGroupSeparator = culture.NumberFormat.CurrencyGroupSeparator,
        NumberDecimalSeparator = culture.NumberFormat.CurrencyDecimalSeparator,
    };

    public static int DecimalsOf(string currency) => currency is "JPY" or "KRW" or "CLP" or "ISK" or "VND" ? 0 : 2;

    /// <summary>The amount with its sign; <paramref name="scale"/> is "k", "m" or nothing.</summary>
    public string Written(decimal? value, string currency, int decimals, string scale = "")
    {
        if (value is not { } amount)
        {
            return Formats.Undefined;
        }

        var rounded = decimal.Round(amount, decimals, MidpointRounding.AwayFromZero);
        var number = Math.Abs(rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), digits) + scale;
        var minus = rounded < 0 ? "\u2212" : "";
        var sign = SignOf(currency);

        return signFollows ? $"{minus}{number}{Space}{sign}" : $"{minus}{sign}{(sign is "$" or "£" ? "" : Space)}{number}";
    }

    private static string SignOf(string currency) => currency switch
    {
        "EUR" => "€",
        "USD" => "$",
        "GBP" => "£",
        "JPY" => "¥",
        _ => currency,
    };
}
