using System.Runtime.InteropServices;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>The waits of a company, group by group, and their sums for the parts of the business that somebody looks at.</summary>
/// <remarks>Nothing in it changes, so any number of readers may share one.</remarks>
/// <param name="groups">The groups.</param>
/// <param name="asOf">The last day that they tell of.</param>
internal sealed class CohortBook(IEnumerable<CohortGroup> groups, DateOnly asOf)
{
    private readonly ILookup<Clock, CohortGroup> groups = groups.ToLookup(group => group.Clock);
    private readonly KeptSums<(Clock Clock, Filter Filter), IReadOnlyList<CohortGroup>> sums = new();

    /// <summary>The groups of one clock in a part of the business.</summary>
    public IEnumerable<CohortGroup> Of(Clock clock, Filter filter) => groups[clock].Where(group => filter.Takes(group.Cell));

    /// <summary>Those of them that a metric reads in a window.</summary>
    public IEnumerable<CohortGroup> Of(CohortMetric metric, Window window, Filter filter) => Of(metric.Clock, filter).Where(group => IsChosen(group, metric, window));

    /// <summary>Whether a metric reads a group in a window.</summary>
    public bool IsChosen(CohortGroup group, CohortMetric metric, Window window) => metric.Choice switch
    {
        CohortChoice.Begun => window.Contains(group.Cell.Month),
        CohortChoice.BegunAndMatured => window.Contains(group.Cell.Month) && HasMatured(group.Cell.Month, metric.FollowUp),
        CohortChoice.Ended => window.Contains(group.EndMonth),
        CohortChoice.OpenAtEnd => IsOpenAt(group, window.To),
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric.Choice, "Unknown choice of waits."),
    };

    /// <summary>Whether waits that began in a month have all had so many days to end in.</summary>
    public bool HasMatured(Month month, int days) => month.LastDay.AddDays(days) <= asOf;

    /// <summary>The groups of one clock in a part of the business, summed over all dimensions: what a cell of them tells is its month.</summary>
    /// <remarks>A pipeline of millions of deals has nearly as many groups and ages as deals; of the sums there are some ten thousand.</remarks>
    public IReadOnlyList<CohortGroup> SumsOf(Clock clock, Filter filter) => sums.Of((clock, filter), key => Sum(Of(key.Clock, key.Filter)));

    // A deal without a known start can only be seen to be open now, so it counts on the last day that the figures tell of.
    private bool IsOpenAt(CohortGroup group, Month month) => group.Cell.Month.IsKnown
        ? group.Cell.Month <= month && (group.Ending == Ending.Open || group.EndMonth > month)
        : group.Ending == Ending.Open && month >= Month.Of(asOf);

    private static List<CohortGroup> Sum(IEnumerable<CohortGroup> groups)
    {
        var summed = new List<CohortGroup>();
        var ages = new Dictionary<int, AgeSum>();
        foreach (var alike in groups.GroupBy(group => (group.Clock, group.Cell.Month, group.Stage, group.Ending, group.EndMonth)))
        {
            ages.Clear();
            foreach (var (age, count, value) in alike.SelectMany(group => group.Ages))
            {
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(ages, age, out _);
                sum = new(age, sum.Count + count, sum.Value + value);
            }

            var (clock, month, stage, ending, endMonth) = alike.Key;
            summed.Add(new(clock, new Cell(month), stage, ending, endMonth, [.. ages.Values.OrderBy(sum => sum.Age)]));
        }

        return summed;
    }
}
