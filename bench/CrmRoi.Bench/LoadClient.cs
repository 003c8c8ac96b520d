using System.Diagnostics;
using System.Globalization;

namespace CrmRoi.Bench;

/// <summary>A process of its own that asks for a page again and again, so that what asking costs is not counted as the page's cost.</summary>
internal static class LoadClient
{
    /// <summary>The first argument of the program when it is to be the client.</summary>
    public const string Switch = "--client";

    /// <summary>Lets another process ask for a page so many times.</summary>
    public static async Task AskAsync(Uri page, string cookies, int requests)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in new[] { typeof(LoadClient).Assembly.Location, Switch, page.ToString(), cookies, requests.ToString(CultureInfo.InvariantCulture) })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{page} was not answered as it should.");
        }
    }

    /// <summary>Asks as the arguments say.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", args[2]);
        for (var i = 0; i < int.Parse(args[3], CultureInfo.InvariantCulture); i++)
        {
            using var answer = await client.GetAsync(new Uri(args[1]));
            await answer.Content.ReadAsByteArrayAsync();
            if ((int)answer.StatusCode != 200)
            {
                return 1;
            }
        }

        return 0;
    }
}
