using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using CrmRoi.Cli.Calculations;
using CrmRoi.Data;
using CrmRoi.Import;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Cli;

/// <summary>The verbs, and how each ends: 0 done, 1 refused, 2 wrong use.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUse = 2;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var parsed = Root(output, error).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                await error.WriteLineAsync(problem.Message);
            }

            await error.WriteLineAsync($"Try 'crmroi{VerbOf(parsed.CommandResult)} --help'.");
            return WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception problem) when (problem is WrongUseException or SettingsException)
        {
            await error.WriteLineAsync(problem.Message);
            return WrongUse;
        }
        catch (RefusedFileException problem)
        {
            await error.WriteLineAsync(problem.Message);
            return Refused;
        }
        catch (Exception problem) when (problem is IOException or DbException or DbUpdateException)
        {
            await error.WriteLineAsync(DiskFull.Is(problem) ? "The disk is full." : $"It broke off: {problem.GetBaseException().Message}");
            return Refused;
        }
    }

    // As it is typed: " import undo".
    private static string VerbOf(CommandResult called) => called.Command is RootCommand ? "" : $"{(called.Parent is CommandResult above ? VerbOf(above) : "")} {called.Command.Name}";

    private static RootCommand Root(TextWriter output, TextWriter error) => new("CrmRoi: did the CRM pay, how much, and how sure are we?")
    {
        new ImportCommand(output, error).Build(),
        new MetricsCommand(output).Build(),
        new RoiCommand(output).Build(),
        new EvidenceCommand(output, error).Build(),
        new ReportCommand(output).Build(),
        new ExportCommand(output).Build(),
        new ReviewCommand(output).Build(),
        new RebuildCommand(output, error).Build(),
        new MigrateCommand(output).Build(),
        new UserCommand(output).Build(),
        CalculationCommand.Build(output),
    };
}

/// <summary>The command cannot be carried out as it was given: the message is one sentence for whoever typed it.</summary>
internal sealed class WrongUseException(string message) : Exception(message);
