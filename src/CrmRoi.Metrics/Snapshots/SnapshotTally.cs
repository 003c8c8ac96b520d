using System.Runtime.InteropServices;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>Sums what records count as, by cell, some records at a time: any number of them in the memory of their cells.</summary>
public sealed class SnapshotTally
{
    private readonly Organisation organisation;
    private readonly IReadOnlySet<Month>? months;
    private readonly CellBook book;
    private readonly List<Sums?> sums = [];
    private readonly HashSet<(string Agent, DateOnly Day)> agentDays = [];
    private readonly Func<Deal, DateOnly, DealTotals?> dealTotals;

    /// <summary>Nothing has been counted but the people themselves.</summary>
    /// <param name="organisation">Who belongs where.</param>
    /// <param name="horizon">The months for which there are records at all: how long people without dates are taken to have been there.</param>
    /// <param name="months">The months wanted; every one when none is given.</param>
    public SnapshotTally(Organisation organisation, Window horizon, IReadOnlySet<Month>? months = null)
        : this(organisation, horizon, months, new(organisation))
    {
    }

    internal SnapshotTally(Organisation organisation, Window horizon, IReadOnlySet<Month>? months, CellBook book)
    {
        (this.organisation, this.months, this.book) = (organisation, months, book);
        dealTotals = TotalsOf;
        Add(organisation.People.SelectMany(person => CountingRules.Of(person, horizon)));
    }

    /// <summary>One snapshot for each cell in which something counts.</summary>
    public IEnumerable<KeyValuePair<Cell, Snapshot>> Cells => sums.Index().Where(cell => cell.Item is not null).Select(cell => KeyValuePair.Create(book[cell.Index], cell.Item!.Snapshot));

    /// <summary>Counts records that were not counted yet. All campaigns must come at once: of those with children only the children count.</summary>
    public void Add(RecordSet records)
    {
        foreach (var deal in records.Deals)
        {
            Add(deal);
        }

        AddOthers(records);
    }

    /// <summary>Counts a deal that was not counted yet.</summary>
    internal void Add(Deal deal) => CountingRules.Count(deal, dealTotals);

    /// <summary>Counts records that were not counted yet, all but the deals.</summary>
    internal void AddOthers(RecordSet records)
    {
        var parents = records.Campaigns.Select(c => (c.Source, c.Parent)).Where(c => c.Parent is not null).ToHashSet();
        Add(records.Activities.SelectMany(r => CountingRules.Of(r, organisation)));
        Add(records.Leads.SelectMany(r => CountingRules.Of(r, organisation)));
        Add(records.Orders.SelectMany(r => CountingRules.Of(r, organisation)));
        Add(records.Customers.SelectMany(r => CountingRules.Of(r, organisation)));
        Add(records.Campaigns.Where(c => !parents.Contains((c.Source, c.Id))).SelectMany(r => CountingRules.Of(r, organisation)));
        Add(records.Cases.SelectMany(r => CountingRules.Of(r, organisation)));
        Add(CountingRules.OfAgentDays(records.Cases, agentDays, organisation));
        Add(records.SurveyAnswers.SelectMany(r => CountingRules.Of(r, organisation)));
    }

    private void Add(IEnumerable<Contribution> contributions)
    {
        foreach (var (cell, snapshot) in contributions)
        {
            if (months is null || months.Contains(cell.Month))
            {
                var sum = At(book.PlaceOf(cell));
                sum.Others = sum.Others is null ? snapshot : sum.Others + snapshot;
            }
        }
    }

    private DealTotals? TotalsOf(Deal deal, DateOnly day) =>
        months is null || months.Contains(Month.Of(day)) ? At(book.PlaceOf(deal, day)).Deals ??= new() : null;

    private Sums At(int place)
    {
        if (place >= sums.Count)
        {
            CollectionsMarshal.SetCount(sums, book.Count); // new places hold nothing
        }

        return sums[place] ??= new();
    }

    private sealed class Sums
    {
        public Snapshot? Others { get; set; }

        public DealTotals? Deals { get; set; }

        public Snapshot Snapshot => Deals is null ? Others! : Others is null ? Deals.ToSnapshot() : Others + Deals.ToSnapshot();
    }
}
