using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Web.Tests.Hosting;

public sealed class ReportWorkerTests(ReportWorkerTests.WorkingApp app) : IClassFixture<ReportWorkerTests.WorkingApp>
{
    [Fact]
    public async Task Reports_are_prepared_in_the_background_when_the_data_has_come_to_rest()
    {
        await app.SeedAsync(new Programme { Name = "Prepared", Currency = "EUR", GoLive = new Month(2026, 1) });

        var fingerprint = await WaitAsync();

        fingerprint.Should().MatchRegex("^[0-9a-f]{64}$", "the report that was written told it, and nobody asked for one");
    }

    // What a report tells first is remembered with the figures that it was written of.
    private async Task<string> WaitAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5)); // a slow machine is no failure
        while (true)
        {
            var figures = await app.Services.GetRequiredService<FigureStore>().LoadAsync(patience.Token);
            try
            {
                var summary = figures.SummaryOf(figures.Programmes.Single(), Filter.None);
                return figures.Remember<string>((nameof(ReportFingerprint), "Prepared", summary.Filter, summary.LastMonth), () => throw new KeyNotFoundException());
            }
            catch (KeyNotFoundException)
            {
                await Task.Delay(200, patience.Token);
            }
        }
    }

    public sealed class WorkingApp : CrmRoiApp
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [("Reports:InBackground", "true")];
    }
}
