using System.Globalization;
using System.Text.Json;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Catalogue;

/// <summary>The figures of a real pipeline of 8,800 deals, reckoned elsewhere.</summary>
public sealed class SalesOpportunitiesTests
{
    private const string Folder = "data/crm/sales_opportunities/";

    [SharedDataFact(Folder + "expected.json")]
    public void The_metrics_of_a_real_pipeline_are_those_expected()
    {
        var cube = Build();
        using var file = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf(Folder + "expected.json")!));
        var expected = file.RootElement;

        decimal? Read(Metric metric) => cube.Read(metric, cube.Horizon, Filter.None).Value;
        decimal Expected(string key) => expected.GetProperty(key).GetDecimal();

        Read(DealMetrics.DealsWon).Should().Be(Expected("won"));
        Read(DealMetrics.DealsLost).Should().Be(Expected("lost"));
        Read(DealMetrics.OpenDeals).Should().Be(Expected("open"));
        Read(DealMetrics.WonRevenue).Should().Be(Expected("won_revenue"));
        Read(FunnelMetrics.ClosingRate).Should().BeApproximately(Expected("win_rate_closed"), 0.0000005m);
        Read(DealMetrics.DealSize).Should().BeApproximately(Expected("mean_won"), 0.0005m);
        Read(DealMetrics.SalesCycle).Should().BeApproximately(Expected("cycle_days_won_mean"), 0.000005m);
        Read(DealMetrics.SalesCycleWonMedian).Should().Be(Expected("cycle_days_won_median"));
        Read(DealMetrics.SalesCycleLost).Should().BeApproximately(Expected("cycle_days_lost_mean"), 0.000005m);
        foreach (var month in expected.GetProperty("won_revenue_by_month").EnumerateObject())
        {
            Month.TryParse(month.Name, out var at).Should().BeTrue();
            cube.Read(DealMetrics.WonRevenue, new Window(at, at), Filter.None).Value.Should().Be(month.Value.GetDecimal(), month.Name);
        }
    }

    private static SnapshotCube Build()
    {
        var deals = SharedData.Rows(Folder + "sales_pipeline.csv").Select(row => new Deal
        {
            Source = "pipeline",
            Id = row[0],
            Outcome = row[4] switch { "Won" => DealOutcome.Won, "Lost" => DealOutcome.Lost, _ => DealOutcome.Open },
            CreatedOn = Day(row[5]),
            ClosedOn = Day(row[6]),
            Value = row[7].Length == 0 ? null : decimal.Parse(row[7], CultureInfo.InvariantCulture),
        }).ToList();
        var records = new RecordSet { Deals = deals };
        var cells = SnapshotBuilder.Build(records, Organisation.Unknown, SnapshotBuilder.HorizonOf(records));
        return new SnapshotCube(cells, [.. CohortRules.Build(records, Organisation.Unknown)], [], new DateOnly(2017, 12, 31));
    }

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
