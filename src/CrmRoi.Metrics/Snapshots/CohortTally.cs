using System.Runtime.InteropServices;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>How many waits of one group have one age.</summary>
/// <param name="Age">As in <see cref="Cohort.Age"/>.</param>
/// <param name="Count">How many.</param>
/// <param name="Value">What they are worth together, in the company's currency.</param>
public readonly record struct AgeSum(int Age, long Count, decimal Value);

/// <summary>Cohorts that differ only in their ages: what is stored as one row.</summary>
/// <param name="Clock">As in <see cref="Cohort.Clock"/>.</param>
/// <param name="Cell">As in <see cref="Cohort.Cell"/>.</param>
/// <param name="Stage">As in <see cref="Cohort.Stage"/>.</param>
/// <param name="Ending">As in <see cref="Cohort.Ending"/>.</param>
/// <param name="EndMonth">As in <see cref="Cohort.EndMonth"/>.</param>
/// <param name="Ages">Its waits by age, youngest first.</param>
public sealed record CohortGroup(Clock Clock, Cell Cell, string Stage, Ending Ending, Month EndMonth, IReadOnlyList<AgeSum> Ages)
{
    /// <summary>Its waits, age by age.</summary>
    public IEnumerable<Cohort> Cohorts => Ages.Select(sum => new Cohort(Clock, Cell, Stage, Ending, EndMonth, sum.Age, sum.Count, sum.Value));
}

/// <summary>Sums the waits that records tell of, some records at a time: any number of them in the memory of their groups.</summary>
/// <param name="organisation">Who belongs where.</param>
/// <param name="rules">What the stages mean.</param>
/// <param name="months">The months wanted, in which waits began; every one when none is given.</param>
public sealed class CohortTally(Organisation organisation, StageRules rules, IReadOnlySet<Month>? months = null)
{
    private readonly Dictionary<Key, List<AgeSum>> groups = [];

    /// <summary>The groups in which there is a wait.</summary>
    public IEnumerable<CohortGroup> Groups => groups.Select(group =>
        new CohortGroup(group.Key.Clock, group.Key.Cell, group.Key.Stage, group.Key.Ending, group.Key.EndMonth, group.Value));

    /// <summary>Adds the waits of records that were not added yet; those in stages of deals all of whose changes come with them.</summary>
    public void Add(RecordSet records) => Add(CohortRules.Of(records, organisation, rules));

    /// <summary>Adds the waits in stages alone.</summary>
    /// <param name="records">Deals, and all their changes.</param>
    public void AddStages(RecordSet records) => Add(CohortRules.InStages(records, organisation, rules));

    private void Add(IEnumerable<Cohort> cohorts)
    {
        foreach (var cohort in cohorts)
        {
            if (months is null || months.Contains(cohort.Cell.Month))
            {
                var key = new Key(cohort.Clock, cohort.Cell, cohort.Stage, cohort.Ending, cohort.EndMonth);
                Add(CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _) ??= new(1), cohort);
            }
        }
    }

    private static void Add(List<AgeSum> ages, Cohort cohort)
    {
        var (low, high) = (0, ages.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ages[middle].Age < cohort.Age ? (middle + 1, high) : (low, middle);
        }

        if (low < ages.Count && ages[low].Age == cohort.Age)
        {
            ages[low] = new(cohort.Age, ages[low].Count + cohort.Count, ages[low].Value + cohort.Value);
        }
        else
        {
            ages.Insert(low, new(cohort.Age, cohort.Count, cohort.Value));
        }
    }

    private readonly record struct Key(Clock Clock, Cell Cell, string Stage, Ending Ending, Month EndMonth);
}
