using System.Runtime.InteropServices;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>Sums what records count as, by cell, some records at a time: any number of them in the memory of their cells.</summary>
public sealed class SnapshotTally
{
    private readonly Organisation organisation;
    private readonly IReadOnlySet<Month>? months;
    private readonly Dictionary<Cell, Sums> cells = [];
    private readonly HashSet<(string Agent, DateOnly Day)> agentDays = [];
    private readonly Func<Deal, DateOnly, DealTotals?> dealTotals;

    /// <summary>Nothing has been counted but the people themselves.</summary>
    /// <param name="organisation">Who belongs where.</param>
    /// <param name="horizon">The months for which there are records at all: how long people without dates are taken to have been there.</param>
    /// <param name="months">The months wanted; every one when none is given.</param>
    public SnapshotTally(Organisation organisation, Window horizon, IReadOnlySet<Month>? months = null)
    {
        (this.organisation, this.months) = (organisation, months);
        dealTotals = TotalsOf;
        Add(organisation.People.SelectMany(person => CountingRules.Of(person, horizon)));
    }

    /// <summary>One snapshot for each cell in which something counts.</summary>
    public IEnumerable<KeyValuePair<Cell, Snapshot>> Cells => cells.Select(cell => KeyValuePair.Create(cell.Key, cell.Value.Snapshot));

    /// <summary>Counts records that were not counted yet. All campaigns must come at once: of those with children only the children count.</summary>
    public void Add(RecordSet records)
    {
        var parents = records.Campaigns.Select(c => (c.Source, c.Parent)).Where(c => c.Parent is not null).ToHashSet();
        foreach (var deal in records.Deals)
        {
            CountingRules.Count(deal, dealTotals);
        }

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
                var sums = At(cell);
                sums.Others = sums.Others is null ? snapshot : sums.Others + snapshot;
            }
        }
    }

    private DealTotals? TotalsOf(Deal deal, DateOnly day) =>
        months is null || months.Contains(Month.Of(day)) ? At(CellRules.DealCell(deal, day, organisation)).Deals ??= new() : null;

    private Sums At(Cell cell) => CollectionsMarshal.GetValueRefOrAddDefault(cells, cell, out _) ??= new();

    private sealed class Sums
    {
        public Snapshot? Others { get; set; }

        public DealTotals? Deals { get; set; }

        public Snapshot Snapshot => Deals is null ? Others! : Others is null ? Deals.ToSnapshot() : Others + Deals.ToSnapshot();
    }
}
