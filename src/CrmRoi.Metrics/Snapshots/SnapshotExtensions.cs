namespace CrmRoi.Metrics.Snapshots;

/// <summary>Merging of any number of snapshots.</summary>
public static class SnapshotExtensions
{
    /// <summary>Merges snapshots of disjoint sets of records; <see cref="Snapshot.Empty"/> when there are none.</summary>
    public static Snapshot Merge(this IEnumerable<Snapshot> snapshots) =>
        snapshots.Aggregate(Snapshot.Empty, (left, right) => left + right);
}
