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
        var tally = new SnapshotTally(organisation, horizon, months);
        tally.Add(records);
        return new(tally.Cells);
    }

    /// <summary>The months in which records lie: from the first date that any of them states to the last; empty when there are none.</summary>
    public static Window HorizonOf(RecordSet records)
    {
        var tally = new SnapshotTally(Organisation.Unknown, new Window(default, default));
        tally.Add(records);
        var months = tally.Cells.Select(cell => cell.Key.Month).ToList();
        return months.Count == 0 ? new Window(Month.At(1), Month.At(0)) : new Window(months.Min(), months.Max());
    }
}
