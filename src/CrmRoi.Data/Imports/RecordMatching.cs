using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Tells new records from changed ones and those that are as they were, and writes what is to be written.</summary>
internal sealed class RecordMatching(CrmRoiContext context, TouchedMonths touched, FirstFigures figures, int? importJob, bool isDryRun, long expected)
{
    private readonly RowWriter writer = RowWriter.Of(context);
    private readonly ImportHistory history = new(context, importJob);
    private readonly Fingerprint fingerprint = new();
    private readonly ChangedRecords changes = new(context, touched, new ImportHistory(context, importJob), isDryRun);
    private readonly KnownSources known = new(context, expected);
    private readonly IndexesAside aside = new(context, expected);

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

    /// <summary>Whether records wait because nothing tells whether they are there already.</summary>
    public bool IsWaiting => aside.IsWaiting;

    /// <summary>Takes them in.</summary>
    public Task<UpsertCounts> SettleAsync(CancellationToken cancellationToken) => aside.SettleAsync(cancellationToken);

    /// <summary>Makes the indexes that were set aside.</summary>
    public Task RestoreIndexesAsync(CancellationToken cancellationToken) => aside.RestoreAsync(cancellationToken);

    /// <summary>Deletes the records of a source that were not met.</summary>
    public async Task<int> DeleteOthersAsync<TRecord>(string source, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var met = await known.OfAsync<TRecord>(source, cancellationToken);
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
        var met = await known.OfAsync<TRecord>(source, cancellationToken);
        var latest = Latest(records);
        var replaced = records.Count - latest.Count;
        if (met.KnowsAll)
        {
            await aside.ConsiderAsync<TRecord>(WriteSourceAsync, cancellationToken);
        }

        if (aside.WaitingOf<TRecord>() is not { } waiting)
        {
            return await WriteAsync(met, source, latest, replaced, cancellationToken);
        }

        if (!met.KnowsAll)
        {
            return await waiting.SettleAsync(cancellationToken) + await WriteAsync(met, source, latest, replaced, cancellationToken);
        }

        // Without keys only what was never met is known not to be there.
        var (fresh, doubtful) = (new List<TRecord>(latest.Count), new List<TRecord>());
        latest.ForEach(record => (met.MeetId(record.Id) ? doubtful : fresh).Add(record));
        await AddAsync(RowsOf(fresh), cancellationToken);
        waiting.Add(source, doubtful);
        var counts = new UpsertCounts(fresh.Count, replaced, 0) { Waiting = doubtful.ConvertAll(record => record.Id) };
        return waiting.IsFull ? counts + await waiting.SettleAsync(cancellationToken) : counts;
    }

    private async Task<UpsertCounts> WriteAsync<TRecord>(SeenRecords met, string source, List<TRecord> records, int replaced, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var rows = RowsOf(records);
        var (stored, maybe) = await StoredAsync(met, source, rows, cancellationToken);
        var sorted = Sort(rows, stored, maybe, met);
        var changed = await changes.DifferentAsync(RowShape.Of<TRecord>(context), sorted.Changed, cancellationToken);
        var same = sorted.Same + sorted.Changed.Count - changed.Count;
        if (sorted.Repeated.Count > 0)
        {
            // What was met as it was, and then again as another, has changed after all.
            same -= changed.Select(row => row.Record.Id).Intersect(sorted.Repeated, StringComparer.Ordinal).Count();
        }

        if (changed.Count + sorted.Rewritten.Count > 0)
        {
            figures.GiveUp();
        }

        var restored = 0;
        if (!isDryRun)
        {
            await writer.ReplaceAsync(context, changed, cancellationToken);
            restored = await changes.RewriteAsync(sorted.Rewritten, cancellationToken);
            Order(sorted.Fresh);
        }

        await AddAsync(sorted.Fresh, cancellationToken);
        return new(sorted.Fresh.Count, replaced + changed.Count - restored, same + restored) { Repeated = sorted.Repeated };
    }

    private List<RecordRow<TRecord>> RowsOf<TRecord>(List<TRecord> records)
        where TRecord : Record
    {
        var shape = RowShape.Of<TRecord>(context);
        return records.ConvertAll(record => new RecordRow<TRecord>(record, fingerprint.Of(shape, record), 0, importJob));
    }

    private async Task AddAsync<TRecord>(List<RecordRow<TRecord>> fresh, CancellationToken cancellationToken)
        where TRecord : Record
    {
        fresh.ForEach(row => touched.Add(row.Record));
        await figures.AddAsync(fresh.ConvertAll(row => row.Record));
        await (isDryRun ? Task.CompletedTask : writer.AddAsync(context, fresh, cancellationToken));
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

    // As their index is: page after page.
    private static void Order<TRecord>(List<RecordRow<TRecord>> rows)
        where TRecord : Record
    {
        for (var i = 1; i < rows.Count; i++)
        {
            if (string.CompareOrdinal(rows[i - 1].Record.Id, rows[i].Record.Id) > 0)
            {
                rows.Sort((left, right) => string.CompareOrdinal(left.Record.Id, right.Record.Id));
                return;
            }
        }
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

    private async Task<(StoredRow?[] Stored, HashSet<int> Maybe)> StoredAsync<TRecord>(
        SeenRecords met, string source, List<RecordRow<TRecord>> rows, CancellationToken cancellationToken)
        where TRecord : Record
    {
        if (!met.KnowsAll)
        {
            var all = await writer.FindAsync<TRecord>(context, source, rows.ConvertAll(row => row.Record.Id), cancellationToken);
            met.Count(rows.Count, all.Count(row => row is not null));
            return (all, []);
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
}
