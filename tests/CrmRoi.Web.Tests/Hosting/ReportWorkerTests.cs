using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;

namespace CrmRoi.Web.Tests.Hosting;

public sealed class ReportWorkerTests(ReportWorkerTests.WorkingApp app) : IClassFixture<ReportWorkerTests.WorkingApp>
{
    [Fact]
    public async Task Reports_are_prepared_in_the_background_when_the_data_has_come_to_rest()
    {
        await app.SeedAsync(new Programme { Name = "Prepared", Currency = "EUR", GoLive = new Month(2026, 1) });

        var log = await WaitAsync("report of Prepared");

        log.Should().Contain("Prepared the report of").And.NotContain("could not be prepared");
    }

    private async Task<string> WaitAsync(string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5)); // a slow machine is no failure
        while (true)
        {
            foreach (var file in Directory.EnumerateFiles(Directory.CreateDirectory(Path.Combine(app.Folder, "logs")).FullName))
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var reader = new StreamReader(stream);
                if (await reader.ReadToEndAsync(patience.Token) is var log && log.Contains(text, StringComparison.Ordinal))
                {
                    return log;
                }
            }

            await Task.Delay(200, patience.Token);
        }
    }

    public sealed class WorkingApp : CrmRoiApp
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [("Reports:InBackground", "true")];
    }
}
