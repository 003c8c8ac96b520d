using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Bench;

/// <summary>The pages at a million deals against the same pages at ten thousand: their cost does not grow with the records.</summary>
internal static class PagesBench
{
    private const int Months = 36;
    private static readonly string[] Urls = ["/", "/sales", "/metrics", "/metrics/deals-won", "/metrics/sales-cycle-median", "/records/deals", "/return"];

    public static async Task<IEnumerable<BenchFigure>> RunAsync(BenchOptions options)
    {
        await using var small = new BenchApp();
        await using var large = new BenchApp();
        using var few = await StartAsync(small, 10_000);
        using var many = await StartAsync(large, options.IsQuick ? 100_000 : 1_000_000);
        var figures = new List<BenchFigure>();
        foreach (var url in Urls)
        {
            await OverviewBench.TimeAsync(few, url, 10);
            await OverviewBench.TimeAsync(many, url, 10);
            var pairs = new List<(double, double)>();
            for (var round = 0; round < (options.IsQuick ? 5 : 10); round++)
            {
                pairs.Add((await OverviewBench.TimeAsync(many, url, 10), await OverviewBench.TimeAsync(few, url, 10)));
            }

            figures.Add(BenchFigure.Of($"pages: {url} at many deals against 10,000", pairs, "ms", atMost: 1.2));
        }

        return figures;
    }

    private static async Task<HttpClient> StartAsync(BenchApp app, int deals)
    {
        await app.StartEmptyAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CrmRoiContext>();
        context.Add(new Company { Name = "Bench", Currency = "EUR", TimeZone = "Europe/Berlin" });
        context.Add(new Programme { Name = "CRM", Currency = "EUR", GoLive = new Month(2024, 7), BaselineMonths = 12, RampUpMonths = 3 });
        await context.SaveChangesAsync();
        context.ChangeTracker.Clear();
        var records = scope.ServiceProvider.GetRequiredService<RecordStore>();
        await records.UpsertAsync(new RecordBatch { People = [.. Enumerable.Range(0, 30).Select(PersonOf)] }, CancellationToken.None);
        for (var month = 0; month < Months; month++)
        {
            await records.UpsertAsync(new RecordBatch { Deals = [.. Enumerable.Range(0, deals / Months).Select(number => DealOf(month, number))] }, CancellationToken.None);
            context.ChangeTracker.Clear();
        }

        return await app.SignInAsync();
    }

    private static Person PersonOf(int number) => new() { Source = "bench", Id = $"{number}", Name = $"Rep {number}", Team = $"Team {number % 6}", Region = $"Region {number % 3}" };

    // The same shape whatever the size: every combination of the dimensions comes up in both.
    private static Deal DealOf(int month, int number)
    {
        var created = new DateOnly(2023, 7, 1).AddMonths(month).AddDays(number % 28);
        return new()
        {
            Source = "bench",
            Id = $"{month}-{number}",
            Rep = $"Rep {number % 30}",
            Product = $"Product {number % 4}",
            Channel = $"Channel {number % 3}",
            CreatedOn = created,
            ClosedOn = created.AddDays(20 + (number % 61)),
            Outcome = number % 5 < 2 ? DealOutcome.Won : DealOutcome.Lost,
            Value = 1_000 + (number % 97 * 10),
            CostOfGoods = 600,
        };
    }
}
