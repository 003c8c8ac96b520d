using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Web.Tests.Hosting;

public sealed class EvidenceWorkerTests(EvidenceWorkerTests.WorkingApp app) : IClassFixture<EvidenceWorkerTests.WorkingApp>
{
    [Fact]
    public async Task Evidence_is_reckoned_in_the_background_when_figures_have_changed()
    {
        await app.SeedAsync(new Programme { Name = "CRM", Currency = "EUR", GoLive = new Month(2026, 1) });
        await app.SeedAsync(new RecordBatch
        {
            Deals = [new Deal { Source = "probe", Id = "1", CreatedOn = new(2026, 2, 1), ClosedOn = new(2026, 3, 1), Outcome = DealOutcome.Won, Value = 100, CostOfGoods = 60 }],
        });

        var evidence = await WaitAsync();

        evidence.Verdict.Should().Be(EvidenceVerdict.NotEnoughData, "there is no baseline");
    }

    private async Task<ProgrammeEvidence> WaitAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5)); // a slow machine is no failure
        while (true)
        {
            var figures = await app.Services.GetRequiredService<FigureStore>().LoadAsync(patience.Token);
            if (figures.Programmes is [var programme] && figures.EvidenceOf(programme, EvidenceSubject.SalesMargin) is { } evidence)
            {
                return evidence;
            }

            await Task.Delay(200, patience.Token);
        }
    }

    public sealed class WorkingApp : CrmRoiApp
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [("Evidence:InBackground", "true")];
    }
}
