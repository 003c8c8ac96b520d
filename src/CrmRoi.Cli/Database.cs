using CrmRoi.Data;
using CrmRoi.Data.PostgreSql;
using CrmRoi.Data.Sqlite;
using CrmRoi.Data.SqlServer;
using CrmRoi.Import;
using CrmRoi.Import.Presets;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrmRoi.Cli;

/// <summary>The same database as the web's, by the same settings, which are environment variables here.</summary>
internal static class Database
{
    private static readonly Dictionary<string, Action<DbContextOptionsBuilder, string>> Providers = new()
    {
        [DatabaseOptions.Sqlite] = (options, connection) => options.UseCrmRoiSqlite(connection),
        ["SqlServer"] = (options, connection) => options.UseCrmRoiSqlServer(connection),
        ["PostgreSql"] = (options, connection) => options.UseCrmRoiPostgreSql(connection),
    };

    /// <summary>The services, once the database is ready.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="migrates">Whether the database is brought up to date first, whatever the settings say.</param>
    public static async Task<AsyncServiceScope> OpenAsync(CancellationToken cancellationToken, bool migrates = false)
    {
        var forced = migrates ? new Dictionary<string, string?> { ["Database:Migrate"] = "true" } : [];
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddInMemoryCollection(forced).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddSingleton(new CurrentUser(() => Name));
        services.AddCrmRoiData(configuration, Providers);
        services.AddSingleton(new PresetCatalogue(configuration[PresetCatalogue.FolderSetting]));
        services.AddScoped<Importer>();
        services.AddIdentityCore<User>(options => options.Password.RequiredLength = 12)
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<CrmRoiContext>();
        var scope = services.BuildServiceProvider().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseStart>().PrepareAsync(cancellationToken);
        return scope;
    }

    /// <summary>Who works here, for the audit and the list of imports.</summary>
    public const string Name = "command line";
}
