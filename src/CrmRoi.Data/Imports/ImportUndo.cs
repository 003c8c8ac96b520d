using System.Text.Json;
using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>A record that keeps an import from being undone.</summary>
/// <param name="Kind">What it is, by the name of its type.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Id">The source's id.</param>
/// <param name="ChangedBy">The import that changed it since; none where somebody edited it.</param>
public sealed record UndoConflict(string Kind, string Source, string Id, int? ChangedBy);

/// <summary>What became of undoing an import.</summary>
/// <param name="IsDone">Whether everything is as it was before the import; otherwise nothing has changed.</param>
/// <param name="Conflicts">The first records that others changed since.</param>
/// <param name="ConflictCount">How many there are.</param>
public sealed record UndoResult(bool IsDone, IReadOnlyList<UndoConflict> Conflicts, int ConflictCount);

/// <summary>Takes away what an import wrote, and puts back what it replaced or deleted; the figures of the months follow. Within the caller's transaction.</summary>
internal sealed class ImportUndo(CrmRoiContext context, SnapshotStore snapshots, TimeProvider time)
{
    private const int Shown = 20;
    private const int Piece = 2_000;
    private readonly CrmRoiContext database = context;
    private readonly RowWriter writer = RowWriter.Of(context);
    private readonly Fingerprint fingerprint = new();
    private readonly TouchedMonths touched = new();
    private int changed;

    private static IReadOnlyList<Kind> Kinds { get; } =
    [
        new Kind<Product>(), new Kind<Person>(), new Kind<Customer>(), new Kind<Campaign>(), new Kind<Lead>(), new Kind<Deal>(), new Kind<StageChange>(),
        new Kind<Activity>(), new Kind<Order>(), new Kind<Touch>(), new Kind<Case>(), new Kind<SurveyAnswer>(), new Kind<Cost>(), new Kind<Saving>(),
    ];

    /// <summary>The records that were changed since.</summary>
    public async Task<UndoResult> ConflictsAsync(int job, CancellationToken cancellationToken)
    {
        var later = database.ImportChanges.AsNoTracking().Where(change => change.WrittenBy == job && change.ImportJobId != job);
        var count = await later.CountAsync(cancellationToken);
        var conflicts = await later.OrderBy(change => change.Id).Take(Shown)
            .Select(change => new UndoConflict(change.Kind, change.Source, change.RecordId, change.ImportJobId))
            .ToListAsync(cancellationToken);
        foreach (var kind in Kinds)
        {
            await kind.FindAsync(this, job, conflicts, cancellationToken);
        }

        var all = conflicts.DistinctBy(conflict => (conflict.Kind, conflict.Source, conflict.Id)).ToList();
        return new(false, [.. all.Take(Shown)], Math.Max(count, all.Count));
    }

    public async Task RunAsync(int job, CancellationToken cancellationToken)
    {
        writer.AllowLongCommands(database);
        var before = await RecordHorizon.ReadAsync(database, cancellationToken);
        foreach (var kind in Kinds)
        {
            await kind.RestoreIndexesAsync(this, cancellationToken);
            changed += await kind.UndoAsync(this, job, cancellationToken);
        }

        await database.ImportChanges.Where(change => change.ImportJobId == job).ExecuteDeleteAsync(cancellationToken);
        if (changed > 0)
        {
            await TouchedFigures.RebuildAsync(database, snapshots, time, touched, null, before, cancellationToken);
        }
    }

    /// <summary>
    /// Takes most of it back in many small transactions, for want of room for a large one; <see cref="RunAsync"/> then does the rest. Where that is killed, whoever starts
    /// next goes on: the figures are those from before the import all the time.
    /// </summary>
    public async Task RunInPiecesAsync(int job, CancellationToken cancellationToken)
    {
        foreach (var kind in Kinds)
        {
            await kind.UndoInPiecesAsync(this, job, cancellationToken);
        }
    }

    private async Task<int> PieceAsync(Func<Task<int>> work, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await DataVersion.ClaimAsync(database, cancellationToken);
        var count = await work();
        await transaction.CommitAsync(cancellationToken);
        changed += count;
        return count;
    }

    private abstract class Kind
    {
        public abstract Task UndoInPiecesAsync(ImportUndo undo, int job, CancellationToken cancellationToken);

        public abstract Task FindAsync(ImportUndo undo, int job, List<UndoConflict> conflicts, CancellationToken cancellationToken);

        public abstract Task RestoreIndexesAsync(ImportUndo undo, CancellationToken cancellationToken);

        public abstract Task<int> UndoAsync(ImportUndo undo, int job, CancellationToken cancellationToken);
    }

    private sealed class Kind<TRecord> : Kind
        where TRecord : Record
    {
        // Of what the import replaced or deleted: what stands there now and is not the import's own.
        public override async Task FindAsync(ImportUndo undo, int job, List<UndoConflict> conflicts, CancellationToken cancellationToken)
        {
            await foreach (var chunk in ChangesAsync(undo, job, cancellationToken))
            {
                foreach (var ofSource in chunk.GroupBy(change => change.Source))
                {
                    var changes = ofSource.ToList();
                    var stored = await undo.writer.FindAsync<TRecord>(undo.database, ofSource.Key, changes.ConvertAll(change => change.RecordId), cancellationToken);
                    conflicts.AddRange(changes.Zip(stored)
                        .Where(pair => pair.Second is { } now ? now.WrittenBy != job : !pair.First.IsDeletion)
                        .Select(pair => new UndoConflict(pair.First.Kind, pair.First.Source, pair.First.RecordId, pair.Second?.WrittenBy)));
                }
            }
        }

        // An import that was killed may have set them aside.
        public override Task RestoreIndexesAsync(ImportUndo undo, CancellationToken cancellationToken) =>
            undo.writer.RestoreIndexesAsync<TRecord>(undo.database, cancellationToken);

        public override async Task UndoInPiecesAsync(ImportUndo undo, int job, CancellationToken cancellationToken)
        {
            await foreach (var chunk in ChangesAsync(undo, job, cancellationToken))
            {
                await undo.PieceAsync(() => PutBackAsync(undo, job, chunk, cancellationToken), cancellationToken);
            }

            while (await undo.PieceAsync(() => TakeAwayAsync(undo, Written(undo, job).OrderBy(record => EF.Property<long>(record, Shadow.Key)).Take(Piece), cancellationToken), cancellationToken) > 0)
            {
            }
        }

        public override async Task<int> UndoAsync(ImportUndo undo, int job, CancellationToken cancellationToken)
        {
            var count = await TakeAwayAsync(undo, Written(undo, job), cancellationToken);
            await foreach (var chunk in ChangesAsync(undo, job, cancellationToken))
            {
                foreach (var ofSource in chunk.GroupBy(change => change.Source))
                {
                    count += await RestoreAsync(undo, ofSource.Key, [.. ofSource], cancellationToken);
                }
            }

            return count;
        }

        private static IQueryable<TRecord> Written(ImportUndo undo, int job) =>
            undo.database.Set<TRecord>().Where(record => EF.Property<int?>(record, Shadow.WrittenBy) == job);

        private static async Task<int> TakeAwayAsync(ImportUndo undo, IQueryable<TRecord> written, CancellationToken cancellationToken)
        {
            var count = 0;
            await foreach (var record in written.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                undo.touched.Add(record);
                count++;
            }

            await written.ExecuteDeleteAsync(cancellationToken);
            return count;
        }

        // What replaced them goes first, then they come back, and are no longer to be put back.
        private static async Task<int> PutBackAsync(ImportUndo undo, int job, List<ImportChange> chunk, CancellationToken cancellationToken)
        {
            var count = 0;
            foreach (var ofSource in chunk.GroupBy(change => change.Source))
            {
                string[] ids = [.. ofSource.Select(change => change.RecordId)];
                count += await TakeAwayAsync(undo, Written(undo, job).Where(record => record.Source == ofSource.Key && ids.Contains(record.Id)), cancellationToken);
                count += await RestoreAsync(undo, ofSource.Key, [.. ofSource], cancellationToken);
            }

            var done = chunk.ConvertAll(change => change.Id);
            await undo.database.ImportChanges.Where(change => done.Contains(change.Id)).ExecuteDeleteAsync(cancellationToken);
            return count;
        }

        // What somebody edited meanwhile stays as it is; only a killed import is undone in spite of that.
        private static async Task<int> RestoreAsync(ImportUndo undo, string source, List<ImportChange> changes, CancellationToken cancellationToken)
        {
            var shape = RowShape.Of<TRecord>(undo.database);
            var stored = await undo.writer.FindAsync<TRecord>(undo.database, source, changes.ConvertAll(change => change.RecordId), cancellationToken);
            var rows = new List<RecordRow<TRecord>>();
            foreach (var (change, now) in changes.Zip(stored))
            {
                var record = JsonSerializer.Deserialize<TRecord>(change.Before)!;
                undo.touched.Add(record);
                if (now is null)
                {
                    rows.Add(new(record, undo.fingerprint.Of(shape, record), 0, change.WrittenBy));
                }
            }

            await undo.writer.AddAsync(undo.database, rows, cancellationToken);
            return rows.Count;
        }

        private static async IAsyncEnumerable<List<ImportChange>> ChangesAsync(
            ImportUndo undo, int job, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var kind = typeof(TRecord).Name;
            for (var last = 0L; ;)
            {
                var from = last;
                var chunk = await undo.database.ImportChanges.AsNoTracking()
                    .Where(change => change.ImportJobId == job && change.Kind == kind && change.Id > from)
                    .OrderBy(change => change.Id).Take(RecordStore.ChunkSize).ToListAsync(cancellationToken);
                if (chunk.Count == 0)
                {
                    yield break;
                }

                last = chunk[^1].Id;
                yield return chunk;
            }
        }
    }
}
