using CrmRoi.Data;

namespace CrmRoi.Web.Hosting;

/// <summary>Reckons the report on the quality of the records when the data has changed.</summary>
internal sealed class QualityWorker(FigureStore figures, QualityStore quality, IConfiguration configuration, TimeProvider time, ILogger<QualityWorker> log)
    : RestingDataWorker(figures, Setting, TimeSpan.FromSeconds(5), configuration, time, log)
{
    /// <summary>Whether it runs at all.</summary>
    public const string Setting = "Quality:InBackground";

    protected override Task ReckonAsync(CancellationToken cancellationToken) => quality.BringUpToDateAsync(cancellationToken);
}
