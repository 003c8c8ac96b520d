namespace CrmRoi.Metrics.Snapshots;

/// <summary>What a customer month tells of.</summary>
public enum CustomerMonthKind
{
    /// <summary>Orders placed.</summary>
    Order,

    /// <summary>Deals won.</summary>
    Deal,

    /// <summary>The customer's record says that it first bought then.</summary>
    Start,

    /// <summary>The customer's record says that its contract ended then.</summary>
    End,
}

/// <summary>What one customer did in one month: for all that needs identity, and so cannot be a sum.</summary>
/// <remarks>Amounts and counts of the records of one customer and month add up; days are a set, and unite.</remarks>
/// <param name="Customer">Who, by name; names that differ only in case are one customer.</param>
/// <param name="Month">When.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="Region">The customer's region; of one without a record that of its first purchase of the month.</param>
/// <param name="Segment">Its segment, likewise.</param>
/// <param name="Channel">How it came, likewise.</param>
/// <param name="Days">The days of the month on which it happened: bit 0 is the first.</param>
/// <param name="Purchases">How many purchases.</param>
/// <param name="Revenue">What they come to.</param>
/// <param name="CostedRevenue">The part of it whose cost of goods is known.</param>
/// <param name="Margin">The margin of that part.</param>
public readonly record struct CustomerMonth(
    string Customer, Month Month, CustomerMonthKind Kind, string Region, string Segment, string Channel,
    int Days, int Purchases, decimal Revenue, decimal CostedRevenue, decimal Margin)
{
    /// <summary>What the purchases brought: their margin, or the revenue of those whose cost of goods nobody recorded.</summary>
    public decimal Value => Margin + Revenue - CostedRevenue;

    /// <summary>The days themselves, in order.</summary>
    internal IEnumerable<int> DayNumbers()
    {
        var first = Month.FirstDay.DayNumber;
        for (var bit = 0; bit < 31; bit++)
        {
            if ((Days & (1 << bit)) != 0)
            {
                yield return first + bit;
            }
        }
    }
}
