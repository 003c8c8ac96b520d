using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>The waits of a company, group by group, and their sums for the parts of the business that somebody looks at.</summary>
/// <remarks>Nothing in it changes, so any number of readers may share one.</remarks>
internal sealed class CohortBook(IEnumerable<CohortGroup> groups)
{
    private const int MostSumsKept = 128;

    private readonly ILookup<Clock, CohortGroup> groups = groups.ToLookup(group => group.Clock);
    private readonly ConcurrentDictionary<(Clock Clock, Filter Filter), IReadOnlyList<CohortGroup>> sums = new();

    /// <summary>The groups of one clock in a part of the business.</summary>
    public IEnumerable<CohortGroup> Of(Clock clock, Filter filter) => groups[clock].Where(group => filter.Takes(group.Cell));

    /// <summary>The same, summed over all dimensions: what a cell of them tells is its month.</summary>
    /// <remarks>A pipeline of millions of deals has nearly as many groups and ages as deals; of the sums there are some ten thousand.</remarks>
    public IReadOnlyList<CohortGroup> SumsOf(Clock clock, Filter filter)
    {
        if (sums.Count > MostSumsKept)
        {
            sums.Clear();
        }

        return sums.GetOrAdd((clock, filter), key => Sum(Of(key.Clock, key.Filter)));
    }

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
