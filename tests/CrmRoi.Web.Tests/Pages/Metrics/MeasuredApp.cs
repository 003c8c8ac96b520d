using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Web.Tests.Pages.Metrics;

/// <summary>
/// July 2025 to June 2026 with go-live in January. Before: North wins 2 and loses 2, South wins 1, at 1,000 and after 60 days each; 60 calls by
/// the phone bill. After: North wins 3 and loses 1, South wins 1, at 2,000 and after 30 days each, North's 10 of them in the first stage; North
/// has recorded 10 calls and South 2. Goods cost 60 %.
/// </summary>
public sealed class MeasuredApp : CrmRoiApp
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SeedAsync(
            new Programme { Name = "CRM", Currency = "EUR", GoLive = new Month(2026, 1), BaselineMonths = 6 },
            PhoneBill("North", 45),
            PhoneBill("South", 15));
        await SeedAsync(new RecordBatch
        {
            People =
            [
                new Person { Source = "probe", Id = "p1", Name = "Anna", Team = "North" },
                new Person { Source = "probe", Id = "p2", Name = "Bert", Team = "South" },
            ],
            Deals =
            [
                .. Deals("b", "Anna", 1_000, new(2025, 8, 1), 60, won: 2, lost: 2),
                .. Deals("s", "Bert", 1_000, new(2025, 8, 1), 60, won: 1, lost: 0),
                .. Deals("a", "Anna", 2_000, new(2026, 2, 1), 30, won: 3, lost: 1),
                .. Deals("t", "Bert", 2_000, new(2026, 2, 1), 30, won: 1, lost: 0),
            ],
            StageChanges = [.. Enumerable.Range(0, 4).SelectMany(number => Stages($"a{number}"))],
            Activities =
            [
                Activity("m1", ActivityKind.Meeting, new(2025, 7, 15)), Activity("m2", ActivityKind.Meeting, new(2026, 6, 15)),
                .. Enumerable.Range(0, 10).Select(number => Activity($"c{number}", ActivityKind.Call, new(2026, 2, 10))),
                .. Enumerable.Range(0, 2).Select(number => Activity($"d{number}", ActivityKind.Call, new(2026, 2, 10), "Bert")),
            ],
        });
    }

    private EnteredFigureRow PhoneBill(string team, decimal calls) => new()
    {
        Figure = new EnteredFigure
        {
            Measure = "calls",
            Team = team,
            Period = new Window(new Month(2025, 10), new Month(2025, 12)),
            Value = calls,
            SourceNote = "phone bill",
        },
        EnteredBy = "admin@test.example",
        EnteredAt = Clock.Now,
    };

    private static IEnumerable<Deal> Deals(string id, string rep, decimal value, DateOnly created, int days, int won, int lost) =>
        Enumerable.Range(0, won + lost).Select(number => new Deal
        {
            Source = "probe",
            Id = $"{id}{number}",
            Rep = rep,
            CreatedOn = created,
            ClosedOn = created.AddDays(days),
            Outcome = number < won ? DealOutcome.Won : DealOutcome.Lost,
            Value = value,
            CostOfGoods = value * 0.6m,
        });

    private static IEnumerable<StageChange> Stages(string deal) =>
    [
        new() { Source = "probe", Id = deal + "-1", Deal = deal, Stage = "Qualified", EnteredOn = new(2026, 2, 1) },
        new() { Source = "probe", Id = deal + "-2", Deal = deal, Stage = "Offer", EnteredOn = new(2026, 2, 11) },
    ];

    private static Activity Activity(string id, ActivityKind kind, DateOnly day, string rep = "Anna") =>
        new() { Source = "probe", Id = id, Kind = kind, At = day.ToDateTime(new(10, 0)), IsCompleted = true, Rep = rep };
}
