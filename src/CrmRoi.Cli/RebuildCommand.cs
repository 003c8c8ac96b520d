using System.CommandLine;
using System.Globalization;
using CrmRoi.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Cli;

/// <summary><c>rebuild</c>: makes every snapshot anew from the records.</summary>
internal sealed class RebuildCommand(TextWriter output, TextWriter error)
{
    public Command Build()
    {
        var json = new Option<bool>("--json") { Description = "Write JSON" };
        var command = new Command("rebuild", "Make all figures anew from the records") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var scope = await Database.OpenAsync(cancellationToken);
            await error.WriteLineAsync("Rebuilding all figures");
            await scope.ServiceProvider.GetRequiredService<SnapshotStore>().RebuildAllAsync(cancellationToken);
            var context = scope.ServiceProvider.GetRequiredService<CrmRoiContext>();
            var (snapshots, cohorts) = (await context.Snapshots.CountAsync(cancellationToken), await context.Cohorts.CountAsync(cancellationToken));
            var credits = await context.CampaignCredits.CountAsync(cancellationToken);
            await (parsed.GetValue(json)
                ? output.WriteJsonAsync(new { snapshots, cohorts, credits })
                : output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{snapshots:N0} snapshots, {cohorts:N0} cohorts, {credits:N0} campaign credits.")));
            return CommandLine.Done;
        });
        return command;
    }
}
