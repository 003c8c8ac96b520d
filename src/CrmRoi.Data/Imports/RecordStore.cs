using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

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
        var detects = context.ChangeTracker.AutoDetectChangesEnabled;
        await using var own = context.Database.CurrentTransaction is null ? await context.Database.BeginTransactionAsync(cancellationToken) : null;
        if (dryRun && own is null)
        {
            throw new InvalidOperationException("A dry run is undone at its end, so it cannot be part of another transaction.");
        }

        try
        {
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            await DataVersion.ClaimAsync(context, cancellationToken);
            var counts = await WriteAsync(batch, dryRun, cancellationToken);
            if (own is not null && !dryRun)
            {
                await own.CommitAsync(cancellationToken);
            }

            return counts;
        }
        finally
        {
            context.Forget();
            context.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private async Task<UpsertCounts> WriteAsync(RecordBatch batch, bool dryRun, CancellationToken cancellationToken)
    {
        var kinds = new Dictionary<Type, UpsertCounts>();
        var touched = new TouchedMonths();
        var before = await RecordHorizon.ReadAsync(context, cancellationToken);
        await WriteAsync(batch.Products);
        await WriteAsync(batch.People);
        await WriteAsync(batch.Customers);
        await WriteAsync(batch.Campaigns);
        await WriteAsync(batch.Leads);
        await WriteAsync(batch.Deals);
        await WriteAsync(batch.StageChanges);
        await WriteAsync(batch.Activities);
        await WriteAsync(batch.Orders);
        await WriteAsync(batch.Touches);
        await WriteAsync(batch.Cases);
        await WriteAsync(batch.SurveyAnswers);
        await WriteAsync(batch.Costs);
        await WriteAsync(batch.Savings);
        var counts = UpsertCounts.Sum(kinds);
        if (!dryRun && counts.New + counts.Changed > 0)
        {
            var after = await RecordHorizon.ReadAsync(context, cancellationToken);
            var months = await touched.ResolveAsync(context, before, after, cancellationToken);
            await RebuildAsync(touched, months, cancellationToken);
            return counts with { Months = [.. (touched.All ? after.Months : months.Where(month => month.IsKnown)).Order()] };
        }

        return counts;

        async Task WriteAsync<TRecord>(IReadOnlyList<TRecord> records)
            where TRecord : Record
        {
            if (records.Count > 0)
            {
                kinds[typeof(TRecord)] = await WriteKindAsync(records, touched, cancellationToken);
            }
        }
    }

    private async Task RebuildAsync(TouchedMonths touched, IReadOnlySet<Metrics.Month> months, CancellationToken cancellationToken)
    {
        if (touched.All)
        {
            await snapshots.RebuildAllAsync(cancellationToken);
        }
        else
        {
            if (months.Count > 0)
            {
                await snapshots.RebuildAsync(months, cancellationToken);
            }

            await CampaignCreditStore.RebuildAsync(context, touched.Credited, cancellationToken);
        }

        DataVersion.Change(context, time);
        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task<UpsertCounts> WriteKindAsync<TRecord>(IReadOnlyList<TRecord> records, TouchedMonths touched, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var set = context.Set<TRecord>();
        var (added, changed, replaced, same) = (0, 0, 0, 0);
        foreach (var ofSource in records.GroupBy(record => record.Source))
        {
            var isFirst = !await set.AnyAsync(record => record.Source == ofSource.Key, cancellationToken);
            var latest = Latest(ofSource).ToList();
            changed += ofSource.Count() - latest.Count;
            foreach (var chunk in latest.Chunk(ChunkSize))
            {
                var stored = isFirst ? [] : await StoredAsync(set, chunk, cancellationToken);
                var fresh = chunk.Where(record => !stored.ContainsKey(record.Id)).ToList();
                foreach (var record in chunk.Where(record => stored.TryGetValue(record.Id, out var before) && !IsSame(before, record)))
                {
                    touched.Add(stored[record.Id].Entity);
                    touched.Add(record);
                    stored[record.Id].CurrentValues.SetValues(record);
                    replaced++;
                }

                fresh.ForEach(record => touched.Add(record));
                await context.SaveChangesAsync(cancellationToken);
                context.Forget();
                await BulkWriter.InsertAsync(context, fresh, cancellationToken);
                added += fresh.Count;
                same += chunk.Length - fresh.Count;
            }
        }

        return new(added, changed + replaced, same - replaced);
    }

    // Of two records with one id in a batch the later one counts, and changes the earlier.
    private static IEnumerable<TRecord> Latest<TRecord>(IEnumerable<TRecord> records)
        where TRecord : Record => records.Reverse().DistinctBy(record => record.Id, StringComparer.Ordinal).Reverse();

    private static async Task<Dictionary<string, EntityEntry<TRecord>>> StoredAsync<TRecord>(
        DbSet<TRecord> set, TRecord[] chunk, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var source = chunk[0].Source;
        var ids = chunk.Select(record => record.Id).Distinct().ToArray();
        return await set.Where(record => record.Source == source && ids.Contains(record.Id))
            .AsAsyncEnumerable()
            .ToDictionaryAsync(record => record.Id, set.Entry, StringComparer.Ordinal, cancellationToken);
    }

    // Compared as they are stored: what a database rounds does not make a record another one.
    private static bool IsSame<TRecord>(EntityEntry<TRecord> stored, TRecord record)
        where TRecord : Record =>
        stored.Metadata.GetProperties()
            .Where(property => !property.IsShadowProperty())
            .All(property => Equals(StoredValue(property, stored.Entity), StoredValue(property, record)));

    private static object? StoredValue(IProperty property, object entity)
    {
        var value = property.GetGetter().GetClrValue(entity);
        return property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }
}
