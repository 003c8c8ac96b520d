using System.Diagnostics;
using System.Runtime;

namespace CrmRoi.Bench;

/// <summary>The overview at the example company's 8,800 deals against a page of the same program that reads 36 rows by one EF query.</summary>
internal static class OverviewBench
{
    public static async Task<IEnumerable<BenchFigure>> RunAsync(BenchOptions options)
    {
        await using var app = new BenchApp();
        await app.StartWithExampleAsync();
        using var client = await app.SignInAsync();
        await WarmUpAsync(client, ["/", "/bench/36-rows", "/bench/bare"]);

        var (rounds, requests) = options.IsQuick ? (5, 100) : (10, 200);
        var (rows, bare) = (new List<(double, double)>(), new List<(double, double)>());
        for (var round = 0; round < rounds; round++)
        {
            var ours = await CostAsync(app, "/", requests);
            rows.Add((ours, await CostAsync(app, "/bench/36-rows", requests)));
            bare.Add((ours, await CostAsync(app, "/bench/bare", requests)));
        }

        return
        [
            BenchFigure.Of("overview against a page of 36 rows, processor", rows, "ms", atMost: 0.6),
            BenchFigure.Of("overview against a bare page, processor", bare, "ms", atMost: 8),
        ];
    }

    // What is compiled in the background would be counted as the cost of whichever page is asked for meanwhile.
    private static async Task WarmUpAsync(HttpClient client, string[] urls)
    {
        const int MostRounds = 40;
        var (before, round) = (-1L, 0);
        while (JitInfo.GetCompiledMethodCount() - before > 20 && round++ < MostRounds)
        {
            before = JitInfo.GetCompiledMethodCount();
            foreach (var url in urls)
            {
                await TimeAsync(client, url, 100);
            }
        }
    }

    private static async Task<double> CostAsync(BenchApp app, string url, int requests)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await LoadClient.AskAsync(new(app.ClientOptions.BaseAddress, url), app.Cookies, requests);
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / requests;
    }

    internal static async Task<double> TimeAsync(HttpClient client, string url, int requests)
    {
        var times = new double[requests];
        for (var i = 0; i < requests; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(new Uri(url, UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if ((int)answer.StatusCode != 200)
            {
                throw new InvalidOperationException($"{url} was answered {(int)answer.StatusCode}.");
            }
        }

        return BenchFigure.Median(times);
    }
}
