namespace CrmRoi.Metrics.Reviews;

/// <summary>How often a programme is reviewed.</summary>
public enum ReviewCadence
{
    /// <summary>After every month.</summary>
    Monthly,

    /// <summary>After every quarter of the fiscal year.</summary>
    Quarterly,

    /// <summary>After every fiscal year.</summary>
    Annual,
}

/// <summary>How a review that has to be made stands.</summary>
public enum ReviewStanding
{
    /// <summary>Its months are not over.</summary>
    NotYet,

    /// <summary>Its months are over, and its day has not passed.</summary>
    Due,

    /// <summary>Its day has passed.</summary>
    Overdue,
}

/// <summary>The next review that has to be made.</summary>
/// <param name="Until">Its last month.</param>
/// <param name="DueOn">The day by which it has to be made.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Missed">How many reviews before it were not made and cannot be any more, because their months are passed by.</param>
public sealed record DueReview(Month Until, DateOnly DueOn, ReviewStanding Standing, int Missed)
{
    /// <summary>The next review of a cadence.</summary>
    /// <param name="cadence">How often.</param>
    /// <param name="fiscalYearStart">The month in which the fiscal year starts, 1 to 12.</param>
    /// <param name="since">The first month that a review may end with.</param>
    /// <param name="days">How many days after its last month it is due.</param>
    /// <param name="last">The last month of the latest review; none where there is none.</param>
    /// <param name="today">The day that it is.</param>
    /// <remarks>
    /// A review speaks of the data as they are, so one that was left out cannot be made later: the latest whose months are over is due, and
    /// those before it are missed. A review covers a period when it tells of its last month.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month or number of days.</exception>
    public static DueReview Of(ReviewCadence cadence, int fiscalYearStart, Month since, int days, Month? last, DateOnly today)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var first = last is { } made ? Month.Max(since, made.Plus(1)) : since;
        var next = EndFrom(cadence, fiscalYearStart, first);
        var current = Month.Of(today);
        var missed = 0;
        for (var later = EndFrom(cadence, fiscalYearStart, next.Plus(1)); later < current; later = EndFrom(cadence, fiscalYearStart, next.Plus(1)))
        {
            (next, missed) = (later, missed + 1);
        }

        var due = next.LastDay.AddDays(days);
        return new(next, due, next >= current ? ReviewStanding.NotYet : today <= due ? ReviewStanding.Due : ReviewStanding.Overdue, missed);
    }

    private static Month EndFrom(ReviewCadence cadence, int fiscalYearStart, Month from)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fiscalYearStart, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fiscalYearStart, 12);
        var length = cadence switch { ReviewCadence.Monthly => 1, ReviewCadence.Quarterly => 3, _ => 12 };
        var past = (from.Number - fiscalYearStart + 12) % length; // months of the period before this one
        return from.Plus(length - 1 - past);
    }
}
