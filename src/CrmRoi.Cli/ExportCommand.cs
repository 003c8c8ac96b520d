using System.CommandLine;
using System.Globalization;
using CrmRoi.Pdf;
using CrmRoi.Reports.Workbook;

namespace CrmRoi.Cli;

/// <summary><c>export</c>: the return as a workbook with live formulas.</summary>
internal sealed class ExportCommand(TextWriter output)
{
    private readonly Option<FileInfo> file = new("--out") { Description = "Where to write it: a file that ends in .xlsx", Required = true };
    private readonly Option<string?> programme = new("--programme") { Description = "Whose return; the only one unless told otherwise" };
    private readonly Option<string> language = new("--language") { Description = "The language of its words", DefaultValueFactory = _ => "en-GB" };
    private readonly Option<bool> json = new("--json") { Description = "Write JSON" };

    public Command Build()
    {
        language.AcceptOnlyFromAmong(ReportInputs.Languages);
        var command = new Command("export", "Write the return as a workbook (XLSX)") { file, programme, language, json };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = ReportInputs.PathOf(parsed.GetRequiredValue(file));
        if (!string.Equals(Path.GetExtension(path), ".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            throw new WrongUseException("A workbook's name ends in .xlsx.");
        }

        await using var scope = await Database.OpenAsync(cancellationToken);
        var input = await ReportInputs.ReadAsync(scope, parsed.GetValue(programme), PageSize.A4, cancellationToken);
        var written = RoiWorkbook.Write(input, CultureInfo.GetCultureInfo(parsed.GetValue(language)!));
        await File.WriteAllBytesAsync(path, written, cancellationToken);
        await (parsed.GetValue(json)
            ? output.WriteJsonAsync(new { file = path, bytes = written.Length, programme = input.Summary.Programme.Name })
            : output.WriteLineAsync($"{path}: {written.Length.ToString("N0", CultureInfo.InvariantCulture)} bytes"));
        return CommandLine.Done;
    }
}
