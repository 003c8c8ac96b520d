using CrmRoi.Data;
using CrmRoi.Import;
using CrmRoi.Web.Pages.Import;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Hosting;

/// <summary>Takes in what people sent, one import after the other, whether they stay on the page or not. What was queued when the program ended goes on when it starts again.</summary>
internal sealed partial class ImportRunner(IServiceScopeFactory scopes, UploadFolder uploads, ImportSignal queue, TimeProvider time, ILogger<ImportRunner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await NextAsync(stoppingToken) is { } job)
                {
                    await RunAsync(job, stoppingToken);
                }
            }
            catch (Exception problem) when (problem is System.Data.Common.DbException or DbUpdateException)
            {
                LogPutOff(problem);
            }

            await queue.WaitAsync(Pause, time, stoppingToken);
        }
    }

    private async Task<ImportJob?> NextAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CrmRoiContext>();

        // One that could not even say that it broke off, because the disk was full, is taken back as soon as there is room.
        await scope.ServiceProvider.GetRequiredService<ImportJobs>().RecoverAsync(cancellationToken);
        var queued = await context.ImportJobs.AsNoTracking().Where(job => job.State == ImportState.Queued && job.Reference != null).OrderBy(job => job.Id).ToListAsync(cancellationToken);
        return queued.Find(job => uploads.Holds(job.Reference));
    }

    private async Task RunAsync(ImportJob job, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var upload = await uploads.FindAsync(job.Reference, job.User, cancellationToken);
        var sent = upload is null ? null : await uploads.ChosenAsync(upload, cancellationToken);
        if (upload is null || sent is null)
        {
            await scope.ServiceProvider.GetRequiredService<ImportJobs>().FailAsync(job.Id, "Its files are no longer there.", cancellationToken);
            return;
        }

        try
        {
            var options = new ImportOptions { User = job.User, Job = job.Id, IsFullLoad = sent.IsFullLoad };
            var result = await scope.ServiceProvider.GetRequiredService<Importer>().ImportAsync(SentFiles.WithoutLeftOut(SentFiles.Of(uploads, upload, sent.Choices), sent.Choices), options, null, cancellationToken);
            if (!result.IsRefused)
            {
                uploads.Remove(upload);
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // What the importer began it has undone, with the reason; the next one must go on all the same.
            LogBrokeOff(problem, job.Id);
            await EndAsync(job.Id, problem.GetBaseException().Message);
        }
    }

    private async Task EndAsync(int id, string problem)
    {
        await using var scope = scopes.CreateAsyncScope();
        var jobs = scope.ServiceProvider.GetRequiredService<ImportJobs>();
        if (await jobs.FindAsync(id, CancellationToken.None) is { IsOver: false })
        {
            await jobs.FailAsync(id, problem, CancellationToken.None);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Job} broke off and is undone")]
    private partial void LogBrokeOff(Exception problem, int job);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; imports are put off")]
    private partial void LogPutOff(Exception problem);
}

/// <summary>Wakes whoever takes files in.</summary>
public sealed class ImportSignal : IDisposable
{
    private readonly SemaphoreSlim sent = new(0);

    public void Wake() => sent.Release();

    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(sent.WaitAsync(patience.Token), Task.Delay(longest, time, patience.Token));
        await patience.CancelAsync();
    }

    public void Dispose() => sent.Dispose();
}
