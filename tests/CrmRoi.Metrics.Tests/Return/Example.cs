using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Return;

/// <summary>A company with a CRM since January 2025 and figures for 2024 and 2025.</summary>
internal static class Example
{
    public static readonly Month GoLive = new(2025, 1);
    public static readonly DateOnly AsOf = new(2025, 12, 31);

    public static Programme Programme { get; } = new() { Name = "CRM", Currency = "EUR", GoLive = GoLive };

    public static Window Before { get; } = new(GoLive.Plus(-12), GoLive.Plus(-1));

    public static Window After { get; } = new(GoLive, GoLive.Plus(11));

    public static Cost OneOff(decimal amount) =>
        new() { Source = "entered", Id = "1", Programme = "CRM", Description = "Set-up", Kind = CostKind.SetUp, Amount = amount, From = GoLive };

    public static Cost Monthly(decimal amount) =>
        new() { Source = "entered", Id = "2", Programme = "CRM", Description = "Support", Kind = CostKind.Support, Cadence = Cadence.Monthly, Amount = amount, From = GoLive };

    public static Saving Saving(decimal amount) => new()
    {
        Source = "entered",
        Id = "3",
        Programme = "CRM",
        Description = "Old CRM",
        Reason = "Contract ended",
        Cadence = Cadence.Monthly,
        Amount = amount,
        From = GoLive,
    };

    public static EnteredFigure Entered(Window period, decimal margin, string? team = null) =>
        new() { Measure = "won-margin", Period = period, Value = margin, Team = team, SourceNote = "ledger" };

    /// <summary>One won deal a month with its cost of goods known.</summary>
    public static IEnumerable<KeyValuePair<Cell, Snapshot>> Sales(string team, Window window, decimal margin) =>
        window.Months.Select(month => KeyValuePair.Create(
            new Cell(month) { Team = team }, new Snapshot { DealsWon = 1, WonRevenue = 2 * margin, CostedRevenue = 2 * margin, WonMargin = margin }));

    public static SnapshotCube Cube(IEnumerable<KeyValuePair<Cell, Snapshot>> cells, params EnteredFigure[] entered) => new(cells, [], entered, AsOf);

    /// <summary>10,000 a month before and 16,250 after: 75,000 in the year since go-live.</summary>
    public static SnapshotCube SeventyFiveThousand() => Cube([], Entered(Before, 120_000), Entered(After, 195_000));
}
