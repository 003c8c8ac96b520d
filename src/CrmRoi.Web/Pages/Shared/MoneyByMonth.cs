using System.Globalization;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Web.Pages.Shared;

/// <summary>The table of cost and gain by month, with sums of fiscal years.</summary>
/// <param name="Return">The return.</param>
/// <param name="FiscalYearStart">The month in which a fiscal year starts, 1 to 12.</param>
public sealed record MoneyByMonth(ProgrammeReturn Return, int FiscalYearStart)
{
    /// <summary>The id of the table.</summary>
    public required string Id { get; init; }

    /// <summary>Whether each fiscal year is summed.</summary>
    public bool HasYears { get; init; }

    /// <summary>The months of each fiscal year, in order.</summary>
    public IEnumerable<(string Name, Window Months)> Years => Return.Window.Months.GroupBy(FirstYearOf)
        .Select(year => (NameOf(year.Key), new Window(year.First(), year.Last())));

    /// <summary>Everything saved, by month.</summary>
    public CashFlow Saved { get; } = Return.Saved;

    /// <summary>The sales margin that counts, by month.</summary>
    public CashFlow Margin { get; } = Return.CountedMargin;

    private int FirstYearOf(Month month) => month.Number >= FiscalYearStart ? month.Year : month.Year - 1;

    private string NameOf(int year) => FiscalYearStart == 1
        ? year.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{year}/{(year + 1) % 100:00}");
}
