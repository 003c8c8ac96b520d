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
    private const string DatabaseFile = "crmroi.db";
    private readonly string password;
    private readonly bool preparesReports;

    public BenchApp()
        : this(Directory.CreateTempSubdirectory("crmroi-bench-").FullName, Guid.NewGuid().ToString())
    {
    }

    private BenchApp(string folder, string password, bool preparesReports = false)
    {
        (Folder, this.password, this.preparesReports) = (folder, password, preparesReports);
        UseKestrel(0);
    }

    public string Folder { get; }

    /// <summary>What the client that signed in last sends along.</summary>
    public string Cookies { get; private set; } = "";

    /// <summary>Starts it with the example company in it.</summary>
    public async Task StartWithExampleAsync()
    {
        await StartEmptyAsync();
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ExampleLoader>().LoadAsync("bench", CancellationToken.None);
    }

    /// <summary>Writes down a copy of it that another process can start: what <see cref="StartCopy"/> takes.</summary>
    public string[] Copy()
    {
        var folder = Directory.CreateTempSubdirectory("crmroi-bench-").FullName;
        using var from = new SqliteConnection($"Data Source={Path.Combine(Folder, DatabaseFile)}");
        using var to = new SqliteConnection($"Data Source={Path.Combine(folder, DatabaseFile)};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
        return [folder, password];
    }

    /// <summary>Starts a copy, in which reports are prepared in the background, as they are in the program that people run.</summary>
    public static BenchApp StartCopy(string folder, string password)
    {
        var app = new BenchApp(folder, password, preparesReports: true);
        app.StartServer();
        return app;
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
        var client = new HttpClient(handler) { BaseAddress = ClientOptions.BaseAddress, Timeout = TimeSpan.FromMinutes(10) };
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
        builder.UseSetting("ConnectionStrings:CrmRoi", $"Data Source={Path.Combine(Folder, DatabaseFile)}");
        builder.UseSetting("Evidence:InBackground", "false"); // what is reckoned in the background is no page's cost
        builder.UseSetting("Reports:InBackground", preparesReports ? "true" : "false");
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
