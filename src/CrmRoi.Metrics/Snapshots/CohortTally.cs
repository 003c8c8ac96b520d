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

/// <summary>Sums the waits that records tell of, some records at a time: any number of them in the memory of their groups, whose sums are packed.</summary>
/// <param name="organisation">Who belongs where.</param>
/// <param name="rules">What the stages mean.</param>
/// <param name="months">The months wanted, in which waits began; every one when none is given.</param>
public sealed class CohortTally(Organisation organisation, StageRules rules, IReadOnlySet<Month>? months = null)
{
    // So many waits are summed at once: what a group has is unpacked for all of them together.
    private const int MostPending = 1 << 17;

    private readonly List<Cell> cells = [];
    private readonly Dictionary<Cell, int> cellPlaces = [];
    private readonly List<(Key Key, byte[] Ages)> groups = [];
    private readonly Dictionary<Key, int> places = [];
    private readonly List<long> pending = [];
    private readonly List<AgeSum> pendingSums = [];

    /// <summary>The groups in which there is a wait.</summary>
    public IEnumerable<CohortGroup> Groups
    {
        get
        {
            Sum();
            return groups.Select(group =>
                new CohortGroup(group.Key.Clock, cells[group.Key.Cell], group.Key.Stage, group.Key.Ending, group.Key.EndMonth, PackedAges.Unpack(group.Ages)));
        }
    }

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
                pending.Add(((long)PlaceOf(cohort) << 32) | (uint)cohort.Age);
                pendingSums.Add(new(cohort.Age, cohort.Count, cohort.Value));
                if (pending.Count == MostPending)
                {
                    Sum();
                }
            }
        }
    }

    private int PlaceOf(Cohort cohort)
    {
        ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(cellPlaces, cohort.Cell, out var isKnown);
        if (!isKnown)
        {
            cell = cells.Count;
            cells.Add(cohort.Cell);
        }

        var key = new Key(cell, cohort.Clock, cohort.Ending, cohort.EndMonth, cohort.Stage);
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, key, out isKnown);
        if (!isKnown)
        {
            place = groups.Count;
            groups.Add((key, []));
        }

        return place;
    }

    // Group after group, each youngest first.
    private void Sum()
    {
        var order = CollectionsMarshal.AsSpan(pending);
        var sums = CollectionsMarshal.AsSpan(pendingSums);
        order.Sort(sums);
        for (var (start, next) = (0, 0); start < order.Length; start = next)
        {
            var place = (int)(order[start] >> 32);
            for (next = start; next < order.Length && order[next] >> 32 == place; next++)
            {
            }

            var (key, ages) = groups[place];
            groups[place] = (key, PackedAges.Pack(Merge(PackedAges.Unpack(ages), sums[start..next])));
        }

        pending.Clear();
        pendingSums.Clear();
    }

    private static List<AgeSum> Merge(List<AgeSum> known, ReadOnlySpan<AgeSum> more)
    {
        var merged = new List<AgeSum>(known.Count + more.Length);
        foreach (var sum in known)
        {
            for (; more.Length > 0 && more[0].Age < sum.Age; more = more[1..])
            {
                Add(merged, more[0]);
            }

            Add(merged, sum);
        }

        foreach (var sum in more)
        {
            Add(merged, sum);
        }

        return merged;
    }

    private static void Add(List<AgeSum> sums, AgeSum sum)
    {
        if (sums.Count > 0 && sums[^1].Age == sum.Age)
        {
            sums[^1] = new(sum.Age, sums[^1].Count + sum.Count, sums[^1].Value + sum.Value);
        }
        else
        {
            sums.Add(sum);
        }
    }

    private readonly record struct Key(int Cell, Clock Clock, Ending Ending, Month EndMonth, string Stage);
}
