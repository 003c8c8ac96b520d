namespace CrmRoi.Metrics.Return;

/// <summary>Internal rates of return: every rate above −1 at which the net present value is 0.</summary>
/// <remarks>
/// A flow that changes its sign more than once can have several rates, and one that never does has none. All are listed and none is
/// chosen: a guess would depend on where one starts to look. Rates are fractions, lowest first. Two flows a day apart can have a root
/// that no number tells from −1, or one beyond 10^28, more than a decimal holds: these are left out, because nobody could read them.
/// </remarks>
public static class Irr
{
    private const double Highest = 7.9e28;

    /// <summary>The rates a period of amounts one period apart.</summary>
    /// <returns>Every root; none for amounts of one sign.</returns>
    public static IReadOnlyList<double> Periodic(IEnumerable<decimal> amounts) =>
        Rates(amounts.Select((amount, i) => ((double)i, amount)), 1);

    /// <summary>The effective rates a year of a monthly flow: (1 + the month's rate)^12 − 1.</summary>
    /// <returns>Every root; none for amounts of one sign.</returns>
    public static IReadOnlyList<double> Monthly(CashFlow flow) =>
        Rates(flow.Amounts.Select(each => ((double)each.Key.Index, each.Value)), 12);

    /// <summary>The effective rates a year of amounts on any days, in any order, a year having 365 days: spreadsheets' XIRR.</summary>
    /// <returns>Every root; none for amounts of one sign.</returns>
    public static IReadOnlyList<double> Dated(IEnumerable<DatedAmount> amounts) =>
        Rates(amounts.Select(each => ((double)each.Date.DayNumber, each.Amount)), 365);

    private static List<double> Rates(IEnumerable<(double Time, decimal Amount)> flow, int timesPerYear) =>
        [.. new PresentValue(flow).Roots().Select(force => Math.Exp(force * timesPerYear) - 1).Where(rate => rate is > -1 and < Highest)];
}
