using CrmRoi.Web.Tests;
using Microsoft.Playwright;

namespace CrmRoi.Web.BrowserTests;

/// <summary>The program on a port of its own, and a browser. Share it as a class fixture.</summary>
public class BrowserApp : CrmRoiApp, IAsyncLifetime
{
    /// <summary>How long the browser is waited for, in milliseconds: a slow machine is no failure.</summary>
    public const float Patience = 180_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public BrowserApp() => UseKestrel(0);

    /// <summary>The program starts with the first thing asked of it, on an address such as http://127.0.0.1:40123.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    public IBrowser Browser => browser ?? throw new InvalidOperationException("The browser is started by InitializeAsync.");

    public override async Task InitializeAsync()
    {
        StartServer();
        await base.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Find(),
            Timeout = Patience,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>The program as it starts for the first time, and a browser.</summary>
public sealed class EmptyBrowserApp : BrowserApp
{
    protected override bool IsSetUp => false;
}

/// <summary>Where the browser is: the variable CRMROI_TEST_CHROMIUM, or else a program "chromium" on the path.</summary>
internal static class Chromium
{
    public static string Find() =>
        Environment.GetEnvironmentVariable("CRMROI_TEST_CHROMIUM") is { Length: > 0 } named ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "chromium"))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("The browser tests need chromium: install it, or name it in CRMROI_TEST_CHROMIUM.");
}
