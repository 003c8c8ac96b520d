using CrmRoi.Data;

namespace CrmRoi.Web.Hosting;

/// <summary>Reckons something in the background when the data has changed and come to rest, so that no page waits for it.</summary>
/// <param name="figures">Tells the data's version.</param>
/// <param name="setting">The setting that turns it off with <c>false</c>.</param>
/// <param name="rest">How long the data has to stay as it is.</param>
/// <param name="configuration">Where the setting stands.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where it is noted that the database did not answer.</param>
internal abstract partial class RestingDataWorker(
    FigureStore figures, string setting, TimeSpan rest, IConfiguration configuration, TimeProvider time, ILogger log) : BackgroundService
{
    protected ILogger Log { get; } = log;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue(setting, defaultValue: true))
        {
            return;
        }

        using var timer = new PeriodicTimer(rest, time);
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
                LogPutOff(Log, problem, setting);
            }
        }
    }

    /// <summary>Reckons what follows from the data as they are.</summary>
    protected abstract Task ReckonAsync(CancellationToken cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; {Setting} is put off")]
    private static partial void LogPutOff(ILogger log, Exception problem, string setting);
}
