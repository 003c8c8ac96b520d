using System.Runtime.CompilerServices;
using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CrmRoi.Data;

/// <summary>A record on its way into the database.</summary>
/// <param name="Record">The record.</param>
/// <param name="Fingerprint">The hash of what is stored of it.</param>
/// <param name="Key">Its key there; 0 as long as it has none.</param>
/// <param name="WrittenBy">The import that writes it; none where none does.</param>
public readonly record struct RecordRow<TRecord>(TRecord Record, long Fingerprint, long Key, int? WrittenBy)
    where TRecord : Record;

/// <summary>What is known of a stored record without reading it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Fingerprint">The hash of what is stored of it; none where nobody reckoned it.</param>
/// <param name="WrittenBy">The import that wrote it last.</param>
public readonly record struct StoredRow(long Key, long? Fingerprint, int? WrittenBy);

/// <summary>Writes many rows of one table, and reads them: the one seam behind which each database has its own fast way.</summary>
/// <remarks>
/// This one uses the context's own batches: for databases without a faster way, and for tables whose rows interceptors watch (those keep a version).
/// Everything happens in the context's current transaction. Nothing that was written is left in the context.
/// </remarks>
public class RowWriter
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    private const int BatchSize = 1000;
    private const int Asked = 500;

    /// <summary>The writer of a context's database.</summary>
    public static RowWriter Of(CrmRoiContext context) =>
        context.GetService<IDbContextOptions>().FindExtension<RowWriterOption>()?.Writer ?? RowWriterOption.Tracked;

    /// <summary>Lets the context's commands take as long as millions of rows take, and not only as long as somebody waits for a page.</summary>
    public virtual void AllowLongCommands(CrmRoiContext context) => context.Database.SetCommandTimeout(Longest);

    /// <summary>Adds rows. Keys that the database makes are left to it and not read back.</summary>
    public virtual async Task InsertAsync<TRow>(CrmRoiContext context, IEnumerable<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        foreach (var batch in rows.Chunk(BatchSize))
        {
            context.Set<TRow>().AddRange(batch);
            await SaveAsync(context, cancellationToken);
        }
    }

    /// <summary>What is stored under ids of a source, in their order; nothing where there is none.</summary>
    public virtual async Task<StoredRow?[]> FindAsync<TRecord>(CrmRoiContext context, string source, IReadOnlyList<string> ids, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var found = new Dictionary<string, StoredRow>(StringComparer.Ordinal);
        foreach (var chunk in ids.Chunk(Asked))
        {
            var rows = await context.Set<TRecord>()
                .Where(record => record.Source == source && chunk.Contains(record.Id))
                .Select(record => new
                {
                    record.Id,
                    Key = EF.Property<long>(record, Shadow.Key),
                    Fingerprint = EF.Property<long?>(record, Shadow.Fingerprint),
                    WrittenBy = EF.Property<int?>(record, Shadow.WrittenBy),
                })
                .ToListAsync(cancellationToken);
            rows.ForEach(row => found[row.Id] = new(row.Key, row.Fingerprint, row.WrittenBy));
        }

        return [.. ids.Select(id => found.TryGetValue(id, out var row) ? row : (StoredRow?)null)];
    }

    /// <summary>Adds records that are not there yet.</summary>
    public virtual async Task AddAsync<TRecord>(CrmRoiContext context, IReadOnlyList<RecordRow<TRecord>> rows, CancellationToken cancellationToken)
        where TRecord : Record
    {
        foreach (var batch in rows.Chunk(BatchSize))
        {
            foreach (var row in batch)
            {
                var entry = context.Add(row.Record);
                entry.Property(Shadow.Fingerprint).CurrentValue = row.Fingerprint;
                entry.Property(Shadow.WrittenBy).CurrentValue = row.WrittenBy;
            }

            await SaveAsync(context, cancellationToken);
        }
    }

    /// <summary>Replaces records by their keys.</summary>
    public virtual async Task ReplaceAsync<TRecord>(CrmRoiContext context, IReadOnlyList<RecordRow<TRecord>> rows, CancellationToken cancellationToken)
        where TRecord : Record
    {
        foreach (var batch in rows.Chunk(Asked))
        {
            var byKey = batch.ToDictionary(row => row.Key);
            var keys = byKey.Keys.ToArray();
            var stored = await context.Set<TRecord>().AsTracking().Where(record => keys.Contains(EF.Property<long>(record, Shadow.Key))).ToListAsync(cancellationToken);
            foreach (var entry in stored.Select(context.Entry))
            {
                var row = byKey[(long)entry.Property(Shadow.Key).CurrentValue!];
                entry.CurrentValues.SetValues(row.Record);
                entry.Property(Shadow.WrittenBy).CurrentValue = row.WrittenBy;
                entry.Property(Shadow.Fingerprint).CurrentValue = row.Fingerprint;
                entry.Property(Shadow.Fingerprint).IsModified = true;
            }

            await SaveAsync(context, cancellationToken);
        }
    }

    /// <summary>Does without the indexes of a table while very many rows go in, where that makes them go in faster.</summary>
    /// <returns>Whether even its keys are gone, those indexes that keep rows unique: nothing can be found by them, and nothing is refused that is there twice.</returns>
    public virtual Task<bool> SetIndexesAsideAsync<TRow>(CrmRoiContext context, CancellationToken cancellationToken)
        where TRow : class => Task.FromResult(false);

    /// <summary>Makes the keys that are not there; nothing where all are.</summary>
    public virtual Task RestoreKeysAsync<TRow>(CrmRoiContext context, CancellationToken cancellationToken)
        where TRow : class => Task.CompletedTask;

    /// <summary>Makes the indexes that are not there; nothing where all are.</summary>
    public virtual Task RestoreIndexesAsync<TRow>(CrmRoiContext context, CancellationToken cancellationToken)
        where TRow : class => Task.CompletedTask;

    /// <summary>Reads rows that a query picks out, some at a time, to reckon with: the context does not come to know them.</summary>
    public virtual async IAsyncEnumerable<IReadOnlyList<TRow>> ReadPartsAsync<TRow>(
        CrmRoiContext context, IQueryable<TRow> rows, int most, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRow : class
    {
        var part = new List<TRow>();
        await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            part.Add(row);
            if (part.Count == most)
            {
                yield return part;
                part = [];
            }
        }

        yield return part;
    }

    /// <summary>Reads all rows that a query picks out, to reckon with.</summary>
    public async Task<IReadOnlyList<TRow>> ReadAsync<TRow>(CrmRoiContext context, IQueryable<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        await foreach (var part in ReadPartsAsync(context, rows, int.MaxValue, cancellationToken))
        {
            return part;
        }

        return [];
    }

    private static async Task SaveAsync(CrmRoiContext context, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        context.Forget();
    }
}
