using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Reports;
using CrmRoi.Web.Pages.Shared;

namespace CrmRoi.Web.Hosting;

/// <summary>Writes each programme's report once when the data has changed, for nobody: what it rests on is reckoned then, and its first reader does not wait.</summary>
internal sealed partial class ReportWorker(FigureStore figures, IConfiguration configuration, TimeProvider time, ILogger<ReportWorker> log)
    : RestingDataWorker(figures, Setting, TimeSpan.FromSeconds(4), configuration, time, log)
{
    /// <summary>Whether it runs at all.</summary>
    public const string Setting = "Reports:InBackground";

    private readonly TimeProvider clock = time;
    private readonly FigureStore store = figures;

    protected override async Task ReckonAsync(CancellationToken cancellationToken)
    {
        var known = await store.LoadAsync(cancellationToken);
        foreach (var programme in known.Programmes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Prepare(known, programme);
        }
    }

    private void Prepare(Figures known, Programme programme)
    {
        try
        {
            WholeReport.Write(known, known.SummaryOf(programme, Filter.None), look: null, clock.GetUtcNow(), by: "", seesCosts: true, CultureInfo.GetCultureInfo("en-GB"));
            LogPrepared(Log, programme.Name);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // Whoever asks for the report is told; a report that nobody asked for must not end the program.
            LogFailed(Log, problem, programme.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Prepared the report of {Programme}")]
    private static partial void LogPrepared(ILogger log, string programme);

    [LoggerMessage(Level = LogLevel.Error, Message = "The report of {Programme} could not be prepared")]
    private static partial void LogFailed(ILogger log, Exception problem, string programme);
}
