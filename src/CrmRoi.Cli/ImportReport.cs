using System.Globalization;
using CrmRoi.Import;
using Spectre.Console;

namespace CrmRoi.Cli;

/// <summary>What became of files, for whoever reads the screen.</summary>
internal sealed class ImportReport(TextWriter output, bool isDryRun)
{
    private const int MostRows = 20;

    private readonly IAnsiConsole console = Tables.Console(output);

    public Task WriteAsync(ImportResult result)
    {
        var hasDeletions = result.Files.Any(file => file.Deleted > 0);
        var table = Tables.Of(["File", "Kind", "Read", "New", "Changed", "Same", .. hasDeletions ? ["Deleted"] : Array.Empty<string>(), "Refused"]);
        foreach (var file in result.Files)
        {
            int[] counts = [file.Read, file.New, file.Changed, file.Same, .. hasDeletions ? [file.Deleted] : Array.Empty<int>(), file.RefusedRows];
            table.Add([file.Name, file.Kind is { } kind ? Importer.NameOf(kind) : "—",
                .. counts.Select(count => file.Problem is null ? count.ToString("N0", CultureInfo.InvariantCulture) : "—")]);
        }

        console.Write(table);
        foreach (var file in result.Files)
        {
            Write(file);
        }

        console.WriteLine((result, isDryRun) switch
        {
            ({ IsRefused: true }, _) => "Nothing is stored: a file was refused.",
            (_, true) => "Nothing is stored: this was a dry run.",
            ({ JobId: { } id }, _) => string.Create(CultureInfo.InvariantCulture, $"This was import {id}. To take it back: crmroi import undo {id}"),
            _ => "Done.",
        });
        return Task.CompletedTask;
    }

    private void Write(FileResult file)
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
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {warning.Code.Replace('-', ' ')} ({warning.Count:N0}): {warning.Sample}"));
        }

        foreach (var refusal in file.Refusals.Take(MostRows))
        {
            var said = string.Join(' ', new[] { refusal.Column, refusal.Value.Length == 0 ? "" : $"'{refusal.Value}'" }.Where(part => part.Length > 0));
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name}, line {refusal.Line}{(said.Length == 0 ? "" : ", ")}{said}: {refusal.Reason}"));
        }

        if (file.RefusedRows > MostRows)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: and {file.RefusedRows - MostRows:N0} more refused rows; --json lists them all, and the page Import has them as a file to mend."));
        }
    }
}
