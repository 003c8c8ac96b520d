using System.CommandLine;
using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Pdf;
using CrmRoi.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Cli;

/// <summary><c>report</c>: the ROI report as PDF.</summary>
internal sealed class ReportCommand(TextWriter output)
{
    private static readonly string[] Languages = ["en", "en-GB", "en-US", "de", "de-DE", "de-AT", "de-CH"];

    private readonly Option<FileInfo> file = new("--out") { Description = "Where to write it", Required = true };
    private readonly Option<string?> programme = new("--programme") { Description = "Whose return; the only one unless told otherwise" };
    private readonly Option<string> language = new("--language") { Description = "Its language and number formats", DefaultValueFactory = _ => "en-GB" };
    private readonly Option<string> paper = new("--paper") { Description = "A4 or Letter", DefaultValueFactory = _ => "A4" };
    private readonly Option<bool> json = new("--json") { Description = "Write JSON" };

    public Command Build()
    {
        language.AcceptOnlyFromAmong(Languages);
        paper.AcceptOnlyFromAmong("A4", "Letter");
        var command = new Command("report", "Write the ROI report as PDF") { file, programme, language, paper, json };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetRequiredValue(file).FullName;
        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new WrongUseException($"There is no folder '{Path.GetDirectoryName(path)}'.");
        }

        await using var scope = await Database.OpenAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<EvidenceStore>().BringUpToDateAsync(EvidenceSubject.OfReturn, cancellationToken);
        var figures = await scope.ServiceProvider.GetRequiredService<FigureStore>().LoadAsync(cancellationToken);
        var chosen = figures.ProgrammeOf(parsed.GetValue(programme));
        var input = new ReportInput(
            figures.Company.Name,
            ProgrammeSummary.Of(chosen, ReturnCalculation.Of(chosen, figures.Ledger, figures.Cube), figures.Cube, Filter.None),
            figures.Cube,
            scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow(),
            "crmroi",
            figures.Version,
            parsed.GetValue(paper) == "Letter" ? PageSize.Letter : PageSize.A4,
            figures.Company.FiscalYearStart);
        var written = RoiReport.Write(input, CultureInfo.GetCultureInfo(parsed.GetValue(language)!));
        await File.WriteAllBytesAsync(path, written, cancellationToken);
        await (parsed.GetValue(json)
            ? output.WriteJsonAsync(new { file = path, bytes = written.Length, programme = chosen.Name })
            : output.WriteLineAsync($"{path}: {written.Length.ToString("N0", CultureInfo.InvariantCulture)} bytes"));
        return CommandLine.Done;
    }
}
