using System.CommandLine;
using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Import;
using CrmRoi.Import.Mapping;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace CrmRoi.Cli;

/// <summary><c>import FILE…</c></summary>
internal sealed class ImportCommand(TextWriter output, TextWriter error)
{
    private readonly Argument<string[]> files = new("FILE") { Description = "CSV files, Excel workbooks, or zip archives of them", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> kind = new("--kind") { Description = "What the rows are; found out where it is not said" };
    private readonly Option<string?> preset = new("--preset") { Description = "The CRM that the files come from, or \"none\"; found out where it is not said" };
    private readonly Option<string?> map = new("--map") { Description = "A JSON file that says what columns, dates, decimals and stages mean" };
    private readonly Option<bool> ignoreSaved = new("--ignore-saved") { Description = "Leave out of account what was said on the page of earlier files with the same headers" };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Tell what would happen, and store nothing" };
    private readonly Option<bool> full = new("--full") { Description = "The files hold every record of their kinds: delete those of the same source that they do not hold" };
    private readonly Option<bool> strict = new("--strict") { Description = "End with 1 if any row is refused" };
    private readonly Option<bool> json = new("--json") { Description = "Write JSON" };

    public Command Build()
    {
        kind.AcceptOnlyFromAmong([.. Enum.GetValues<RecordKind>().Select(Importer.NameOf)]);
        var command = new Command("import", "Take files in") { files, kind, preset, map, ignoreSaved, full, dryRun, strict, json };
        command.SetAction(RunAsync);
        command.Add(new UndoCommand(output, error).Build());
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var contents = await ReadAsync(parsed.GetValue(files)!);
        var options = new ImportOptions
        {
            Kind = parsed.GetValue(kind) is { } name ? Enum.Parse<RecordKind>(name, ignoreCase: true) : null,
            Map = parsed.GetValue(map) is { } path ? MapFile.Parse(await TextAsync(path, cancellationToken)) : null,
            Preset = parsed.GetValue(preset),
            IgnoresSaved = parsed.GetValue(ignoreSaved),
            IsFullLoad = parsed.GetValue(full),
            IsDryRun = parsed.GetValue(dryRun),
            User = Database.Name,
        };
        await using var scope = await Database.OpenAsync(cancellationToken);
        var importer = scope.ServiceProvider.GetRequiredService<Importer>();
        var result = await importer.ImportAsync(contents, options, new Progress(error), cancellationToken);
        await (parsed.GetValue(json) ? output.WriteJsonAsync(JsonOf(result)) : TableAsync(result));
        foreach (var file in result.Files.Where(file => file.Problem is not null))
        {
            await error.WriteLineAsync($"{file.Name}: {file.Problem!.Reason}");
        }

        return result.IsRefused || (parsed.GetValue(strict) && result.IsPartlyRefused) ? CommandLine.Refused : CommandLine.Done;
    }

    private static async Task<List<ImportFile>> ReadAsync(string[] paths)
    {
        var contents = new List<ImportFile>();
        foreach (var path in paths)
        {
            try
            {
                await using var readable = File.OpenRead(path);
                contents.Add(ImportFile.At(Path.GetFileName(path), path));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw new WrongUseException($"The file '{path}' cannot be read: {problem.Message}");
            }
        }

        return contents;
    }

    private static async Task<string> TextAsync(string path, CancellationToken cancellationToken) =>
        await File.ReadAllTextAsync((await ReadAsync([path]))[0].Path!, cancellationToken);

    private static object JsonOf(ImportResult result) => new
    {
        import = result.JobId,
        files = result.Files.Select(file => new
        {
            file.Name,
            kind = file.Kind is { } kind ? Importer.NameOf(kind) : null,
            file.Preset,
            file.Columns,
            savedMapping = file.Reused,
            setAside = file.SetAside?.Reason,
            file.Read,
            file.New,
            file.Changed,
            file.Same,
            file.Deleted,
            refused = file.RefusedRows,
            warnings = file.Warnings.Select(warning => new { warning.Code, warning.Count, warning.Sample }),
        }),
        refusedRows = result.Files.SelectMany(file => file.Problem is { } problem
            ? [new { file = file.Name, line = 0, column = "", value = "", reason = problem.Reason }]
            : file.AllRefusals.Select(refusal => new { file = file.Name, line = refusal.Line, column = refusal.Column, value = refusal.Value, reason = refusal.Reason })),
    };

    private Task TableAsync(ImportResult result)
    {
        var console = Tables.Console(output);
        var table = Tables.Of("File", "Kind", "Read", "New", "Changed", "Same", "Refused");
        foreach (var file in result.Files)
        {
            table.Add([file.Name, file.Kind is { } kind ? Importer.NameOf(kind) : "—",
                .. new[] { file.Read, file.New, file.Changed, file.Same, file.RefusedRows }.Select(count => count.ToString("N0", CultureInfo.InvariantCulture))]);
        }

        console.Write(table);
        foreach (var file in result.Files)
        {
            if (file.SetAside is { } aside)
            {
                console.WriteLine($"{file.Name}: {aside.Reason}");
            }

            if (file.Reused is { } reused)
            {
                console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: read as {reused.By} said of {reused.FileName} on {reused.At:yyyy-MM-dd}; --ignore-saved reads it by itself"));
            }

            foreach (var warning in file.Warnings)
            {
                console.WriteLine($"{file.Name}: {warning.Code} ({warning.Count}): {warning.Sample}");
            }

            foreach (var refusal in file.Refusals.Take(20))
            {
                console.WriteLine($"{file.Name}, line {refusal.Line}, {refusal.Column} '{refusal.Value}': {refusal.Reason}");
            }

            if (file.RefusedRows > 20)
            {
                console.WriteLine($"{file.Name}: and {file.RefusedRows - 20} more refused rows; --json lists them all.");
            }
        }

        return Task.CompletedTask;
    }

    private sealed class Progress(TextWriter error) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => error.WriteLine(value.Phase switch
        {
            ImportPhase.Waiting => "Waiting for its turn",
            ImportPhase.Looking => $"Looking at {value.File}",
            ImportPhase.Storing => string.Create(CultureInfo.InvariantCulture, $"Storing {value.File}: {value.RowsRead:N0} of {value.RowsTotal:N0} rows"),
            _ => "Counting the figures of the touched months",
        });
    }
}
