using System.CommandLine;
using System.Globalization;
using CrmRoi.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Cli;

/// <summary><c>import list</c></summary>
internal sealed class ImportListCommand(TextWriter output)
{
    private readonly Option<int> last = new("--last") { Description = "How many files, the latest first", DefaultValueFactory = _ => 20 };
    private readonly Option<bool> json = new("--json") { Description = "Write JSON" };

    public Command Build()
    {
        last.Validators.Add(said =>
        {
            if (said.GetValueOrDefault<int>() < 1)
            {
                said.AddError("--last must be 1 or more.");
            }
        });
        var command = new Command("list", "List the files that were imported, the latest first, with the number of their import") { last, json };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var scope = await Database.OpenAsync(cancellationToken);
        var context = scope.ServiceProvider.GetRequiredService<CrmRoiContext>();
        var runs = await context.Imports.AsNoTracking().OrderByDescending(run => run.Id).Take(parsed.GetValue(last)).ToListAsync(cancellationToken);
        if (parsed.GetValue(json))
        {
            await output.WriteJsonAsync(new
            {
                files = runs.Select(run => new
                {
                    import = run.ImportJobId,
                    started = run.StartedAt,
                    user = run.User,
                    name = run.FileName,
                    kind = run.Kind,
                    preset = run.Preset,
                    rows = run.Read,
                    @new = run.New,
                    changed = run.Changed,
                    same = run.Same,
                    deleted = run.Deleted,
                    refused = run.Refused,
                    state = StateOf(run),
                }),
            });
            return CommandLine.Done;
        }

        var table = Tables.Of("Import", "Started (UTC)", "By", "File", "Holds", "Rows", "New", "Changed", "Same", "Deleted", "Refused", "State");
        foreach (var run in runs)
        {
            table.Add(
                run.ImportJobId?.ToString(CultureInfo.InvariantCulture) ?? "—", run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), run.User, run.FileName, run.Kind,
                Count(run.Read), Count(run.New), Count(run.Changed), Count(run.Same), Count(run.Deleted), Count(run.Refused), StateOf(run));
        }

        Tables.Console(output).Write(table);
        await output.FlushAsync(cancellationToken);
        return CommandLine.Done;
    }

    private static string StateOf(ImportRun run) => run.State.ToString().ToLowerInvariant();

    private static string Count(int rows) => rows.ToString("N0", CultureInfo.InvariantCulture);
}
