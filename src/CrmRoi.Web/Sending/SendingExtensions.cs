using CrmRoi.Data;
using Quartz;

namespace CrmRoi.Web.Sending;

public static class SendingExtensions
{
    /// <summary>Whether schedules run at all in this program: <c>false</c> leaves what is written waiting.</summary>
    public const string Setting = "Schedules:InBackground";

    /// <summary>What writes and sends messages, and the scheduler with its store in the program's own database.</summary>
    /// <exception cref="SettingsException">A setting of the mail is wrong.</exception>
    public static void AddSending(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(MailOptions.From(builder.Configuration));
        builder.Services.AddSingleton<Postman>();
        builder.Services.AddScoped<MailWriter>();
        builder.Services.AddScoped<Outbox>();
        builder.Services.AddScoped<Timetable>();
        if (!builder.Configuration.GetValue(Setting, defaultValue: true))
        {
            return;
        }

        var database = (DatabaseOptions)builder.Services.First(service => service.ServiceType == typeof(DatabaseOptions)).ImplementationInstance!;
        builder.Services.AddQuartz(quartz =>
        {
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
                Use(store, database);
            });
            quartz.ScheduleJob<OutboxJob>(trigger => trigger.WithIdentity("outbox").WithSimpleSchedule(TimeSpan.FromMinutes(1)));
        });
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <summary>Takes up the schedules that are stored; once the database is ready.</summary>
    public static void UseSchedules(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() => _ = TakeUpAsync(app));

    private static async Task TakeUpAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Timetable>().ApplyAsync(app.Lifetime.ApplicationStopping);
    }

    private static void Use(IPersistentStoreBuilder store, DatabaseOptions database)
    {
        switch (database.Provider)
        {
            case "SqlServer":
                store.UseSqlServer(database.ConnectionString);
                break;
            case "PostgreSql":
                store.UsePostgres(database.ConnectionString);
                break;
            default:
                store.UseSqlite(database.ConnectionString);
                break;
        }
    }
}
