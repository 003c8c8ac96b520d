namespace CrmRoi.Metrics.Return;

/// <summary>When the money spent has come back.</summary>
/// <remarks>
/// One rule for all: it is back in the first month from which the cumulative net flow is at or above 0 at the end of every month up
/// to the last one looked at. A month that is above 0 only until the next bill is not break-even. Nothing is interpolated: money
/// flows in whole months here, and on its own days in <see cref="Months(IReadOnlyCollection{DatedAmount})"/>.
/// </remarks>
public static class Payback
{
    /// <summary>The first month of a window from which the cumulative net flow stays at or above 0 to the window's end.</summary>
    /// <param name="net">Gains less costs.</param>
    /// <param name="window">From the first flow to the last month known.</param>
    /// <returns>The month, the first of all where the sum is never below 0; none when the window ends below 0 or is empty.</returns>
    public static Month? BreakEven(CashFlow net, Window window) =>
        BreakEven([.. net.Cumulative(window).Select(each => (each.Month, each.Amount))]);

    /// <summary>As <see cref="BreakEven(CashFlow, Window)"/>, with every flow discounted to the window's first month.</summary>
    /// <param name="net">Gains less costs.</param>
    /// <param name="window">From the first flow to the last month known.</param>
    /// <param name="annualRate">A year's effective rate as a fraction, above −1.</param>
    /// <returns>The month, the first of all where the sum is never below 0; none when the window ends below 0, is empty, or a value is too large to be held.</returns>
    public static Month? BreakEven(CashFlow net, Window window, double annualRate)
    {
        var months = new List<(Month, decimal)>();
        var sum = 0m;
        foreach (var month in window.Months)
        {
            if (Npv.Monthly(annualRate, net.In(new(month, month)), window.From) is not { } value)
            {
                return null;
            }

            months.Add((month, sum += value));
        }

        return BreakEven(months);
    }

    /// <summary>How many months from one to another, both counted: from January to December are 12.</summary>
    /// <param name="from">The first month that counts.</param>
    /// <param name="breakEven">The month in which the money is back.</param>
    /// <returns>At least 0: 0 when the money was back before; none when it is not back.</returns>
    public static int? Months(Month from, Month? breakEven) => breakEven is { } month ? Math.Max(0, from.MonthsUntil(month) + 1) : null;

    /// <summary>How many months after the first flow the cumulative flow comes to 0 or above and stays there, on the days on which money flows.</summary>
    /// <param name="amounts">The amounts in any order; spending is below zero.</param>
    /// <returns>Whole months and the days after them as a part of 30.4375: none when the money is not back, or nothing was spent.</returns>
    public static decimal? Months(IReadOnlyCollection<DatedAmount> amounts)
    {
        var sum = 0m;
        var days = amounts.GroupBy(each => each.Date).OrderBy(day => day.Key)
            .Select(day => (Day: day.Key, Sum: sum += day.Sum(each => each.Amount))).ToList();
        if (amounts.All(each => each.Amount >= 0) || BreakEvenIndex([.. days.Select(day => day.Sum)]) is not { } index)
        {
            return null;
        }

        var (first, last) = (days[0].Day, days[index].Day);
        var months = Month.Of(first).MonthsUntil(Month.Of(last));
        months -= first.AddMonths(months) > last ? 1 : 0;
        return months + Ratio.Of(last.DayNumber - first.AddMonths(months).DayNumber, 30.4375m);
    }

    private static Month? BreakEven(List<(Month Month, decimal Sum)> months) =>
        BreakEvenIndex([.. months.Select(each => each.Sum)]) is { } index ? months[index].Month : null;

    private static int? BreakEvenIndex(List<decimal> sums)
    {
        var index = sums.FindLastIndex(sum => sum < 0) + 1;
        return index < sums.Count ? index : null;
    }
}
