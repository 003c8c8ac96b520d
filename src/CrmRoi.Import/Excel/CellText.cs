using System.Globalization;

namespace CrmRoi.Import.Excel;

/// <summary>What a cell of a workbook holds, as a text that is read in one way only.</summary>
internal static class CellText
{
    // A number of more digits is not held exactly by a workbook.
    private const double Exact = 1e15;

    public static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "TRUE" : "FALSE",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => Rounded(time).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        double number => Of(number),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // "12.345" could be twelve thousand elsewhere, so three decimals become four.
    private static string Of(double number)
    {
        if (double.IsInteger(number) && Math.Abs(number) < Exact)
        {
            return number.ToString("F0", CultureInfo.InvariantCulture);
        }

        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point >= 0 && text.Length - point == 4 && !text.Contains('E', StringComparison.Ordinal) ? text + "0" : text;
    }

    // Times are fractions of a day, and so a hair before or after the second that was meant.
    private static DateTime Rounded(DateTime time) => new((time.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
}
