using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Takes records in: each replaces the one of the same source and id, and the figures of the months it touches follow.</summary>
public sealed class RecordStore(CrmRoiContext context, SnapshotStore snapshots, TimeProvider time)
{
    /// <summary>How many ids one query looks up.</summary>
    internal const int ChunkSize = 500;

    /// <summary>Takes a batch in: all of it, with the figures it changes, or nothing.</summary>
    /// <remarks>Within a transaction of the caller's it becomes part of that; otherwise it has one of its own.</remarks>
    public Task<UpsertCounts> UpsertAsync(RecordBatch batch, CancellationToken cancellationToken) => UpsertAsync(batch, dryRun: false, cancellationToken);

    /// <summary>The same, or with <paramref name="dryRun"/> only what it would do.</summary>
    public async Task<UpsertCounts> UpsertAsync(RecordBatch batch, bool dryRun, CancellationToken cancellationToken)
    {
        var import = Begin(null, dryRun);
        if (dryRun)
        {
            return await import.WriteAsync(batch, null, cancellationToken);
        }

        await using var own = context.Database.CurrentTransaction is null ? await context.Database.BeginTransactionAsync(cancellationToken) : null;
        var counts = await import.WriteAsync(batch, null, cancellationToken);
        await import.FinishAsync(null, cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return counts;
    }

    /// <summary>Begins to take in more records than fit into one transaction: batch after batch, and the figures of all of them at the end.</summary>
    /// <param name="importJob">The import that they belong to and can be undone with; none where nothing is to be undone.</param>
    /// <param name="isDryRun">Whether only to tell what it would do.</param>
    /// <param name="expected">How many come, if they are so many that tables that hold fewer are filled first and indexed then.</param>
    public RecordImport Begin(int? importJob, bool isDryRun, long expected = 0) => new(context, snapshots, time, importJob, isDryRun, expected);
}
