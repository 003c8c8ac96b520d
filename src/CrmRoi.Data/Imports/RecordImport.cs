using CrmRoi.Metrics;
using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Records that are taken in batch by batch: each batch is there whole or not at all, and figures follow when all are there.</summary>
/// <remarks>
/// Until <see cref="FinishAsync"/> every page shows the figures from before: nobody is shown half an import. What it replaces and deletes is kept with
/// the import, so that one that was killed, or that somebody regrets, is undone as a whole.
/// </remarks>
public sealed class RecordImport
{
    private readonly CrmRoiContext context;
    private readonly SnapshotStore snapshots;
    private readonly TimeProvider time;
    private readonly bool isDryRun;
    private readonly TouchedMonths touched = new();
    private readonly RecordMatching matching;
    private readonly FirstFigures figures;
    private readonly bool isLarge;
    private Window? before;
    private bool hasWritten;

    internal RecordImport(CrmRoiContext context, SnapshotStore snapshots, TimeProvider time, int? importJob, bool isDryRun, long expected)
    {
        (this.context, this.snapshots, this.time, this.isDryRun) = (context, snapshots, time, isDryRun);
        isLarge = expected > 0 && !isDryRun;
        figures = new(context);
        matching = new(context, touched, figures, importJob, isDryRun, isLarge ? expected : 0);
    }

    /// <summary>The months whose figures <see cref="FinishAsync"/> made anew, in order; empty before it did, and where nothing changed.</summary>
    public IReadOnlyList<Month> Months { get; private set; } = [];

    /// <summary>Takes a batch in, within the caller's transaction or one of its own.</summary>
    /// <param name="batch">The records.</param>
    /// <param name="alongside">What is to be stored with it, such as how far the import is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<UpsertCounts> WriteAsync(RecordBatch batch, Func<Task>? alongside, CancellationToken cancellationToken) => WithinAsync(async () =>
    {
        await BeginAsync(cancellationToken);
        var kinds = new Dictionary<Type, UpsertCounts>();
        foreach (var kind in KindsOf(batch))
        {
            await kind.WriteAsync(matching, kinds, cancellationToken);
        }

        var counts = UpsertCounts.Sum(kinds);
        hasWritten |= counts.New + counts.Changed > 0;
        await (alongside?.Invoke() ?? Task.CompletedTask);
        return counts;
    }, cancellationToken);

    /// <summary>Takes in those records of earlier batches that wait; to be called after the last batch of a file.</summary>
    public Task<UpsertCounts> SettleAsync(CancellationToken cancellationToken) => !matching.IsWaiting ? Task.FromResult(UpsertCounts.None) : WithinAsync(async () =>
    {
        var counts = await matching.SettleAsync(cancellationToken);
        hasWritten |= counts.New + counts.Changed > 0;
        return counts;
    }, cancellationToken);

    /// <summary>Deletes the records of a source and kind that no batch held: the file is said to hold all of them.</summary>
    public Task<int> DeleteOthersAsync<TRecord>(string source, CancellationToken cancellationToken)
        where TRecord : Record => WithinAsync(async () =>
    {
        await BeginAsync(cancellationToken);
        var deleted = await matching.DeleteOthersAsync<TRecord>(source, cancellationToken);
        hasWritten |= deleted > 0;
        return deleted;
    }, cancellationToken);

    /// <summary>Makes the indexes that were set aside, once every record is there.</summary>
    public Task IndexAsync(CancellationToken cancellationToken) => WithinAsync(async () =>
    {
        await matching.RestoreIndexesAsync(cancellationToken);
        return 0;
    }, cancellationToken);

    /// <summary>Makes the figures of every touched month anew, within the caller's transaction or one of its own.</summary>
    public Task FinishAsync(Func<Task>? alongside, CancellationToken cancellationToken) => WithinAsync(async () =>
    {
        if (hasWritten && !isDryRun)
        {
            await matching.RestoreIndexesAsync(cancellationToken);
            Months = await TouchedFigures.RebuildAsync(context, snapshots, time, touched, await figures.FinishAsync(), before, cancellationToken);
        }

        await (alongside?.Invoke() ?? Task.CompletedTask);
        return 0;
    }, cancellationToken);

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (before is null && !isDryRun)
        {
            RowWriter.Of(context).AllowLongCommands(context);
            before = await RecordHorizon.ReadAsync(context, cancellationToken);
            await (isLarge ? figures.BeginAsync(before.Value, cancellationToken) : Task.CompletedTask);
        }
    }

    private async Task<T> WithinAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        if (isDryRun)
        {
            await context.Database.OpenConnectionAsync(cancellationToken);
            try
            {
                return await work();
            }
            finally
            {
                await context.Database.CloseConnectionAsync();
            }
        }

        var detects = context.ChangeTracker.AutoDetectChangesEnabled;
        await using var own = context.Database.CurrentTransaction is null ? await context.Database.BeginTransactionAsync(cancellationToken) : null;
        try
        {
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            await DataVersion.ClaimAsync(context, cancellationToken);
            var result = await work();
            if (own is not null)
            {
                await own.CommitAsync(cancellationToken);
            }

            return result;
        }
        finally
        {
            context.Forget();
            context.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private static IEnumerable<Kind> KindsOf(RecordBatch batch) =>
    [
        new Kind<Product>(batch.Products), new Kind<Person>(batch.People), new Kind<Customer>(batch.Customers), new Kind<Campaign>(batch.Campaigns),
        new Kind<Lead>(batch.Leads), new Kind<Deal>(batch.Deals), new Kind<StageChange>(batch.StageChanges), new Kind<Activity>(batch.Activities),
        new Kind<Order>(batch.Orders), new Kind<Touch>(batch.Touches), new Kind<Case>(batch.Cases), new Kind<SurveyAnswer>(batch.SurveyAnswers),
        new Kind<Cost>(batch.Costs), new Kind<Saving>(batch.Savings),
    ];

    private abstract class Kind
    {
        public abstract Task WriteAsync(RecordMatching matching, Dictionary<Type, UpsertCounts> counts, CancellationToken cancellationToken);
    }

    private sealed class Kind<TRecord>(IReadOnlyList<TRecord> records) : Kind
        where TRecord : Record
    {
        public override async Task WriteAsync(RecordMatching matching, Dictionary<Type, UpsertCounts> counts, CancellationToken cancellationToken)
        {
            if (records.Count > 0)
            {
                counts[typeof(TRecord)] = await matching.WriteAsync(records, cancellationToken);
            }
        }
    }
}
