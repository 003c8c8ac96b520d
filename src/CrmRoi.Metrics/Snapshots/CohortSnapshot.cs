namespace CrmRoi.Metrics.Snapshots;

/// <summary>Which wait is measured: from what to what, in which unit.</summary>
public enum Clock
{
    /// <summary>From a deal's start to its being won or lost, in days.</summary>
    DealToClose,

    /// <summary>From a lead's creation to its becoming a deal or being given up, in days.</summary>
    LeadToDeal,

    /// <summary>From a lead's creation to the first human contact, in hours.</summary>
    LeadToContact,

    /// <summary>From entering a stage to leaving it, in days.</summary>
    Stage,

    /// <summary>From opening a case to closing it, in hours.</summary>
    CaseToClose,
}

/// <summary>How a wait ended.</summary>
public enum Ending
{
    /// <summary>It goes on.</summary>
    Open,

    /// <summary>In what was waited for: won, converted, contacted, moved on, resolved.</summary>
    Reached,

    /// <summary>In something that makes it impossible: lost, given up.</summary>
    Missed,
}

/// <summary>Waits of one clock that began in one month, in one cell, and ended alike: what is stored of them.</summary>
/// <remarks>
/// For a wait that ended, <see cref="Age"/> is how long it took. One that goes on has no age yet: it keeps the day of the month on
/// which it began, so that its age can be told at any later day, and stored rows need no daily rebuild.
/// Rows with equal keys add up by <see cref="Count"/> and <see cref="Value"/>.
/// </remarks>
/// <param name="Clock">Which wait.</param>
/// <param name="Cell">Month in which it began, with its dimensions; an unknown <see cref="Month"/> when nobody recorded its start.</param>
/// <param name="Stage">The stage, for <see cref="Clock.Stage"/>; empty otherwise.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="EndMonth">The month in which it ended; unknown while it goes on.</param>
/// <param name="Age">How long it took, in the clock's unit; for an open one the day of the month on which it began.</param>
/// <param name="Count">How many.</param>
/// <param name="Value">What they are worth together, in the company's currency.</param>
public sealed record Cohort(Clock Clock, Cell Cell, string Stage, Ending Ending, Month EndMonth, int Age, long Count, decimal Value);

/// <summary>How many waits were still going on, reached their end, or missed it, at each age. Disjoint sets add up.</summary>
public sealed class CohortSnapshot
{
    private readonly SortedDictionary<int, AgeCounts> ages;

    private CohortSnapshot(SortedDictionary<int, AgeCounts> ages) => this.ages = ages;

    /// <summary>No waits.</summary>
    public static CohortSnapshot Empty { get; } = new([]);

    /// <summary>The counts by age, youngest first, in the clock's unit.</summary>
    public IReadOnlyDictionary<int, AgeCounts> Ages => ages;

    /// <summary>How many waits there are.</summary>
    public long Count => ages.Values.Sum(counts => counts.Reached + counts.Missed + counts.Open);

    /// <summary>How many reached their end.</summary>
    public long Reached => ages.Values.Sum(counts => counts.Reached);

    /// <summary>The counts of groups of one clock, with the age of open ones told at the end of a day.</summary>
    /// <remarks>A wait whose start nobody recorded has no age and is left out.</remarks>
    public static CohortSnapshot Of(IEnumerable<CohortGroup> groups, DateOnly asOf)
    {
        var ages = new Dictionary<int, AgeCounts>();
        foreach (var group in groups.Where(group => group.Cell.Month.IsKnown))
        {
            foreach (var (stored, count, _) in group.Ages)
            {
                var age = group.Ending == Ending.Open ? OpenAge(group, stored, asOf) : stored;
                ages[age] = ages.GetValueOrDefault(age) + Counts(group.Ending, count);
            }
        }

        return new(new SortedDictionary<int, AgeCounts>(ages));
    }

    /// <summary>The counts of waits known one by one.</summary>
    public static CohortSnapshot Of(IEnumerable<(int Age, Ending Ending)> waits)
    {
        var ages = new SortedDictionary<int, AgeCounts>();
        foreach (var (age, ending) in waits)
        {
            ages[age] = ages.GetValueOrDefault(age) + Counts(ending, 1);
        }

        return new(ages);
    }

    /// <summary>Merges the counts of two disjoint sets.</summary>
    public static CohortSnapshot operator +(CohortSnapshot left, CohortSnapshot right)
    {
        var ages = new SortedDictionary<int, AgeCounts>(left.ages);
        foreach (var (age, counts) in right.ages)
        {
            ages[age] = ages.GetValueOrDefault(age) + counts;
        }

        return new(ages);
    }

    private static int OpenAge(CohortGroup group, int day, DateOnly asOf)
    {
        var start = group.Cell.Month.FirstDay.AddDays(day - 1);
        var days = Math.Max(0, asOf.DayNumber - start.DayNumber);
        return group.Clock is Clock.LeadToContact or Clock.CaseToClose ? days * 24 : days;
    }

    private static AgeCounts Counts(Ending ending, long count) => ending switch
    {
        Ending.Reached => new(count, 0, 0),
        Ending.Missed => new(0, count, 0),
        _ => new(0, 0, count),
    };
}

/// <summary>What happened to waits at one age.</summary>
/// <param name="Reached">Ended in what was waited for.</param>
/// <param name="Missed">Ended in something that makes it impossible.</param>
/// <param name="Open">Still going on when last seen at that age: censored.</param>
public readonly record struct AgeCounts(long Reached, long Missed, long Open)
{
    /// <summary>Adds counts of disjoint sets.</summary>
    public static AgeCounts operator +(AgeCounts left, AgeCounts right) =>
        new(left.Reached + right.Reached, left.Missed + right.Missed, left.Open + right.Open);
}
