using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using MathNet.Numerics.Distributions;

namespace CrmRoi.Metrics.Tests.Comparing;

/// <summary>With no effect at all: deals take as long after go-live as before it, 90 days in the mean.</summary>
public sealed class CensoringTrapTests
{
    private const int DealsADay = 40;
    private static readonly DateOnly AsOf = new(2026, 3, 31);
    private static readonly DateOnly GoLive = new(2026, 1, 1);

    // The same forty lengths every day: evenly spaced quantiles of a gamma distribution with shape 2 and mean 90.
    private static readonly int[] Lengths =
        [.. Enumerable.Range(0, DealsADay).Select(i => (int)Math.Round(Gamma.InvCDF(2, 2 / 90.0, (i + 0.5) / DealsADay)))];

    [Fact]
    public void The_mean_of_the_deals_won_so_far_looks_61_percent_shorter_after_three_months()
    {
        var all = Build(DealsFrom(GoLive.AddYears(-2), GoLive.AddYears(-1), DateOnly.MaxValue));
        var young = Build(DealsFrom(GoLive, AsOf, AsOf));

        var truth = Read(all, DealMetrics.SalesCycle)!.Value;
        var looks = Read(young, DealMetrics.SalesCycle)!.Value;

        truth.Should().BeApproximately(90, 1);
        (1 - (looks / truth)).Should().BeApproximately(0.61m, 0.03m);
    }

    [Fact]
    public void The_median_of_Kaplan_and_Meier_stays()
    {
        var all = Build(DealsFrom(GoLive.AddYears(-2), GoLive.AddYears(-1), DateOnly.MaxValue));
        var young = Build(DealsFrom(GoLive, AsOf, AsOf));

        var truth = Read(all, DealMetrics.SalesCycleMedian)!.Value;
        var looks = Read(young, DealMetrics.SalesCycleMedian)!.Value;

        looks.Should().BeApproximately(truth, 3);
    }

    [Fact]
    public void The_comparison_refuses_the_mean_and_finds_no_change_in_the_median()
    {
        var programme = new Programme { Name = "CRM", Currency = "EUR", GoLive = Month.Of(GoLive), BaselineMonths = 3 };
        var cube = Build(DealsFrom(GoLive.AddYears(-1), AsOf, AsOf));
        var windows = ComparisonWindows.Of(programme, cube.Members(Dimensions.Team), cube.LastFullMonth);

        Comparison.Of(cube, DealMetrics.SalesCycle, windows, Filter.None).Reason.Should().Be(VerdictReason.Censored);
        Comparison.Of(cube, DealMetrics.SalesCycleMedian, windows, Filter.None).Reason.Should().Be(VerdictReason.IntervalHoldsNoChange);
        Comparison.Of(cube, FunnelMetrics.ClosingRateCohort, windows, Filter.None).Reason.Should().Be(VerdictReason.NotMatured);
    }

    private static List<Deal> DealsFrom(DateOnly first, DateOnly last, DateOnly seenOn) =>
    [
        .. from day in Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)
           from length in Lengths.Select((days, number) => (days, number))
           let closedOn = day.AddDays(length.days)
           let isWon = closedOn <= seenOn
           select new Deal
           {
               Source = "made up",
               Id = $"{day:yyyyMMdd}-{length.number}",
               CreatedOn = day,
               ClosedOn = isWon ? closedOn : null,
               Outcome = isWon ? DealOutcome.Won : DealOutcome.Open,
               Value = 100,
           },
    ];

    private static SnapshotCube Build(List<Deal> deals)
    {
        var records = new RecordSet { Deals = deals };
        var cells = SnapshotBuilder.Build(records, Organisation.Unknown, SnapshotBuilder.HorizonOf(records));
        return new SnapshotCube(cells, [.. CohortRules.Build(records, Organisation.Unknown)], [], AsOf);
    }

    private static decimal? Read(SnapshotCube cube, Metric metric) => cube.Read(metric, cube.Horizon, Filter.None).Value;
}
