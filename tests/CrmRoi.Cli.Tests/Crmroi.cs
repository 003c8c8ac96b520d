using System.Diagnostics;
using System.Text.Json.Nodes;
using Npgsql;

namespace CrmRoi.Cli.Tests;

/// <summary>The real program, with a database of its own in a folder that goes away.</summary>
public sealed class Crmroi : IDisposable
{
    /// <summary>Where a PostgreSQL stands that tests may make databases in.</summary>
    public const string PostgreSqlVariable = "CRMROI_TEST_POSTGRESQL";

    private readonly string folder = Directory.CreateTempSubdirectory("crmroi").FullName;
    private readonly NpgsqlConnectionStringBuilder? server;

    /// <summary>With a database on SQLite, or on the PostgreSQL that is configured.</summary>
    public Crmroi(bool onPostgreSql = false) => server = onPostgreSql
        ? new(Environment.GetEnvironmentVariable(PostgreSqlVariable)) { Database = $"crmroi_{Guid.NewGuid():N}" }
        : null;

    public string Folder => folder;

    public string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public async Task<(int Exit, string Output, string Error)> RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "crmroi.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["Database__Provider"] = server is null ? "Sqlite" : "PostgreSql";
        start.Environment["ConnectionStrings__CrmRoi"] = server?.ConnectionString ?? $"Data Source={Path.Combine(folder, "crmroi.db")}";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }

    public async Task<JsonNode> JsonAsync(params string[] args)
    {
        var (exit, output, error) = await RunAsync([.. args, "--json"]);
        exit.Should().Be(0, error);
        return JsonNode.Parse(output)!;
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        if (server is not null)
        {
            using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "postgres" });
            using var drop = source.CreateCommand($"DROP DATABASE IF EXISTS {server.Database} WITH (FORCE)");
            drop.ExecuteNonQuery();
        }
    }

    /// <summary>A folder of the real files beside the repository; none where it is absent.</summary>
    public static string? Shared(params string[] parts)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "CrmRoi.sln")))
        {
            root = root.Parent;
        }

        var path = Path.Combine([root?.Parent?.FullName ?? "", "shared", "data", .. parts]);
        return Path.Exists(path) ? path : null;
    }
}

/// <summary>A fact about the real files.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (Crmroi.Shared() is null)
        {
            Skip = "The folder ../shared/data is not there.";
        }
    }
}

/// <summary>A fact about what the program does on PostgreSQL; skipped where none is configured, unless it has to be.</summary>
internal sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute()
    {
        if (Environment.GetEnvironmentVariable(Crmroi.PostgreSqlVariable) is null && Environment.GetEnvironmentVariable("CRMROI_TEST_REQUIRE_POSTGRESQL") != "1")
        {
            Skip = $"Set {Crmroi.PostgreSqlVariable} to a connection string to run this on PostgreSQL.";
        }
    }
}
