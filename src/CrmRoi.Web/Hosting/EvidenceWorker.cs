using CrmRoi.Data;
using CrmRoi.Metrics.Evidence;

namespace CrmRoi.Web.Hosting;

/// <summary>Reckons evidence when figures have changed.</summary>
internal sealed partial class EvidenceWorker(FigureStore figures, EvidenceStore evidence, IConfiguration configuration, TimeProvider time, ILogger<EvidenceWorker> log)
    : RestingDataWorker(figures, Setting, TimeSpan.FromSeconds(3), configuration, time, log)
{
    /// <summary>Whether it runs at all: <c>false</c> leaves evidence to <c>crmroi evidence</c>.</summary>
    public const string Setting = "Evidence:InBackground";

    protected override async Task ReckonAsync(CancellationToken cancellationToken)
    {
        // What the return rests on goes first.
        var reckoned = await evidence.BringUpToDateAsync(EvidenceSubject.OfReturn, cancellationToken)
            + await evidence.BringUpToDateAsync(EvidenceSubject.Usual, cancellationToken);
        if (reckoned > 0)
        {
            LogReckoned(Log, reckoned);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Reckoned {Count} pieces of evidence")]
    private static partial void LogReckoned(ILogger log, int count);
}
