namespace CrmRoi.Metrics;

/// <summary>A run of whole months, both ends included.</summary>
/// <param name="From">The first month.</param>
/// <param name="To">The last month, not before the first.</param>
public readonly record struct Window(Month From, Month To)
{
    /// <summary>How many months it has: at least 1, or 0 or less when it ends before it starts.</summary>
    public int Length => From.MonthsUntil(To) + 1;

    /// <summary>Whether it has no month at all.</summary>
    public bool IsEmpty => To < From;

    /// <summary>Its months in order; none when it is empty.</summary>
    public IEnumerable<Month> Months
    {
        get
        {
            for (var month = From; month <= To; month = month.Plus(1))
            {
                yield return month;
            }
        }
    }

    /// <summary>Whether a month lies in it.</summary>
    public bool Contains(Month month) => From <= month && month <= To;

    /// <summary>The months that both have; empty when they share none.</summary>
    public Window Intersect(Window other) => new(Month.Max(From, other.From), Month.Min(To, other.To));

    /// <summary>"2026-01..2026-03".</summary>
    public override string ToString() => $"{From}..{To}";
}
