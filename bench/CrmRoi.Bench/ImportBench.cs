using System.Diagnostics;
using CrmRoi.Import;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Bench;

/// <summary>Taking in a pipeline file, validated, stored and counted, against the sqlite3 shell's bare import of the same file.</summary>
internal static class ImportBench
{
    private const string RealFile = "../shared/data/crm/sales_opportunities/sales_pipeline.csv";

    public static async Task<IEnumerable<BenchFigure>> RunAsync(BenchOptions options)
    {
        if (!File.Exists(RealFile))
        {
            await Console.Error.WriteLineAsync("import: left out, the pipeline file is not there");
            return [];
        }

        var file = Path.GetFullPath(RealFile);
        var pairs = new List<(double, double)>();
        var again = new List<(double, double)>();
        for (var round = 0; round < (options.IsQuick ? 2 : 5); round++)
        {
            await using var app = new BenchApp();
            app.StartServer();
            var first = await TimeAsync(() => ImportAsync(app, file));
            var second = await TimeAsync(() => ImportAsync(app, file));
            pairs.Add((first, await TimeAsync(() => ShellAsync(file, app.Folder))));
            again.Add((second, first));
        }

        // The first round pays for compiling the code, which the shell does not.
        return
        [
            BenchFigure.Of("import of 8,800 deals against sqlite3 .import", pairs.Skip(1).DefaultIfEmpty(pairs[0]).ToList(), "ms", atMost: null),
            BenchFigure.Of("the same file again against the first time", again.Skip(1).DefaultIfEmpty(again[0]).ToList(), "ms", atMost: null),
        ];
    }

    private static async Task ImportAsync(BenchApp app, string file)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var importer = scope.ServiceProvider.GetRequiredService<Importer>();
        var result = await importer.ImportAsync([new ImportFile(Path.GetFileName(file), await File.ReadAllBytesAsync(file))], new ImportOptions(), null, CancellationToken.None);
        if (result.Files[0].Read != 8_800)
        {
            throw new InvalidOperationException($"{result.Files[0].Read} rows were read.");
        }
    }

    private static async Task ShellAsync(string file, string folder)
    {
        using var shell = Process.Start(new ProcessStartInfo("sqlite3", [Path.Combine(folder, $"{Guid.NewGuid():N}.db"), ".mode csv", $".import \"{file}\" deals"]))!;
        await shell.WaitForExitAsync();
        if (shell.ExitCode != 0)
        {
            throw new InvalidOperationException("sqlite3 refused the file.");
        }
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
