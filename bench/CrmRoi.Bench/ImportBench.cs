using System.Diagnostics;
using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmRoi.Bench;

/// <summary>Taking in a pipeline, validated, stored, with jobs, history and figures, against what the databases do by themselves with the same bytes.</summary>
internal static class ImportBench
{
    private const int Warming = 3;
    private const string Server = "CRMROI_TEST_POSTGRESQL";
    private const string Monthly = "SELECT substr(ClosedOn, 1, 7), Rep, Product, COUNT(*), SUM(Value), SUM(Value * Value) FROM Deals WHERE ClosedOn IS NOT NULL GROUP BY 1, 2, 3;";

    public static async Task<IEnumerable<BenchFigure>> RunAsync(BenchOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("crmroi-import-").FullName;
        try
        {
            var deals = options.Rows ?? (options.IsQuick ? 100_000 : 1_000_000);
            var rounds = options.IsQuick ? 2 : 5;
            var file = DealFile.Write(folder, deals);
            await using var database = ImportBase.Sqlite(Path.Combine(folder, "crmroi.db"));
            for (var i = 0; i < Warming; i++)
            {
                await RoundAsync(database, DealFile.Write(folder, 60_000), folder); // compiles the code: a server that takes files in runs already
            }

            var measured = new List<Round>();
            for (var i = 0; i < rounds; i++)
            {
                measured.Add(await RoundAsync(database, file, folder));
                await Console.Error.WriteLineAsync($"import: round {i + 1} of {rounds}: {measured[^1]}");
            }

            return [.. Figures(deals, measured), .. await PostgreSqlAsync(file, deals, rounds)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<BenchFigure> Figures(int deals, List<Round> rounds)
    {
        var name = deals.ToString("N0", CultureInfo.InvariantCulture);
        yield return AtLeast($"import of {name} deals against .import", rounds.ConvertAll(round => (deals / round.First, deals / round.Shell)), 1.3);
        yield return BenchFigure.Of("the same file again against the first time", rounds.ConvertAll(round => (round.Again, round.First)), "s", 0.5);
        yield return BenchFigure.Of("figures' share of the import", rounds.ConvertAll(round => (round.Counting, round.First)), "s", 0.15);
        yield return BenchFigure.Of("full rebuild against one GROUP BY", rounds.ConvertAll(round => (round.Rebuild, round.GroupBy)), "s", 0.3);
        yield return BenchFigure.Of("rebuild of one month against all", rounds.ConvertAll(round => (round.Month, round.Rebuild)), "s", 0.04);
    }

    private static async Task<Round> RoundAsync(ImportBase database, string file, string folder)
    {
        await database.EmptyAsync();
        var began = Stopwatch.GetTimestamp();
        var (counting, result) = await database.ImportAsync(file);
        var first = Stopwatch.GetElapsedTime(began);
        var figures = Stopwatch.GetElapsedTime(counting, began + (long)(first.TotalSeconds * Stopwatch.Frequency));
        var shell = await TimeAsync(() => ShellAsync(Path.Combine(folder, $"{Guid.NewGuid():N}.db"), ".mode csv", $".import \"{file}\" deals"));
        var again = await TimeAsync(async () => Check((await database.ImportAsync(file)).Result.Same == result.New, "The same file was not the same."));
        var rebuild = await TimeAsync(() => database.DoAsync<SnapshotStore, bool>(async store =>
        {
            await store.RebuildAllAsync(CancellationToken.None);
            return true;
        }));
        var groupBy = await TimeAsync(() => ShellAsync(Path.Combine(folder, "crmroi.db"), Monthly));
        var month = await TimeAsync(() => database.DoAsync<IServiceProvider, bool>(async services =>
        {
            await using var transaction = await services.GetRequiredService<CrmRoiContext>().Database.BeginTransactionAsync();
            await services.GetRequiredService<SnapshotStore>().RebuildAsync(new HashSet<Month> { new(2023, 6) }, CancellationToken.None);
            await transaction.CommitAsync();
            return true;
        }));
        return new(first.TotalSeconds, shell, again, figures.TotalSeconds, rebuild, groupBy, month);
    }

    // Against COPY into a table with a key, on the server that tests use; left out where none is named.
    private static async Task<IEnumerable<BenchFigure>> PostgreSqlAsync(string file, int deals, int rounds)
    {
        if (Environment.GetEnvironmentVariable(Server) is not { } server)
        {
            await Console.Error.WriteLineAsync($"import: PostgreSQL is left out, {Server} is not set");
            return [];
        }

        var (added, replaced) = (new List<(double, double)>(), new List<(double, double)>());
        await using var database = ImportBase.PostgreSql(new NpgsqlConnectionStringBuilder(server) { Database = null }.ConnectionString);
        for (var i = 0; i < rounds; i++)
        {
            await database.EmptyAsync();
            var first = await TimeAsync(() => database.ImportAsync(file));
            var copy = await CopyAsync(server, file);
            added.Add((deals / first, deals / copy));
            var changed = await ChangedAsync(file);
            var upsert = await TimeAsync(async () => Check((await database.ImportAsync(changed)).Result.Changed > 0, "Nothing was changed."));
            replaced.Add((deals / upsert, deals / copy));
        }

        return [AtLeast("PostgreSQL import against COPY with a key", added, 0.8), AtLeast("PostgreSQL upsert against COPY with a key", replaced, 0.4)];
    }

    private static async Task<double> CopyAsync(string server, string file)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var make = new NpgsqlCommand("CREATE TEMP TABLE bare (id text PRIMARY KEY, rep text, product text, account text, stage text, started date, closed date, value numeric)", connection);
        await make.ExecuteNonQueryAsync();
        return await TimeAsync(async () =>
        {
            await using var copy = await connection.BeginTextImportAsync("COPY bare FROM STDIN (FORMAT CSV, HEADER true)");
            using var text = new StreamReader(file);
            var block = new char[1 << 16];
            for (int read; (read = await text.ReadBlockAsync(block)) > 0;)
            {
                await copy.WriteAsync(block.AsMemory(0, read));
            }
        });
    }

    private static async Task<string> ChangedAsync(string file)
    {
        var changed = Path.ChangeExtension(file, ".changed.csv");
        await File.WriteAllLinesAsync(changed, File.ReadLines(file).Select(line => line.Replace(",Product 1,", ",Product 9,", StringComparison.Ordinal)));
        return changed;
    }

    private static async Task ShellAsync(params string[] arguments)
    {
        using var shell = Process.Start(new ProcessStartInfo("sqlite3", arguments) { RedirectStandardOutput = true })!;
        await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Check(shell.ExitCode == 0, "sqlite3 refused the file.");
    }

    private static BenchFigure AtLeast(string name, List<(double Ours, double Other)> pairs, double least)
    {
        var figure = BenchFigure.Of(name, pairs, "/s", null);
        return figure with { Goal = string.Create(CultureInfo.InvariantCulture, $">= {least}"), Met = figure.Ratio >= least };
    }

    private static void Check(bool isRight, string otherwise)
    {
        if (!isRight)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Seconds of one round.</summary>
    private sealed record Round(double First, double Shell, double Again, double Counting, double Rebuild, double GroupBy, double Month);
}
