using System.Globalization;
using CrmRoi.Metrics;

namespace CrmRoi.Reports.Sections;

/// <summary>Years that start in any month: named by the calendar years that they touch.</summary>
internal static class FiscalYear
{
    /// <summary>The calendar year in which a month's fiscal year starts.</summary>
    public static int Of(Month month, int start) => month.Number >= start ? month.Year : month.Year - 1;

    public static Window Window(int year, int start)
    {
        var first = new Month(Math.Max(year, 1), start);
        return new(first, first.Plus(11));
    }

    public static string Name(int year, int start) => start == 1
        ? year.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{year}/{(year + 1) % 100:00}");
}
