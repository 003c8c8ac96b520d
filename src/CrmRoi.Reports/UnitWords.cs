using System.Globalization;

namespace CrmRoi.Reports;

/// <summary>The few words that belong to a number, by language; English where there is no other.</summary>
internal sealed record UnitWords(
    string Points,
    string Day,
    string Month,
    string Months,
    string To,
    string Thousand,
    string Million,
    string Billion,
    string DatePattern)
{
    private static readonly UnitWords British = new("pts", "d", "month", "months", "to", "k", "m", "bn", "d MMM yyyy");
    private static readonly UnitWords American = British with { DatePattern = "MMM d, yyyy" };
    private static readonly UnitWords German =
        new("Pkt.", "T.", "Monat", "Monate", "bis", "\u00A0Tsd.", "\u00A0Mio.", "\u00A0Mrd.", "d. MMM yyyy");

    public static UnitWords Of(CultureInfo culture) => culture.TwoLetterISOLanguageName switch
    {
        "de" => German,
        _ when culture.Name is "en-US" or "en" => American,
        _ => British,
    };
}
