using System.CommandLine;
using CrmRoi.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Cli;

/// <summary><c>migrate</c>: brings the database of the settings up to date, whatever <c>Database:Migrate</c> says.</summary>
internal sealed class MigrateCommand(TextWriter output)
{
    public Command Build()
    {
        var json = new Option<bool>("--json") { Description = "Write JSON" };
        var command = new Command("migrate", "Bring the database up to date with this program") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var scope = await Database.OpenAsync(cancellationToken, migrates: true);
            var database = scope.ServiceProvider.GetRequiredService<CrmRoiContext>().Database;
            var last = (await database.GetAppliedMigrationsAsync(cancellationToken)).Last();
            var provider = scope.ServiceProvider.GetRequiredService<DatabaseOptions>().Provider;
            await (parsed.GetValue(json)
                ? output.WriteJsonAsync(new { provider, migration = last })
                : output.WriteLineAsync($"The {provider} database is up to date: {last}."));
            return CommandLine.Done;
        });
        return command;
    }
}
