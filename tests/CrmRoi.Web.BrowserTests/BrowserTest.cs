using System.Text.RegularExpressions;
using CrmRoi.Web.Tests;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CrmRoi.Web.BrowserTests;

/// <summary>How wide the window is, in which theme.</summary>
public sealed record View(int Width, ColorScheme Theme)
{
    public static readonly View Desk = new(1440, ColorScheme.Light);
    public static readonly View DeskAtNight = new(1440, ColorScheme.Dark);
    public static readonly View Phone = new(390, ColorScheme.Light);
    public static readonly View PhoneAtNight = new(390, ColorScheme.Dark);

    public static IReadOnlyList<View> All { get; } = [Desk, DeskAtNight, Phone, PhoneAtNight];
}

/// <summary>What tests in a browser share: a page of its own for each, picture and trace of what failed, and what holds for every page.</summary>
public abstract partial class BrowserTest(BrowserApp app)
{
    /// <summary>Pictures of pages, and what failing tests leave.</summary>
    protected static readonly string Pictures = Path.Combine(Repository.Root, "artifacts", "browser");

    protected BrowserApp App => app;

    /// <summary>Runs a test in a window of its own, whose console stays silent; when it fails, its picture and trace are kept.</summary>
    protected async Task InBrowserAsync(Func<IPage, Task> test, View? view = null, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        view ??= View.Desk;
        await using var context = await app.Browser.NewContextAsync(new()
        {
            BaseURL = app.Address.ToString(),
            ColorScheme = view.Theme,
            Locale = "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = view.Width, Height = 900 },
        });
        context.SetDefaultTimeout(BrowserApp.Patience);
        await context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, problem) => complaints.Add($"{page.Url}: {problem}");
        var passed = false;
        try
        {
            await test(page);
            complaints.Should().BeEmpty("the browser's console is silent");
            passed = true;
        }
        finally
        {
            var kept = Path.Combine(Pictures, "failed", Plain().Replace($"{GetType().Name}-{name}-{view.Width}-{view.Theme}", "-"));
            if (!passed)
            {
                await page.ScreenshotAsync(new() { Path = kept + ".png", FullPage = true });
            }

            await context.Tracing.StopAsync(new() { Path = passed ? null : kept + ".zip" });
        }
    }

    /// <summary>What holds for every page in every view: axe finds nothing, nothing is wider than the window. Leaves a picture.</summary>
    protected static async Task LooksRightAsync(IPage page, string name, View view)
    {
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{view.Width}-{view.Theme.ToString().ToLowerInvariant()}.png"), FullPage = true });
        var found = await page.RunAxe();
        var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");

        found.Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}").Should().BeEmpty("axe looked at {0}", name);
        wider.Should().BeLessThanOrEqualTo(0, "{0} fits a window of {1}", name, view.Width);
    }

    [GeneratedRegex("[^A-Za-z0-9-]+")]
    private static partial Regex Plain();
}
