using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Finds out which records truly changed, and keeps what they were.</summary>
internal sealed class ChangedRecords(CrmRoiContext context, TouchedMonths touched, ImportHistory history, bool isDryRun)
{
    private readonly RowWriter writer = RowWriter.Of(context);
    private readonly Fingerprint fingerprint = new();

    /// <summary>Reads those that seem to have changed: a record without a fingerprint may turn out to be the same, and what it was is kept.</summary>
    public async Task<List<RecordRow<TRecord>>> DifferentAsync<TRecord>(RowShape<TRecord> shape, List<RecordRow<TRecord>> rows, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var different = new List<RecordRow<TRecord>>(rows.Count);
        foreach (var chunk in rows.Chunk(RecordStore.ChunkSize))
        {
            var keys = chunk.Select(row => row.Key).ToArray();
            var stored = await context.Set<TRecord>().AsNoTracking()
                .Where(record => keys.Contains(EF.Property<long>(record, Shadow.Key)))
                .Select(record => new { Key = EF.Property<long>(record, Shadow.Key), Record = record, WrittenBy = EF.Property<int?>(record, Shadow.WrittenBy) })
                .ToDictionaryAsync(row => row.Key, cancellationToken);
            var kept = new List<(TRecord, int?)>();
            foreach (var row in chunk)
            {
                var before = stored[row.Key];
                if (fingerprint.Of(shape, before.Record) == row.Fingerprint)
                {
                    continue;
                }

                touched.Add(before.Record);
                touched.Add(row.Record);
                different.Add(row);
                kept.Add((before.Record, before.WrittenBy));
            }

            if (!isDryRun)
            {
                await history.KeepAsync(kept, isDeletion: false, cancellationToken);
            }
        }

        return different;
    }

    /// <summary>What this import has written itself is written again; where that makes it what it was before, nothing has changed.</summary>
    public async Task<int> RewriteAsync<TRecord>(List<RecordRow<TRecord>> rows, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var (shape, restored) = (RowShape.Of<TRecord>(context), 0);
        var written = new List<RecordRow<TRecord>>(rows.Count);
        foreach (var row in rows)
        {
            touched.Add(row.Record);
            var before = await history.FindAsync<TRecord>(row.Record.Source, row.Record.Id, cancellationToken);
            if (before is not { } kept || fingerprint.Of(shape, kept.Record) != row.Fingerprint)
            {
                written.Add(row);
                continue;
            }

            written.Add(row with { WrittenBy = kept.WrittenBy });
            await history.DropAsync(kept.Id, cancellationToken);
            restored++;
        }

        await writer.ReplaceAsync(context, written, cancellationToken);
        return restored;
    }
}
