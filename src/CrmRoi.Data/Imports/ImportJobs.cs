using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>The imports: who asked for one, how far it is, which goes next, and taking one back.</summary>
/// <remarks>
/// One import writes at a time, whatever process does it; the others wait in the order in which they were asked for. One whose process was killed is undone by whoever
/// starts next.
/// </remarks>
public sealed class ImportJobs(CrmRoiContext context, SnapshotStore snapshots, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private string Database => context.Database.GetConnectionString() ?? "";

    /// <summary>Notes that somebody asks for an import. It waits until <see cref="StartAsync"/>.</summary>
    /// <param name="user">Who asks, by sign-in name.</param>
    /// <param name="files">The names of the files.</param>
    /// <param name="reference">What the caller knows it by, such as its upload.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ImportJob> QueueAsync(string user, IEnumerable<string> files, string? reference, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", files);
        var job = new ImportJob
        {
            User = user,
            Files = names.Length <= ImportJob.LongestText ? names : names[..(ImportJob.LongestText - 1)] + "…",
            State = ImportState.Queued,
            QueuedAt = time.GetUtcNow(),
            Reference = reference,
        };
        context.ImportJobs.Add(job);
        await context.SaveChangesAsync(cancellationToken);
        context.Entry(job).State = EntityState.Detached;
        return job;
    }

    /// <summary>How an import stands; none if there is no such one.</summary>
    public Task<ImportJob?> FindAsync(int id, CancellationToken cancellationToken) =>
        context.ImportJobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == id, cancellationToken);

    /// <summary>Whether an import of what a caller knows by a reference waits or goes on.</summary>
    public Task<bool> IsPendingAsync(string reference, CancellationToken cancellationToken) =>
        context.ImportJobs.AnyAsync(job => job.Reference == reference && (job.State == ImportState.Queued || job.State == ImportState.Running), cancellationToken);

    /// <summary>The last import of what a caller knows by a reference; none if there was none.</summary>
    public Task<int?> LastOfAsync(string reference, CancellationToken cancellationToken) =>
        context.ImportJobs.Where(job => job.Reference == reference).MaxAsync(job => (int?)job.Id, cancellationToken);

    /// <summary>Waits until no other import goes on, and begins.</summary>
    public async Task StartAsync(int id, CancellationToken cancellationToken)
    {
        ImportWorker.Begin(Database, id);
        try
        {
            while (!await TryStartAsync(id, cancellationToken))
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
        catch
        {
            ImportWorker.End(Database, id);
            throw;
        }
    }

    /// <summary>Tells how far an import is; becomes part of the caller's transaction where there is one.</summary>
    public Task ReportAsync(int id, ImportProgress progress, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return context.ImportJobs.Where(job => job.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(job => job.Phase, progress.Phase)
                .SetProperty(job => job.RowsRead, progress.RowsRead)
                .SetProperty(job => job.RowsTotal, progress.RowsTotal)
                .SetProperty(job => job.SeenAt, now),
            cancellationToken);
    }

    /// <summary>Says that an import is done; becomes part of the caller's transaction where there is one.</summary>
    public Task FinishAsync(int id, CancellationToken cancellationToken) => EndAsync(id, ImportState.Done, null, cancellationToken);

    /// <summary>Keeps what became of an import's files.</summary>
    public Task KeepAsync(int id, string result, CancellationToken cancellationToken) =>
        context.ImportJobs.Where(job => job.Id == id).ExecuteUpdateAsync(set => set.SetProperty(job => job.Result, result), cancellationToken);

    /// <summary>Takes back what an import that did not end well has written, and says why it failed.</summary>
    public async Task FailAsync(int id, string problem, CancellationToken cancellationToken)
    {
        var undo = new ImportUndo(context, snapshots, time);
        try
        {
            await FailAsync(undo, id, problem, cancellationToken);
        }
        catch (Exception full) when (DiskFull.Is(full))
        {
            // There is no room to take it back at once. What goes piece after piece makes its own.
            context.Forget();
            undo = new ImportUndo(context, snapshots, time);
            await undo.RunInPiecesAsync(id, cancellationToken);
            await FailAsync(undo, id, problem, cancellationToken);
        }
    }

    private async Task FailAsync(ImportUndo undo, int id, string problem, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await DataVersion.ClaimAsync(context, cancellationToken);
        await undo.RunAsync(id, cancellationToken);
        await EndAsync(id, ImportState.Failed, problem, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Says that this process no longer cares for an import: whoever starts next undoes it.</summary>
    public void Abandon(int id) => ImportWorker.End(Database, id);

    /// <summary>Undoes imports whose process was killed.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        var running = await context.ImportJobs.AsNoTracking().Where(job => job.State == ImportState.Running).ToListAsync(cancellationToken);
        foreach (var job in running.Where(job => !ImportWorker.IsAlive(Database, job, time.GetUtcNow())))
        {
            await FailAsync(job.Id, "The program was stopped in the middle of this import, so it was undone.", cancellationToken);
        }
    }

    /// <summary>Undoes an import: everything is as it was before, unless somebody else has changed the same records since.</summary>
    /// <exception cref="InvalidOperationException">There is no such import, or it is not done.</exception>
    public async Task<UndoResult> UndoAsync(int id, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await DataVersion.ClaimAsync(context, cancellationToken);
        var job = await FindAsync(id, cancellationToken);
        if (job?.State != ImportState.Done)
        {
            throw new InvalidOperationException($"Import {id} is {job?.State.ToString() ?? "not there"}, so it cannot be undone.");
        }

        var undo = new ImportUndo(context, snapshots, time);
        var conflicts = await undo.ConflictsAsync(id, cancellationToken);
        if (conflicts.ConflictCount > 0)
        {
            return conflicts;
        }

        await undo.RunAsync(id, cancellationToken);
        await EndAsync(id, ImportState.Undone, null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return conflicts with { IsDone = true };
    }

    private async Task<bool> TryStartAsync(int id, CancellationToken cancellationToken)
    {
        await RecoverAsync(cancellationToken);
        if (await IsAnotherFirstAsync(id, cancellationToken))
        {
            return false;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await DataVersion.ClaimAsync(context, cancellationToken);
        if (await IsAnotherFirstAsync(id, cancellationToken))
        {
            return false;
        }

        var now = time.GetUtcNow();
        await context.ImportJobs.Where(job => job.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(job => job.State, ImportState.Running)
                .SetProperty(job => job.Phase, ImportPhase.Looking)
                .SetProperty(job => job.StartedAt, now)
                .SetProperty(job => job.SeenAt, now)
                .SetProperty(job => job.Worker, ImportWorker.Name),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private Task<bool> IsAnotherFirstAsync(int id, CancellationToken cancellationToken) =>
        context.ImportJobs.AnyAsync(job => job.State == ImportState.Running && job.Id != id, cancellationToken);

    private async Task EndAsync(int id, ImportState state, string? problem, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var cut = problem?.Length > ImportJob.LongestText ? problem[..ImportJob.LongestText] : problem;
        await context.ImportJobs.Where(job => job.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(job => job.State, state).SetProperty(job => job.Problem, cut).SetProperty(job => job.FinishedAt, now), cancellationToken);
        await context.Imports.Where(run => run.ImportJobId == id).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.State, state).SetProperty(run => run.FinishedAt, now), cancellationToken);
        ImportWorker.End(Database, id);
    }
}
