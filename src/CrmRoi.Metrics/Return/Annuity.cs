namespace CrmRoi.Metrics.Return;

/// <summary>Level payments: what a licence paid in instalments costs each time.</summary>
public static class Annuity
{
    /// <summary>The payment a period that turns a present value into a future one: spreadsheets' PMT, with its signs.</summary>
    /// <param name="rate">A period's rate as a fraction, above −1.</param>
    /// <param name="periods">How many payments; not 0, and a part of one where somebody means it.</param>
    /// <param name="presentValue">What is received now; paid when below zero.</param>
    /// <param name="futureValue">What is received after the last period.</param>
    /// <param name="isAtStart">Whether payments are due at the start of each period rather than at its end.</param>
    /// <returns>The payment, below zero when it is paid; undefined where the payments have no weight or the result cannot be held.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above −1, or there are no periods.</exception>
    public static decimal? Payment(double rate, double periods, decimal presentValue, decimal futureValue = 0, bool isAtStart = false)
    {
        ArgumentOutOfRangeException.ThrowIfZero(periods);
        if (!(rate > -1))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A rate lies above −1.");
        }

        if (rate == 0)
        {
            return -Ratio.Of(presentValue + futureValue, (decimal)periods);
        }

        var growth = Math.Pow(1 + rate, periods);
        var weight = (isAtStart ? 1 + rate : 1) * (growth - 1) / rate;
        var payment = -(((double)presentValue * growth) + (double)futureValue) / weight;
        return Math.Abs(payment) < 1e27 ? (decimal)payment : null;
    }
}
