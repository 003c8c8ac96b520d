namespace CrmRoi.Metrics.Lifetime;

/// <summary>What a lifetime model knows of one customer: how often it came back, when last, and since when it could.</summary>
/// <param name="Frequency">Days with a purchase after the first: several purchases on one day are one.</param>
/// <param name="Recency">Time from the first purchase to the last, in weeks unless said otherwise; 0 for one purchase.</param>
/// <param name="Age">Time from the first purchase to the end of the observation.</param>
public readonly record struct PurchaseHistory(int Frequency, double Recency, double Age)
{
    /// <summary>Days of a week.</summary>
    private const double Week = 7;

    /// <summary>Whether such a customer can be.</summary>
    public bool IsPossible => Frequency >= 0 && Recency >= 0 && Recency <= Age && double.IsFinite(Age) && (Frequency == 0) == (Recency == 0);

    /// <summary>The history of one customer, in weeks.</summary>
    /// <param name="days">Its days of purchase, in any order, a day any number of times.</param>
    /// <param name="until">The last day of the observation: what comes later is left out.</param>
    /// <returns>None without a purchase until then.</returns>
    public static PurchaseHistory? Of(IEnumerable<DateOnly> days, DateOnly until)
    {
        var (first, last, distinct) = (int.MaxValue, 0, new HashSet<int>());
        foreach (var day in days.Where(day => day <= until).Select(day => day.DayNumber))
        {
            (first, last) = (Math.Min(first, day), Math.Max(last, day));
            distinct.Add(day);
        }

        return distinct.Count == 0 ? null : Of(first, last, distinct.Count, until.DayNumber);
    }

    /// <summary>The history of a customer by the numbers of its first and last day and how many days with a purchase there were.</summary>
    internal static PurchaseHistory Of(int first, int last, int days, int until) => new(days - 1, (last - first) / Week, (until - first) / Week);
}

/// <summary>What a customer spends.</summary>
/// <param name="Purchases">How many purchases the mean is of.</param>
/// <param name="Mean">Their mean, above 0.</param>
public readonly record struct Spending(int Purchases, double Mean);
