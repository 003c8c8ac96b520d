using CrmRoi.Data;
using CrmRoi.Data.PostgreSql;
using CrmRoi.Data.Sqlite;
using CrmRoi.Import;
using CrmRoi.Import.Presets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmRoi.Bench;

/// <summary>An empty database of its own with the services that take files in; gone at the end.</summary>
internal sealed class ImportBase : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private ImportBase(string provider, string connection)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider,
            ["Database:Migrate"] = "true",
            ["ConnectionStrings:CrmRoi"] = connection,
        }).Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddCrmRoiData(configuration, new Dictionary<string, Action<DbContextOptionsBuilder, string>>
            {
                ["Sqlite"] = (options, text) => options.UseCrmRoiSqlite(text),
                ["PostgreSql"] = (options, text) => options.UseCrmRoiPostgreSql(text),
            })
            .AddSingleton(new PresetCatalogue())
            .AddScoped<Importer>()
            .BuildServiceProvider();
    }

    /// <summary>A SQLite file.</summary>
    public static ImportBase Sqlite(string path) => new("Sqlite", $"Data Source={path}");

    /// <summary>A database on a server of PostgreSQL.</summary>
    public static ImportBase PostgreSql(string server) => new("PostgreSql", $"{server};Database=crmroi_{Guid.NewGuid():N}");

    /// <summary>Makes it new: nothing but its tables.</summary>
    public async Task EmptyAsync()
    {
        await DoAsync<CrmRoiContext, bool>(context => context.Database.EnsureDeletedAsync());
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        await services.GetRequiredService<DatabaseStart>().PrepareAsync(CancellationToken.None);
    }

    public async Task<T> DoAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Takes a file in.</summary>
    /// <returns>When it began to make the figures, and what became of it.</returns>
    public async Task<(long Counting, FileResult Result)> ImportAsync(string path)
    {
        var watch = new CountingWatch();
        var result = await DoAsync<Importer, ImportResult>(importer =>
            importer.ImportAsync([ImportFile.At(Path.GetFileName(path), path)], new ImportOptions(), watch, CancellationToken.None));
        return (watch.Began, result.Files[0]);
    }

    public async ValueTask DisposeAsync()
    {
        await DoAsync<CrmRoiContext, bool>(context => context.Database.EnsureDeletedAsync());
        SqliteConnection.ClearAllPools();
        await services.DisposeAsync();
    }

    private sealed class CountingWatch : IProgress<ImportProgress>
    {
        public long Began { get; private set; }

        public void Report(ImportProgress value) => Began = value.Phase == ImportPhase.Counting ? System.Diagnostics.Stopwatch.GetTimestamp() : Began;
    }
}
