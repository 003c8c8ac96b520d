using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>Makes the snapshots of records: every contribution, summed by cell.</summary>
public static class SnapshotBuilder
{
    /// <summary>The snapshots of some months.</summary>
    /// <param name="records">At least every record that counts in those months.</param>
    /// <param name="organisation">Who belongs where.</param>
    /// <param name="horizon">The months for which there are records at all: how long people without dates are taken to have been there.</param>
    /// <param name="months">The months wanted; every one when none is given.</param>
    /// <returns>One snapshot for each cell in which something counts.</returns>
    public static Dictionary<Cell, Snapshot> Build(
        RecordSet records, Organisation organisation, Window horizon, IReadOnlySet<Month>? months = null)
    {
        var cells = new Dictionary<Cell, Snapshot>();
        foreach (var (cell, snapshot) in Contributions(records, organisation, horizon))
        {
            if (months is null || months.Contains(cell.Month))
            {
                cells[cell] = cells.TryGetValue(cell, out var before) ? before + snapshot : snapshot;
            }
        }

        return cells;
    }

    /// <summary>The months in which records lie: from the first date that any of them states to the last; empty when there are none.</summary>
    public static Window HorizonOf(RecordSet records)
    {
        var months = Contributions(records, Organisation.Unknown, new Window(default, default)).Select(c => c.Cell.Month).ToList();
        return months.Count == 0 ? new Window(Month.At(1), Month.At(0)) : new Window(months.Min(), months.Max());
    }

    private static IEnumerable<Contribution> Contributions(RecordSet records, Organisation organisation, Window horizon)
    {
        var parents = records.Campaigns.Select(c => (c.Source, c.Parent)).Where(c => c.Parent is not null).ToHashSet();
        return records.Activities.SelectMany(r => CountingRules.Of(r, organisation))
            .Concat(records.Leads.SelectMany(r => CountingRules.Of(r, organisation)))
            .Concat(records.Deals.SelectMany(r => CountingRules.Of(r, organisation)))
            .Concat(records.Orders.SelectMany(r => CountingRules.Of(r, organisation)))
            .Concat(records.Customers.SelectMany(r => CountingRules.Of(r, organisation)))
            .Concat(records.Campaigns.Where(c => !parents.Contains((c.Source, c.Id))).SelectMany(r => CountingRules.Of(r, organisation)))
            .Concat(records.Cases.SelectMany(r => CountingRules.Of(r, organisation)))
            .Concat(CountingRules.OfAgentDays(records.Cases, organisation))
            .Concat(records.SurveyAnswers.SelectMany(r => CountingRules.Of(r, organisation)))
            .Concat(organisation.People.SelectMany(r => CountingRules.Of(r, horizon)));
    }
}
