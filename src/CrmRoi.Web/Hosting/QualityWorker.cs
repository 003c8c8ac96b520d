using CrmRoi.Data;

namespace CrmRoi.Web.Hosting;

/// <summary>Reckons the report on the quality of the records in the background when the data has changed, so that no page waits for it.</summary>
internal sealed partial class QualityWorker(FigureStore figures, QualityStore quality, IConfiguration configuration, TimeProvider time, ILogger<QualityWorker> log)
    : BackgroundService
{
    /// <summary>Whether it runs at all.</summary>
    public const string Setting = "Quality:InBackground";

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

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
                // An import changes the version again and again: only what has come to rest is looked at.
                var version = (await figures.LoadAsync(stoppingToken)).Version;
                if (version == seen && version != done)
                {
                    await quality.BringUpToDateAsync(stoppingToken);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; the report on the quality of the records is put off")]
    private partial void LogPutOff(Exception problem);
}
