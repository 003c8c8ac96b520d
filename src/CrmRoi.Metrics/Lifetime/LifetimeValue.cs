namespace CrmRoi.Metrics.Lifetime;

/// <summary>What a customer is worth.</summary>
public static class LifetimeValue
{
    /// <summary>Weeks of a month: the value with which published figures are reckoned.</summary>
    public const double WeeksPerMonth = 4.345;

    /// <summary>The worth of a customer with a contract: margin that comes at the end of each period as long as the customer stays, m·r / (1 + d − r).</summary>
    /// <param name="margin">The margin of a period.</param>
    /// <param name="retention">The share that stays from one period to the next, from 0 to 1.</param>
    /// <param name="discount">What a period's delay costs, as a fraction.</param>
    /// <returns>In money; undefined when a part is, when the share is none, and when the sum has no end, as of those who stay for ever without discount.</returns>
    public static decimal? Contractual(decimal? margin, decimal? retention, decimal discount) =>
        retention is >= 0 and <= 1 && discount > -1 && 1 + discount - retention > 0 ? Ratio.Of(margin * retention, 1 + discount - retention) : null;

    /// <summary>The worth of the purchases that a customer without a contract is expected to make, month by month, each at its month's end.</summary>
    /// <param name="model">How often it comes back, in weeks.</param>
    /// <param name="history">The customer, in weeks.</param>
    /// <param name="value">What a purchase is expected to bring.</param>
    /// <param name="weeks">For how many weeks.</param>
    /// <param name="monthlyDiscount">What a month's delay costs, as a fraction.</param>
    public static double Predicted(BgNbd model, PurchaseHistory history, double value, double weeks, double monthlyDiscount)
    {
        var (sum, before) = (0.0, 0.0);
        for (var month = 1; ; month++)
        {
            var end = Math.Min(month * WeeksPerMonth, weeks);
            var expected = model.ExpectedPurchases(history, end);
            sum += value * (expected - before) / Math.Pow(1 + monthlyDiscount, end / WeeksPerMonth);
            before = expected;
            if (end >= weeks)
            {
                return sum;
            }
        }
    }
}
