using System.Diagnostics;

namespace CrmRoi.Bench;

/// <summary>The overview at the example company's 8,800 deals against a page of the same program that reads 36 rows by one EF query.</summary>
internal static class OverviewBench
{
    public static async Task<IEnumerable<BenchFigure>> RunAsync(BenchOptions options)
    {
        await using var app = new BenchApp();
        await app.StartWithExampleAsync();
        using var client = await app.SignInAsync();
        await TimeAsync(client, "/", 20);
        await TimeAsync(client, "/bench/36-rows", 20);
        await TimeAsync(client, "/bench/bare", 20);

        var (rounds, requests) = options.IsQuick ? (5, 20) : (10, 20);
        var (rows, bare) = (new List<(double, double)>(), new List<(double, double)>());
        for (var round = 0; round < rounds; round++)
        {
            var ours = await CostAsync(client, "/", requests);
            rows.Add((ours, await CostAsync(client, "/bench/36-rows", requests)));
            bare.Add((ours, await CostAsync(client, "/bench/bare", requests)));
        }

        return
        [
            BenchFigure.Of("overview against a page of 36 rows, processor", rows, "ms", atMost: 0.6),
            BenchFigure.Of("overview against a bare page, processor", bare, "ms", atMost: 8),
        ];
    }

    // The client is in the same process: what it costs is the same on both sides.
    private static async Task<double> CostAsync(HttpClient client, string url, int requests)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await TimeAsync(client, url, requests);
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
