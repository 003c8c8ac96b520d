namespace CrmRoi.Metrics.Snapshots;

/// <summary>Everything that is stored of records instead of reckoning it from them for each page, summed some records at a time.</summary>
public sealed class FigureTally
{
    private readonly SnapshotTally snapshots;
    private readonly CohortTally cohorts;
    private readonly CustomerMonthTally customers;

    /// <summary>Nothing has been counted but the people themselves.</summary>
    /// <param name="organisation">Who belongs where.</param>
    /// <param name="horizon">The months for which there are records at all.</param>
    /// <param name="rules">What the stages mean.</param>
    /// <param name="months">The months wanted; every one when none is given.</param>
    public FigureTally(Organisation organisation, Window horizon, StageRules rules, IReadOnlySet<Month>? months)
    {
        var book = new CellBook(organisation);
        snapshots = new(organisation, horizon, months, book);
        cohorts = new(organisation, rules, months, book);
        customers = new(organisation, months, book);
    }

    /// <summary>One snapshot for each cell in which something counts.</summary>
    public IEnumerable<KeyValuePair<Cell, Snapshot>> Cells => snapshots.Cells;

    /// <summary>The waits, by groups.</summary>
    public IEnumerable<CohortGroup> Groups => cohorts.Groups;

    /// <summary>What each customer did in each month.</summary>
    public IEnumerable<CustomerMonth> CustomerMonths => customers.Months;

    /// <summary>Adds records that were not added yet; all campaigns at once, and deals with all their changes of stage or with none.</summary>
    public void Add(RecordSet records)
    {
        // Deal after deal: the cells of each are looked up once for all three.
        foreach (var deal in records.Deals)
        {
            snapshots.Add(deal);
            cohorts.Add(deal);
            customers.Add(deal);
        }

        snapshots.AddOthers(records);
        cohorts.AddOthers(records);
        customers.AddOthers(records);
    }

    /// <summary>Adds the waits in stages of deals that were added without their changes.</summary>
    /// <param name="records">Deals, and all their changes.</param>
    public void AddStages(RecordSet records) => cohorts.AddStages(records);
}
