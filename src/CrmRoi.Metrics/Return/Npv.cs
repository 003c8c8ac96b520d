namespace CrmRoi.Metrics.Return;

/// <summary>Net present value: what money that flows later is worth at the start.</summary>
/// <remarks>
/// Money is discounted by a factor made in floating point with 15 digits and then multiplied exactly, so that a rate of 0 gives the
/// plain sum to the cent. A value that no decimal can hold is <see langword="null"/>.
/// </remarks>
public static class Npv
{
    /// <summary>The value now of amounts one period apart, of which the first flows now: Σ amount(i) / (1 + rate)^i, i from 0.</summary>
    /// <param name="rate">A period's rate as a fraction; any but −1.</param>
    /// <param name="amounts">The amounts in order.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is −1, or not a number.</exception>
    public static decimal? Periodic(double rate, IEnumerable<decimal> amounts) => Periods(rate, amounts, 0);

    /// <summary>The value as spreadsheets' NPV gives it, of which the first amount flows after one period: Σ amount(i) / (1 + rate)^i, i from 1.</summary>
    /// <param name="rate">A period's rate as a fraction; any but −1.</param>
    /// <param name="amounts">The amounts in order.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is −1, or not a number.</exception>
    public static decimal? AfterOnePeriod(double rate, IEnumerable<decimal> amounts) => Periods(rate, amounts, 1);

    /// <summary>The value in the month <paramref name="start"/> of a monthly flow at an effective yearly rate: the month k later counts 1 / (1 + rate)^(k/12).</summary>
    /// <param name="annualRate">A year's effective rate as a fraction, above −1; a month's is (1 + rate)^(1/12) − 1.</param>
    /// <param name="flow">The flow; what lies before the start is compounded, not discounted.</param>
    /// <param name="start">The month whose money counts in full.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above −1.</exception>
    public static decimal? Monthly(double annualRate, CashFlow flow, Month start)
    {
        RefuseTooLow(annualRate);
        return Sum(flow.Amounts.Select(each => (each.Value, Math.Pow(1 + annualRate, -start.MonthsUntil(each.Key) / 12d))));
    }

    /// <summary>The value on the first of the days, as spreadsheets' XNPV: Σ amount / (1 + rate)^(days / 365), leap years or not.</summary>
    /// <param name="annualRate">A year's effective rate as a fraction, above −1.</param>
    /// <param name="amounts">The amounts in any order.</param>
    /// <returns>The value: 0 for no amounts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above −1.</exception>
    public static decimal? Dated(double annualRate, IReadOnlyCollection<DatedAmount> amounts)
    {
        RefuseTooLow(annualRate);
        var first = amounts.Count == 0 ? default : amounts.Min(each => each.Date);
        return Sum(amounts.Select(each => (each.Amount, Math.Pow(1 + annualRate, (first.DayNumber - each.Date.DayNumber) / 365d))));
    }

    private static decimal? Periods(double rate, IEnumerable<decimal> amounts, int first)
    {
        if (double.IsNaN(rate) || rate == -1)
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A rate of −1 leaves nothing to divide by.");
        }

        return Sum(amounts.Select((amount, i) => (amount, Math.Pow(1 + rate, -(i + first)))));
    }

    private static void RefuseTooLow(double annualRate)
    {
        if (!(annualRate > -1))
        {
            throw new ArgumentOutOfRangeException(nameof(annualRate), annualRate, "A yearly rate lies above −1.");
        }
    }

    private static decimal? Sum(IEnumerable<(decimal Amount, double Factor)> parts)
    {
        const double Largest = 1e27;
        var sum = 0m;
        foreach (var (amount, factor) in parts.Where(part => part.Amount != 0))
        {
            var size = Math.Max(Math.Abs(factor), Math.Abs((double)amount * factor));
            if (!(size < Largest && Math.Abs((double)sum) < Largest))
            {
                return null;
            }

            sum += amount * (decimal)factor;
        }

        return sum;
    }
}
