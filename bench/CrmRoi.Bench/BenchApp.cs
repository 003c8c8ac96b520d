using System.Text.RegularExpressions;
using CrmRoi.Data;
using CrmRoi.Web.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Bench;

/// <summary>The real program on a port of its own, with a database in a temporary folder and the page that it is measured against.</summary>
internal sealed class BenchApp : WebApplicationFactory<ExampleLoader>
{
    private const string Email = "bench@example.com";
    private readonly string password = Guid.NewGuid().ToString();

    public BenchApp() => UseKestrel(0);

    public string Folder { get; } = Directory.CreateTempSubdirectory("crmroi-bench-").FullName;

    /// <summary>What the client that signed in last sends along.</summary>
    public string Cookies { get; private set; } = "";

    /// <summary>Starts it with the example company in it.</summary>
    public async Task StartWithExampleAsync()
    {
        await StartEmptyAsync();
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ExampleLoader>().LoadAsync("bench", CancellationToken.None);
    }

    /// <summary>Starts it with nothing but somebody who may sign in.</summary>
    public async Task StartEmptyAsync()
    {
        StartServer();
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = new User { UserName = Email, Email = Email, DisplayName = "Bench" };
        await users.CreateAsync(user, password);
        await users.AddToRoleAsync(user, Roles.Admin);
    }

    /// <summary>A client that signed in by the form.</summary>
    public async Task<HttpClient> SignInAsync()
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true };
        var client = new HttpClient(handler) { BaseAddress = ClientOptions.BaseAddress };
        var form = await client.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative));
        var token = Regex.Match(form, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Email"] = Email,
            ["Input.Password"] = password,
            ["__RequestVerificationToken"] = token,
        });
        using var answer = await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), content);
        Cookies = handler.CookieContainer.GetCookieHeader(ClientOptions.BaseAddress);
        return (int)answer.StatusCode == 302 ? client : throw new InvalidOperationException($"Signing in was answered {(int)answer.StatusCode}.");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("environment", "Production");
        builder.UseSetting("Database:Provider", "Sqlite");
        builder.UseSetting("ConnectionStrings:CrmRoi", $"Data Source={Path.Combine(Folder, "crmroi.db")}");
        builder.UseSetting("Evidence:InBackground", "false"); // what is reckoned in the background is no page's cost
        builder.UseSetting("Keys:Folder", Path.Combine(Folder, "keys"));
        builder.UseSetting("Serilog:WriteTo:0:Args:standardErrorFromLevel", "Verbose"); // standard output is for the figures
        builder.UseSetting("Serilog:WriteTo:1:Args:path", Path.Combine(Folder, "logs", "crmroi-.log"));
        builder.ConfigureServices(services => services.AddMvcCore().AddApplicationPart(typeof(BenchApp).Assembly));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(Folder))
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Folder, recursive: true);
        }
    }
}
