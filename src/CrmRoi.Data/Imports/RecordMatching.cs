using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Tells new records from changed ones and those that are as they were, and writes what is to be written.</summary>
internal sealed class RecordMatching(CrmRoiContext context, TouchedMonths touched, int? importJob, bool isDryRun)
{
    private readonly RowWriter writer = RowWriter.Of(context);
    private readonly ImportHistory history = new(context, importJob);
    private readonly Fingerprint fingerprint = new();
    private readonly Dictionary<(Type Kind, string Source), SeenRecords> seen = [];

    /// <summary>Takes records of one kind in; a later one of an id replaces an earlier one.</summary>
    public async Task<UpsertCounts> WriteAsync<TRecord>(IReadOnlyList<TRecord> records, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var counts = UpsertCounts.None;
        foreach (var ofSource in records.GroupBy(record => record.Source))
        {
            counts += await WriteSourceAsync(ofSource.Key, [.. ofSource], cancellationToken);
        }

        return counts;
    }

    /// <summary>Deletes the records of a source that were not met.</summary>
    public async Task<int> DeleteOthersAsync<TRecord>(string source, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var met = await SeenAsync<TRecord>(source, cancellationToken);
        var others = new List<long>();
        var rows = context.Set<TRecord>()
            .Where(record => record.Source == source)
            .Select(record => new { Key = EF.Property<long>(record, Shadow.Key), WrittenBy = EF.Property<int?>(record, Shadow.WrittenBy) })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (row.WrittenBy != importJob && !met.HasMetKey(row.Key))
            {
                others.Add(row.Key);
            }
        }

        foreach (var chunk in isDryRun ? [] : others.Chunk(RecordStore.ChunkSize))
        {
            var stored = context.Set<TRecord>().Where(record => chunk.Contains(EF.Property<long>(record, Shadow.Key)));
            var gone = await stored.AsNoTracking().Select(record => new { Record = record, WrittenBy = EF.Property<int?>(record, Shadow.WrittenBy) }).ToListAsync(cancellationToken);
            gone.ForEach(row => touched.Add(row.Record));
            await history.KeepAsync(gone.ConvertAll(row => (row.Record, row.WrittenBy)), isDeletion: true, cancellationToken);
            await stored.ExecuteDeleteAsync(cancellationToken);
        }

        return others.Count;
    }

    private async Task<UpsertCounts> WriteSourceAsync<TRecord>(string source, List<TRecord> records, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var shape = RowShape.Of<TRecord>(context);
        var met = await SeenAsync<TRecord>(source, cancellationToken);
        var rows = Latest(records).ConvertAll(record => new RecordRow<TRecord>(record, fingerprint.Of(shape, record), 0, importJob));
        var (stored, maybe) = await StoredAsync(met, source, rows, cancellationToken);
        var sorted = Sort(rows, stored, maybe, met);
        var changed = await DifferentAsync(shape, sorted.Changed, cancellationToken);
        var same = sorted.Same + sorted.Changed.Count - changed.Count;
        if (sorted.Repeated.Count > 0)
        {
            // What was met as it was, and then again as another, has changed after all.
            same -= changed.Select(row => row.Record.Id).Intersect(sorted.Repeated, StringComparer.Ordinal).Count();
        }

        sorted.Fresh.ForEach(row => touched.Add(row.Record));
        var restored = 0;
        if (!isDryRun)
        {
            await writer.ReplaceAsync(context, changed, cancellationToken);
            restored = await RewriteAsync(sorted.Rewritten, cancellationToken);
            sorted.Fresh.Sort((left, right) => string.CompareOrdinal(left.Record.Id, right.Record.Id)); // as its index is: page after page
            await writer.AddAsync(context, sorted.Fresh, cancellationToken);
        }

        return new(sorted.Fresh.Count, records.Count - rows.Count + changed.Count - restored, same + restored) { Repeated = sorted.Repeated };
    }

    private SortedRows<TRecord> Sort<TRecord>(List<RecordRow<TRecord>> rows, StoredRow?[] stored, HashSet<int> maybe, SeenRecords met)
        where TRecord : Record
    {
        var sorted = new SortedRows<TRecord>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (stored[i] is not { } before)
            {
                if (isDryRun && maybe.Contains(i))
                {
                    sorted.Repeated.Add(rows[i].Record.Id);
                }
                else
                {
                    sorted.Fresh.Add(rows[i]);
                }

                continue;
            }

            var isOurs = importJob is not null && before.WrittenBy == importJob;
            var isRepeated = met.MeetKey(before.Key) || isOurs;
            if (isRepeated)
            {
                sorted.Repeated.Add(rows[i].Record.Id);
            }

            if (before.Fingerprint == rows[i].Fingerprint)
            {
                sorted.Same += isRepeated ? 0 : 1;
            }
            else
            {
                (isOurs ? sorted.Rewritten : sorted.Changed).Add(rows[i] with { Key = before.Key });
            }
        }

        return sorted;
    }

    // Of two records with one id in a batch the later one counts, and changes the earlier.
    private static List<TRecord> Latest<TRecord>(List<TRecord> records)
        where TRecord : Record
    {
        var ids = new HashSet<string>(records.Count, StringComparer.Ordinal);
        return records.TrueForAll(record => ids.Add(record.Id))
            ? records
            : [.. Enumerable.Reverse(records).DistinctBy(record => record.Id, StringComparer.Ordinal).Reverse()];
    }

    private async Task<SeenRecords> SeenAsync<TRecord>(string source, CancellationToken cancellationToken)
        where TRecord : Record
    {
        if (!seen.TryGetValue((typeof(TRecord), source), out var met))
        {
            var isFirst = !await context.Set<TRecord>().AnyAsync(record => record.Source == source, cancellationToken);
            seen[(typeof(TRecord), source)] = met = new(isFirst);
        }

        return met;
    }

    // In an empty table only what this import met itself can be there.
    private async Task<(StoredRow?[] Stored, HashSet<int> Maybe)> StoredAsync<TRecord>(
        SeenRecords met, string source, List<RecordRow<TRecord>> rows, CancellationToken cancellationToken)
        where TRecord : Record
    {
        if (!met.WasEmpty)
        {
            return (await writer.FindAsync<TRecord>(context, source, rows.ConvertAll(row => row.Record.Id), cancellationToken), []);
        }

        var stored = new StoredRow?[rows.Count];
        var maybe = Enumerable.Range(0, rows.Count).Where(i => met.MeetId(rows[i].Record.Id)).ToHashSet();
        var asked = maybe.ToList();
        var found = await writer.FindAsync<TRecord>(context, source, asked.ConvertAll(i => rows[i].Record.Id), cancellationToken);
        foreach (var (place, i) in asked.Index())
        {
            stored[i] = found[place];
        }

        return (stored, maybe);
    }

    // Reads those that seem to have changed: a record without a fingerprint may turn out to be the same, and what it was is kept.
    private async Task<List<RecordRow<TRecord>>> DifferentAsync<TRecord>(RowShape<TRecord> shape, List<RecordRow<TRecord>> rows, CancellationToken cancellationToken)
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

    // What this import has written itself is written again; where that makes it what it was before, nothing has changed.
    private async Task<int> RewriteAsync<TRecord>(List<RecordRow<TRecord>> rows, CancellationToken cancellationToken)
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
