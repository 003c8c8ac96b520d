using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CrmRoi.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Cli;

/// <summary><c>import undo ID</c></summary>
internal sealed class UndoCommand(TextWriter output, TextWriter error)
{
    public Command Build()
    {
        var id = new Argument<int>("ID") { Description = "The import, by the number that it was given", CustomParser = NumberOf };
        var json = new Option<bool>("--json") { Description = "Write JSON" };
        var command = new Command("undo", "Take an import back: everything is as it was before it") { id, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(id), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static int NumberOf(ArgumentResult said)
    {
        if (!int.TryParse(said.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            said.AddError($"'{said.Tokens[0].Value}' is no number of an import: each tells its own when it is done, and 'crmroi import list' lists them.");
        }

        return number;
    }

    private async Task<int> RunAsync(int id, bool json, CancellationToken cancellationToken)
    {
        await using var scope = await Database.OpenAsync(cancellationToken);
        var jobs = scope.ServiceProvider.GetRequiredService<ImportJobs>();
        var job = await jobs.FindAsync(id, cancellationToken) ?? throw new WrongUseException($"There is no import {id}.");
        if (job.State != ImportState.Done)
        {
            throw new WrongUseException($"Import {id} is {job.State.ToString().ToLowerInvariant()}: only one that is done can be undone.");
        }

        var result = await jobs.UndoAsync(id, cancellationToken);
        if (json)
        {
            await output.WriteJsonAsync(new { import = id, undone = result.IsDone, conflicts = result.Conflicts, conflictCount = result.ConflictCount });
        }
        else if (result.IsDone)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Import {id} ({job.Files}) is undone."));
        }

        if (!result.IsDone)
        {
            await error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Import {id} cannot be undone: {result.ConflictCount:N0} of its records were changed since."));
            foreach (var conflict in result.Conflicts)
            {
                await error.WriteLineAsync($"{conflict.Kind} {conflict.Source}/{conflict.Id}: changed by {(conflict.ChangedBy is { } other ? $"import {other}" : "hand")}");
            }
        }

        return result.IsDone ? CommandLine.Done : CommandLine.Refused;
    }
}
