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

        var (rounds, requests) = options.IsQuick ? (5, 20) : (10, 20);
        var pairs = new List<(double, double)>();
        for (var round = 0; round < rounds; round++)
        {
            pairs.Add((await TimeAsync(client, "/", requests), await TimeAsync(client, "/bench/36-rows", requests)));
        }

        return [BenchFigure.Of("overview against a page of 36 rows", pairs, "ms", atMost: 3)];
    }

    private static async Task<double> TimeAsync(HttpClient client, string url, int requests)
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
