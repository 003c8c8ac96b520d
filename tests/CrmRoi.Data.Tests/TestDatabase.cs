using CrmRoi.Data.PostgreSql;
using CrmRoi.Data.Sqlite;
using CrmRoi.Data.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmRoi.Data.Tests;

/// <summary>A database of its own, migrated; dropped at the end.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    public const string PostgreSqlVariable = "CRMROI_TEST_POSTGRESQL";
    public const string SqlServerVariable = "CRMROI_TEST_SQLSERVER";

    private readonly string folder = Directory.CreateTempSubdirectory("crmroi-data-").FullName;
    private readonly ServiceProvider services;

    private TestDatabase(DatabaseKind kind)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = kind.ToString(),
            ["Database:Migrate"] = "true",
            ["ConnectionStrings:CrmRoi"] = ConnectionStringOf(kind),
        }).Build();
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new CurrentUser(() => "anna@example.com"))
            .AddCrmRoiData(configuration, new Dictionary<string, Action<DbContextOptionsBuilder, string>>
            {
                ["Sqlite"] = (options, connection) => options.AddInterceptors(Commands).UseCrmRoiSqlite(connection),
                ["PostgreSql"] = (options, connection) => options.AddInterceptors(Commands).UseCrmRoiPostgreSql(connection),
                ["SqlServer"] = (options, connection) => options.AddInterceptors(Commands).UseCrmRoiSqlServer(connection),
            })
            .BuildServiceProvider(validateScopes: true);
    }

    public TestClock Clock { get; } = new();

    public CommandWatch Commands { get; } = new();

    public FigureStore Figures => services.GetRequiredService<FigureStore>();

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var database = new TestDatabase(kind);
        await database.services.GetRequiredService<DatabaseStart>().PrepareAsync(CancellationToken.None);
        return database;
    }

    /// <summary>Does something in a scope of its own, as a request does.</summary>
    public async Task<TResult> DoAsync<TService, TResult>(Func<TService, Task<TResult>> action)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await action(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<TResult> ReadAsync<TResult>(Func<CrmRoiContext, Task<TResult>> read) => DoAsync(read);

    public Task<int> SaveAsync(Func<CrmRoiContext, Task> change) => DoAsync<CrmRoiContext, int>(async context =>
    {
        await change(context);
        return await context.SaveChangesAsync();
    });

    public Task<UpsertCounts> UpsertAsync(RecordBatch batch) =>
        DoAsync<RecordStore, UpsertCounts>(store => store.UpsertAsync(batch, CancellationToken.None));

    public Task RebuildAllAsync() => DoAsync<SnapshotStore, bool>(async store =>
    {
        await store.RebuildAllAsync(CancellationToken.None);
        return true;
    });

    public Task<long> VersionAsync() => ReadAsync(context => context.DataState.Select(state => state.Version).SingleAsync());

    /// <summary>Every figure that is stored, in an order of its own.</summary>
    public Task<List<string>> RowsAsync() => ReadAsync(async context =>
    {
        var snapshots = await context.Snapshots.AsNoTracking().ToListAsync();
        var cohorts = await context.Cohorts.AsNoTracking().ToListAsync();
        var credits = await context.CampaignCredits.AsNoTracking().ToListAsync();
        var steps = await context.JourneySteps.AsNoTracking().ToListAsync();
        var customers = await CustomerMonthRow.ReadAsync(context, CancellationToken.None);
        return snapshots.Select(row => Row.Of(row.Cell, row.Totals))
            .Concat(cohorts.SelectMany(row => row.Group.Cohorts).Select(Row.Of))
            .Concat(customers.Select(Row.Of))
            .Concat(credits.Select(row => Row.Of(row.CreditKey, row.Credit)))
            .Concat(steps.Select(row => Row.Of(row.StepKey, row.Count)))
            .Order(StringComparer.Ordinal).ToList();
    });

    public async ValueTask DisposeAsync()
    {
        await ReadAsync(context => context.Database.EnsureDeletedAsync());
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private string ConnectionStringOf(DatabaseKind kind)
    {
        var name = $"crmroi_{Guid.NewGuid():N}";
        return kind switch
        {
            DatabaseKind.PostgreSql => new NpgsqlConnectionStringBuilder(Required(PostgreSqlVariable)) { Database = name }.ConnectionString,
            DatabaseKind.SqlServer => new SqlConnectionStringBuilder(Required(SqlServerVariable)) { InitialCatalog = name }.ConnectionString,
            _ => $"Data Source={Path.Combine(folder, "new", "crmroi.db")}",
        };
    }

    private static string Required(string variable) => Environment.GetEnvironmentVariable(variable)
        ?? throw new InvalidOperationException($"{variable} is not set, but its tests are required.");
}
