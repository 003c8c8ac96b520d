using System.Runtime.InteropServices;
using CrmRoi.Metrics.Records;

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
    /// <summary>How many waits it has.</summary>
    public long Count => Ages.Sum(sum => sum.Count);

    /// <summary>What they are worth together, in the company's currency.</summary>
    public decimal Value => Ages.Sum(sum => sum.Value);

    /// <summary>Its waits, age by age.</summary>
    public IEnumerable<Cohort> Cohorts => Ages.Select(sum => new Cohort(Clock, Cell, Stage, Ending, EndMonth, sum.Age, sum.Count, sum.Value));
}

/// <summary>Sums the waits that records tell of, some records at a time: any number of them in the memory of their groups, whose sums are packed.</summary>
public sealed class CohortTally
{
    private readonly Organisation organisation;
    private readonly StageRules rules;
    private readonly IReadOnlySet<Month>? months;
    private readonly CellBook book;
    private readonly Dictionary<Key, AgesPlace> groups = [];
    private readonly PackedAges ages = new();
    private readonly Numbering<string> stages = new(StringComparer.Ordinal);
    private readonly int noStage;

    /// <summary>Nothing has been added.</summary>
    /// <param name="organisation">Who belongs where.</param>
    /// <param name="rules">What the stages mean.</param>
    /// <param name="months">The months wanted, in which waits began; every one when none is given.</param>
    public CohortTally(Organisation organisation, StageRules rules, IReadOnlySet<Month>? months = null)
        : this(organisation, rules, months, new(organisation))
    {
    }

    internal CohortTally(Organisation organisation, StageRules rules, IReadOnlySet<Month>? months, CellBook book)
    {
        (this.organisation, this.rules, this.months, this.book) = (organisation, rules, months, book);
        noStage = stages.Of("");
    }

    /// <summary>The groups in which there is a wait.</summary>
    public IEnumerable<CohortGroup> Groups => groups.Select(group =>
        new CohortGroup(group.Key.Clock, book[group.Key.Cell], stages[group.Key.Stage], group.Key.Ending, group.Key.EndMonth, ages.Of(group.Value)));

    /// <summary>Adds the waits of records that were not added yet; those in stages of deals all of whose changes come with them.</summary>
    public void Add(RecordSet records)
    {
        foreach (var deal in records.Deals)
        {
            Add(deal);
        }

        AddOthers(records);
    }

    /// <summary>Adds the waits in stages alone.</summary>
    /// <param name="records">Deals, and all their changes.</param>
    public void AddStages(RecordSet records) => Add(CohortRules.InStages(records, organisation, rules));

    /// <summary>Adds the wait of a deal as a whole.</summary>
    internal void Add(Deal deal)
    {
        if (!CohortRules.TellsOfWaits(deal))
        {
            return;
        }

        var (start, end, ending) = CohortRules.Of(deal);
        if (months is null || months.Contains(MonthOf(start)))
        {
            var cell = start is { } day ? book.PlaceOf(deal, day) : book.PlaceInNoMonth(deal, deal.ClosedOn ?? DateOnly.MaxValue);
            Add(new(cell, noStage, Clock.DealToClose, ending, MonthOf(end)), CohortRules.AgeOf(start, end), 1, deal.Value ?? 0);
        }
    }

    /// <summary>Adds the waits of records, all but those of deals as a whole.</summary>
    internal void AddOthers(RecordSet records) => Add(CohortRules.OfOthers(records, organisation, rules));

    private void Add(IEnumerable<Cohort> cohorts)
    {
        foreach (var cohort in cohorts)
        {
            if (months is null || months.Contains(cohort.Cell.Month))
            {
                Add(new(book.PlaceOf(cohort.Cell), stages.Of(cohort.Stage), cohort.Clock, cohort.Ending, cohort.EndMonth), cohort.Age, cohort.Count, cohort.Value);
            }
        }
    }

    private void Add(Key key, int age, long count, decimal value) => ages.Add(ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _), age, count, value);

    private static Month MonthOf(DateOnly? day) => day is { } known ? Month.Of(known) : default;

    // Numbers only: the collector of garbage passes over them.
    private readonly record struct Key(int Cell, int Stage, Clock Clock, Ending Ending, Month EndMonth)
    {
        public override int GetHashCode() => HashCode.Combine(Cell, Stage, ((int)Clock << 2) | (int)Ending, EndMonth.Index);
    }
}
