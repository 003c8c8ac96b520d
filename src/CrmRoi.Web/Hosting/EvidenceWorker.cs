using CrmRoi.Data;
using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Web.Hosting;

/// <summary>Reckons evidence in the background when figures have changed, so that no page waits for it.</summary>
internal sealed partial class EvidenceWorker(FigureStore figures, EvidenceStore evidence, IConfiguration configuration, TimeProvider time, ILogger<EvidenceWorker> log)
    : BackgroundService
{
    /// <summary>Whether it runs at all: <c>false</c> leaves evidence to <c>crmroi evidence</c>.</summary>
    public const string Setting = "Evidence:InBackground";

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue(Setting, defaultValue: true))
        {
            return;
        }

        using var timer = new PeriodicTimer(Rest, time);
        var (seen, done) = (0L, 0L);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                // An import changes the version again and again: only what has come to rest is reckoned with.
                var version = (await figures.LoadAsync(stoppingToken)).Version;
                if (version == seen && version != done)
                {
                    await ReckonAsync(stoppingToken);
                    done = version;
                }

                seen = version;
            }
            catch (Exception problem) when (problem is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
            {
                LogPutOff(problem);
            }
        }
    }

    private async Task ReckonAsync(CancellationToken cancellationToken)
    {
        // What the return rests on goes first.
        var reckoned = await evidence.BringUpToDateAsync(EvidenceSubject.OfReturn, cancellationToken)
            + await evidence.BringUpToDateAsync(EvidenceSubject.Usual, cancellationToken);
        if (reckoned > 0)
        {
            LogReckoned(reckoned);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Reckoned {Count} pieces of evidence")]
    private partial void LogReckoned(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; evidence is put off")]
    private partial void LogPutOff(Exception problem);
}
