using System.CommandLine;
using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Import;
using CrmRoi.Import.Mapping;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Cli;

/// <summary><c>import FILE…</c></summary>
internal sealed class ImportCommand(TextWriter output, TextWriter error)
{
    private readonly Argument<string[]> files = new("FILE") { Description = "CSV files, Excel workbooks, or zip archives of them", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> kind = new("--kind") { Description = "What the rows are; found out where it is not said", HelpName = "KIND" };
    private readonly Option<string?> preset = new("--preset") { Description = "The CRM that the files come from, or \"none\"; found out where it is not said", HelpName = "NAME" };
    private readonly Option<string?> map = new("--map") { Description = "A JSON file that says what columns, dates, decimals, currencies and stages mean", HelpName = "FILE" };
    private readonly Option<bool> ignoreSaved = new("--ignore-saved") { Description = "Leave out of account what was said on the page of earlier files with the same headers" };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Tell what would happen, and store nothing" };
    private readonly Option<bool> full = new("--full") { Description = "The files hold every record of their kinds: delete those of the same source that they do not hold" };
    private readonly Option<bool> strict = new("--strict") { Description = "End with 1 if any row is refused" };
    private readonly Option<bool> json = new("--json") { Description = "Write JSON" };

    private const string Described = """
        Take files in, and tell what became of each row.
        Ends with 0 when it is done (rows may have been refused), with 1 when a file was refused and nothing is in (or a row, with --strict), with 2 when it was called wrongly.
        """;

    private static IEnumerable<string> Kinds => Enum.GetValues<RecordKind>().Select(Importer.NameOf).Order(StringComparer.Ordinal);

    public Command Build()
    {
        kind.Description += ": " + string.Join(", ", Kinds);
        var command = new Command("import", Described) { files, kind, preset, map, ignoreSaved, full, dryRun, strict, json };
        command.SetAction(RunAsync);
        command.Add(new ImportListCommand(output).Build());
        command.Add(new UndoCommand(output, error).Build());
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var contents = await ReadAsync(parsed.GetValue(files) is { Length: > 0 } named ? named : throw new WrongUseException("Say which files: crmroi import FILE…"));
        var options = new ImportOptions
        {
            Kind = parsed.GetValue(kind) is { } name ? KindOf(name) : null,
            Map = parsed.GetValue(map) is { } path ? MapFile.Parse(await TextAsync(path, cancellationToken)) : null,
            Preset = parsed.GetValue(preset),
            IgnoresSaved = parsed.GetValue(ignoreSaved),
            IsFullLoad = parsed.GetValue(full),
            IsDryRun = parsed.GetValue(dryRun),
            User = Database.Name,
        };
        await using var scope = await Database.OpenAsync(cancellationToken);
        var importer = scope.ServiceProvider.GetRequiredService<Importer>();
        var result = await importer.ImportAsync(contents, options, new Progress(error, options.IsDryRun), cancellationToken);
        await (parsed.GetValue(json) ? output.WriteJsonAsync(JsonOf(result)) : new ImportReport(output, options.IsDryRun).WriteAsync(result));
        foreach (var file in result.Files.Where(file => file.Problem is not null))
        {
            await error.WriteLineAsync($"{file.Name}: {file.Problem!.Reason}");
        }

        return result.IsRefused || (parsed.GetValue(strict) && result.IsPartlyRefused) ? CommandLine.Refused : CommandLine.Done;
    }

    private static RecordKind KindOf(string name) => Kinds.Contains(name, StringComparer.OrdinalIgnoreCase)
        ? Enum.Parse<RecordKind>(name, ignoreCase: true)
        : throw new WrongUseException($"There is no kind '{name}'. Kinds: {string.Join(", ", Kinds)}.");

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
                throw new WrongUseException(Unreadable(path, problem));
            }
        }

        return contents;
    }

    // An option that does not exist is taken for a file.
    private static string Unreadable(string path, Exception problem) => (Directory.Exists(path), problem) switch
    {
        (true, _) => $"'{path}' is a folder: name the files in it.",
        (_, FileNotFoundException or DirectoryNotFoundException) when path.StartsWith('-') => $"There is no option '{path}', and no file of that name.",
        (_, FileNotFoundException or DirectoryNotFoundException) => $"There is no file '{path}'.",
        (_, UnauthorizedAccessException) => $"The file '{path}' may not be read by the user that this runs as.",
        _ => $"The file '{path}' cannot be read: {problem.Message}",
    };

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

    private sealed class Progress(TextWriter error, bool isDryRun) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            var told = value.Phase switch
            {
                ImportPhase.Waiting => "Waiting for its turn",
                ImportPhase.Looking => $"Looking at {value.File}",
                ImportPhase.Storing when value.File is not { Length: > 0 } => null, // nothing is read yet
                ImportPhase.Storing => string.Create(CultureInfo.InvariantCulture, $"{(isDryRun ? "Comparing" : "Storing")} {value.File}: {value.RowsRead:N0} of {value.RowsTotal:N0} rows"),
                _ => isDryRun ? null : "Counting the figures of the touched months",
            };
            if (told is not null)
            {
                error.WriteLine(told);
            }
        }
    }
}
