using System.Data.Common;
using CrmRoi.Data;
using CrmRoi.Data.PostgreSql;
using CrmRoi.Data.Sqlite;
using CrmRoi.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrmRoi.Web.Hosting;

public static class DatabaseExtensions
{
    private static readonly Dictionary<string, Action<DbContextOptionsBuilder, string>> Providers = new()
    {
        ["Sqlite"] = (options, connection) => options.UseCrmRoiSqlite(connection),
        ["SqlServer"] = (options, connection) => options.UseCrmRoiSqlServer(connection),
        ["PostgreSql"] = (options, connection) => options.UseCrmRoiPostgreSql(connection),
    };

    /// <summary>The database that the settings name; what is changed there carries the name of whoever is signed in.</summary>
    /// <exception cref="SettingsException">The settings are wrong.</exception>
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton(provider =>
        {
            var accessor = provider.GetRequiredService<IHttpContextAccessor>();
            return new CurrentUser(() => accessor.HttpContext?.User.Identity?.Name);
        });
        builder.Services.AddCrmRoiData(builder.Configuration, Providers);
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [HealthExtensions.Ready]);
    }
}

/// <summary>Whether the database answers a question.</summary>
internal sealed class DatabaseCheck(IDbContextFactory<CrmRoiContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var database = await contexts.CreateDbContextAsync(cancellationToken);
            return await database.DataState.AnyAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database is empty.");
        }
        catch (DbException exception)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", exception);
        }
    }
}
