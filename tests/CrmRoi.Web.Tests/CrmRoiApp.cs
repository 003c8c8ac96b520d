using AngleSharp.Dom;
using CrmRoi.Data;
using CrmRoi.Web.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Web.Tests;

/// <summary>
/// The real program with a SQLite file and a clock of its own, set up with a company and one user per role. As a class fixture it is shared by
/// the tests of a class, so these add to it and do not count on what is not there.
/// </summary>
public class CrmRoiApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>The password of every user of the fixture.</summary>
    public const string Password = "four wrong horses";

    private readonly Dictionary<string, Visitor> visitors = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("crmroi-web-").FullName;

    public FixedClock Clock { get; } = new();

    /// <summary>Whether the company and the users are there from the start.</summary>
    protected virtual bool IsSetUp => true;

    /// <summary>Settings beside those of the fixture.</summary>
    protected virtual IEnumerable<(string Key, string Value)> Settings => [];

    public static string EmailOf(string role) => $"{role.ToLowerInvariant()}@test.example";

    /// <summary>Somebody who is not signed in.</summary>
    public Visitor Visit() => new(CreateClient(new() { AllowAutoRedirect = false }));

    /// <summary>Somebody who signed in by the form; the same one again for the same role.</summary>
    public async Task<Visitor> SignInAsync(string role)
    {
        if (!visitors.TryGetValue(role, out var visitor))
        {
            visitor = Visit();
            using var response = await visitor.SignInAsync(EmailOf(role), Password);
            response.StatusCode.Should().Be(System.Net.HttpStatusCode.Redirect, "the {0} of the fixture can sign in", role);
            visitors[role] = visitor;
        }

        return visitor;
    }

    /// <summary>A page that must be there, as somebody of a role sees it.</summary>
    public async Task<IDocument> GetPageAsync(string url, string role = Roles.Admin, string language = "en-GB") =>
        await (await SignInAsync(role)).GetPageAsync(url, language);

    /// <summary>An answer to somebody who is not signed in.</summary>
    public async Task<HttpResponseMessage> GetAsync(string url, string language = "en-US")
    {
        using var visitor = Visit();
        return await visitor.GetAsync(url, language);
    }

    /// <summary>What somebody sees who is not signed in, whatever its status.</summary>
    public async Task<IDocument> PageAsync(string url, string language = "en-US")
    {
        using var response = await GetAsync(url, language);
        return await Visitor.ReadAsync(response);
    }

    /// <summary>Does something with the program's own services, such as <c>CrmRoiContext</c>.</summary>
    public async Task SeedAsync(Func<IServiceProvider, Task> seed)
    {
        await using var scope = Services.CreateAsyncScope();
        await seed(scope.ServiceProvider);
    }

    /// <summary>Takes records in, as an import does.</summary>
    public Task SeedAsync(RecordBatch batch) =>
        SeedAsync(services => services.GetRequiredService<RecordStore>().UpsertAsync(batch, CancellationToken.None));

    /// <summary>Adds entities that forms would have written: programmes, entered figures.</summary>
    public Task SeedAsync(params object[] entities) => SeedAsync(async services =>
    {
        var context = services.GetRequiredService<CrmRoiContext>();
        context.AddRange(entities);
        await context.SaveChangesAsync();
    });

    /// <summary>Reads something with the program's own services.</summary>
    public async Task<TResult> ReadAsync<TResult>(Func<CrmRoiContext, Task<TResult>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<CrmRoiContext>());
    }

    /// <summary>Adds a user with the fixture's password.</summary>
    public Task AddUserAsync(string email, string role) => SeedAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<User>>();
        var user = new User { UserName = email, Email = email, DisplayName = email.Split('@')[0] };
        (await users.CreateAsync(user, Password)).Succeeded.Should().BeTrue();
        (await users.AddToRoleAsync(user, role)).Succeeded.Should().BeTrue();
    });

    public virtual async Task InitializeAsync()
    {
        if (IsSetUp)
        {
            await SeedAsync(new Company { Name = "Probe GmbH", Currency = "EUR", TimeZone = "Europe/Berlin" });
            foreach (var role in Roles.All)
            {
                await AddUserAsync(EmailOf(role), role);
            }
        }
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("environment", "Production");
        builder.UseSetting("Database:Provider", "Sqlite");
        builder.UseSetting("ConnectionStrings:CrmRoi", $"Data Source={Path.Combine(Folder, "crmroi.db")}");
        builder.UseSetting("Keys:Folder", Path.Combine(Folder, "keys"));
        builder.UseSetting("Uploads:Folder", Path.Combine(Folder, "uploads"));
        builder.UseSetting("Serilog:WriteTo:1:Args:path", Path.Combine(Folder, "logs", "crmroi-.log"));
        builder.UseSetting("Evidence:InBackground", "false"); // tests say themselves when evidence is reckoned
        builder.UseSetting("Schedules:InBackground", "false"); // and when schedules are due
        builder.UseSetting("Quality:InBackground", "false");
        builder.UseSetting("Reports:InBackground", "false");
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}

/// <summary>The program as it starts for the first time: no company, no user.</summary>
public sealed class EmptyCrmRoiApp : CrmRoiApp
{
    protected override bool IsSetUp => false;
}
