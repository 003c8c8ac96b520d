using System.Globalization;
using CrmRoi.Data;

namespace CrmRoi.Web.Hosting;

public static class StartExtensions
{
    /// <summary>What the demo and the set-up need.</summary>
    /// <exception cref="SettingsException">The demo would be reachable from elsewhere.</exception>
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(DemoMode.From(builder.Configuration));
        builder.Services.AddScoped<ExampleLoader>();
        builder.Services.AddScoped<Demo>();
    }

    /// <summary>Makes the database ready, and with <c>--demo</c> the example company in it.</summary>
    /// <exception cref="SettingsException">The database cannot be used.</exception>
    public static async Task PrepareAsync(this WebApplication app)
    {
        try
        {
            await app.Services.GetRequiredService<DatabaseStart>().PrepareAsync(app.Lifetime.ApplicationStopping);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The folder of the database cannot be used: {exception.Message.TrimEnd('.')}.", exception);
        }

        if (app.Services.GetRequiredService<DemoMode>().IsOn)
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Demo>().PrepareAsync(app.Lifetime.ApplicationStopping);
            app.Lifetime.ApplicationStarted.Register(() => Print(app.Urls));
        }
    }

    private static void Print(IEnumerable<string> addresses)
    {
        Console.WriteLine();
        Console.WriteLine($"CrmRoi shows the example company on {string.Join(" and ", addresses)}");
        foreach (var (role, email, _) in DemoMode.Users)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {role,-8} {email,-20} {DemoMode.Password}"));
        }

        Console.WriteLine();
    }
}
