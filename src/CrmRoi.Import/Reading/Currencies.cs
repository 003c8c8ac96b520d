using System.Buffers;
using CrmRoi.Import.Parsing;

namespace CrmRoi.Import.Reading;

/// <summary>Currencies as files write them: by code, by sign, by name.</summary>
internal static class Currencies
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789.,-+ ()'");
    private static readonly string[] Dollars = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"];
    private static readonly string[] Kronas = ["SEK", "NOK", "DKK", "ISK"];
    private static readonly string[] Rupees = ["INR", "PKR", "LKR", "NPR", "MUR"];

    /// <summary>The sign or code beside an amount; none where there is only the amount.</summary>
    public static string? InAmount(string? amount) =>
        amount is null || amount.AsSpan().IndexOfAnyExcept(Plain) < 0 ? null : NumberFormat.CurrencyIn(amount);

    /// <summary>The code of a currency; a sign that several share is the company's if it is one of them.</summary>
    public static string Code(string text, string company) => text == company ? company : text.Trim().ToUpperInvariant() switch
    {
        "€" or "EURO" or "EUROS" => "EUR",
        "£" => "GBP",
        "$" => Dollars.Contains(company) ? company : "USD",
        "¥" => company is "CNY" ? "CNY" : "JPY",
        "US DOLLAR" or "US DOLLARS" or "US-DOLLAR" or "U.S. DOLLAR" or "US$" => "USD",
        "POUND STERLING" or "POUND" or "POUNDS" or "BRITISH POUND" => "GBP",
        "₹" => "INR",
        "₩" => "KRW",
        "₫" or "VNĐ" => "VND",
        "RP" or "RUPIAH" => "IDR",
        "R$" => "BRL",
        "ZŁ" => "PLN",
        "KČ" => "CZK",
        "FT" => "HUF",
        "RM" => "MYR",
        "KR" when Kronas.Contains(company) => company,
        "RS" when Rupees.Contains(company) => company,
        "SFR" or "FR." or "FR" or "SWISS FRANC" or "SCHWEIZER FRANKEN" => "CHF",
        var code => code,
    };
}
