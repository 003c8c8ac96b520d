using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CrmRoi.Data;

public static class ServiceCollectionExtensions
{
    /// <summary>Adds the context (pooled, by its factory and for each scope) and the stores.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">The settings that <see cref="DatabaseOptions"/> reads.</param>
    /// <param name="providers">What each provider that the program knows does with a connection string.</param>
    /// <exception cref="SettingsException">The settings are wrong.</exception>
    public static IServiceCollection AddCrmRoiData(
        this IServiceCollection services,
        IConfiguration configuration,
        IReadOnlyDictionary<string, Action<DbContextOptionsBuilder, string>> providers)
    {
        var options = DatabaseOptions.From(configuration, providers.Keys);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(CurrentUser.Nobody);
        services.AddSingleton(options);
        services.AddPooledDbContextFactory<CrmRoiContext>((provider, builder) => Use(builder
            .AddInterceptors(
                new AuditInterceptor(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<CurrentUser>()),
                new DataVersionInterceptor(provider.GetRequiredService<TimeProvider>()),
                new ReviewGuard()), options, providers));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<CrmRoiContext>>().CreateDbContext());
        services.AddScoped<SnapshotStore>();
        services.AddScoped<RecordStore>();
        services.AddScoped<ImportJobs>();
        services.AddScoped<RecordList>();
        services.AddScoped<BenefitStore>();
        services.AddScoped<ReviewStore>();
        services.AddScoped<RestatementStore>();
        services.AddScoped<NameStore>();
        services.AddSingleton<FigureStore>();
        services.AddSingleton<EvidenceStore>();
        services.AddSingleton<QualityStore>();
        services.AddSingleton<DatabaseStart>();
        return services;
    }

    private static void Use(
        DbContextOptionsBuilder builder, DatabaseOptions options, IReadOnlyDictionary<string, Action<DbContextOptionsBuilder, string>> providers)
    {
        try
        {
            providers[options.Provider](builder, options.ConnectionString);
        }
        catch (ArgumentException exception)
        {
            throw new SettingsException($"ConnectionStrings:CrmRoi cannot be read: {exception.Message}", exception);
        }
    }
}
