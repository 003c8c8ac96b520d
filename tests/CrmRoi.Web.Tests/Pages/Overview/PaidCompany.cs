using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Web.Tests.Pages.Overview;

/// <summary>
/// Three programmes in one company. "Paid": 12,000 spent once, margin of 10,000 a month before and 22,500 in each of the six months
/// since go-live, so 75,000 gained. "Unspent" has no costs, "Future" goes live after the last month.
/// </summary>
public sealed class PaidCompany : CrmRoiApp
{
    public static readonly Month GoLive = new(2026, 5);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SeedAsync(ProgrammeOf("Paid", GoLive), ProgrammeOf("Unspent", GoLive), ProgrammeOf("Future", new Month(2027, 3)));
        var before = Enumerable.Range(-12, 12).Select(month => Entered(GoLive.Plus(month), 10_000));
        var since = Enumerable.Range(0, 6).Select(month => Entered(GoLive.Plus(month), 22_500));
        await SeedAsync([.. before.Concat(since)]);
        await SeedAsync(new RecordBatch { Costs = [Licence("Paid", 12_000), Licence("Future", 5_000)] });
    }

    private static Programme ProgrammeOf(string name, Month goLive) => new() { Name = name, Currency = "EUR", GoLive = goLive, DiscountRate = 0.08m };

    private static EnteredFigureRow Entered(Month month, decimal margin) => new()
    {
        Figure = new() { Measure = "won-margin", Period = new(month, month), Value = margin, SourceNote = "ledger", Completeness = 0.9m },
        EnteredBy = "admin@test.example",
    };

    private static Cost Licence(string programme, decimal amount) => new()
    {
        Source = "test",
        Id = "K-" + programme,
        Programme = programme,
        Kind = CostKind.Licences,
        Description = "Secret vendor offer",
        Cadence = Cadence.OneOff,
        Amount = amount,
        From = GoLive,
    };
}
