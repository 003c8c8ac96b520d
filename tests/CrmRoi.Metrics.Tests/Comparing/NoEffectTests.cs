using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using MathNet.Numerics.Distributions;

namespace CrmRoi.Metrics.Tests.Comparing;

/// <summary>
/// A CRM without any effect, looked at some months after go-live. Every day of four years 40 deals begin: 16 are won after 90 days in the mean, 24 are
/// lost after 180; and 30 leads come, of which 15 become a deal after 40 days in the mean.
/// </summary>
public sealed class NoEffectTests
{
    private static readonly DateOnly GoLive = new(2024, 1, 1);
    private static readonly int[] DaysToWin = Quantiles(16, 90);
    private static readonly int[] DaysToLose = Quantiles(24, 180);
    private static readonly int[] DaysToConvert = Quantiles(15, 40);

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(24)]
    public void What_is_safe_of_censoring_finds_no_difference(int months)
    {
        var asOf = GoLive.AddMonths(months).AddDays(-1);
        var cube = CubeOf(RecordsOf(GoLive.AddYears(-2), asOf, asOf), asOf);
        var programme = new Programme { Name = "CRM", Currency = "EUR", GoLive = Month.Of(GoLive), BaselineMonths = 12 };
        var windows = ComparisonWindows.Of(programme, [], cube.LastFullMonth);

        foreach (var metric in (Metric[])[DealMetrics.SalesCycleMedian, DealMetrics.SalesCycleEqual, FunnelMetrics.ClosingRateCohort, FunnelMetrics.LeadConversion])
        {
            var found = Comparison.Of(cube, metric, windows, Filter.None);

            found.Reason.Should().Be(months < 12 && found.Verdict == Verdict.NotComparable ? VerdictReason.NotMatured : VerdictReason.IntervalHoldsNoChange, metric.Key);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(24)]
    public void The_plain_averages_find_a_difference_that_is_none(int months)
    {
        var asOf = GoLive.AddMonths(months).AddDays(-1);
        var before = Plain(RecordsOf(GoLive.AddYears(-2), GoLive.AddYears(-1).AddDays(-1), asOf), 12);
        var after = Plain(RecordsOf(GoLive, asOf, asOf), months);

        Comparison.Of(DealMetrics.SalesCycle with { CompareBy = null }, before, after).Verdict.Should().Be(Verdict.Better);
        Comparison.Of(FunnelMetrics.ClosingRate, before, after).Verdict.Should().Be(Verdict.Better);
        Comparison.Of(FunnelMetrics.LeadConversionPlain with { CompareBy = null }, before, after).Verdict.Should().Be(Verdict.Worse);
    }

    private static int[] Quantiles(int count, double mean) =>
        [.. Enumerable.Range(0, count).Select(i => (int)Math.Round(Gamma.InvCDF(2, 2 / mean, (i + 0.5) / count)))];

    private static Observed Plain(RecordSet records, int months) => Observed.Recorded(months) with
    {
        Snapshot = SnapshotBuilder.Build(records, Organisation.Unknown, SnapshotBuilder.HorizonOf(records)).Select(cell => cell.Value).Merge(),
    };

    private static SnapshotCube CubeOf(RecordSet records, DateOnly asOf) => new(
        SnapshotBuilder.Build(records, Organisation.Unknown, SnapshotBuilder.HorizonOf(records)), [.. CohortRules.Build(records, Organisation.Unknown)], [], asOf);

    private static RecordSet RecordsOf(DateOnly first, DateOnly last, DateOnly seenOn)
    {
        var days = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).ToList();
        return new()
        {
            Deals =
            [
                .. days.SelectMany(day => DaysToWin.Select((wait, number) => DealOf(day, wait, $"w{number}", DealOutcome.Won, seenOn))
                    .Concat(DaysToLose.Select((wait, number) => DealOf(day, wait, $"l{number}", DealOutcome.Lost, seenOn)))),
            ],
            Leads = [.. days.SelectMany(day => Enumerable.Range(0, 30).Select(number => LeadOf(day, number, seenOn)))],
        };
    }

    private static Deal DealOf(DateOnly day, int wait, string number, DealOutcome outcome, DateOnly seenOn)
    {
        var isClosed = day.AddDays(wait) <= seenOn;
        return new()
        {
            Source = "made up",
            Id = $"{day:yyyyMMdd}-{number}",
            CreatedOn = day,
            ClosedOn = isClosed ? day.AddDays(wait) : null,
            Outcome = isClosed ? outcome : DealOutcome.Open,
            Value = 100,
        };
    }

    private static Lead LeadOf(DateOnly day, int number, DateOnly seenOn)
    {
        var converted = number < DaysToConvert.Length ? day.AddDays(DaysToConvert[number]) : DateOnly.MaxValue;
        return new()
        {
            Source = "made up",
            Id = $"{day:yyyyMMdd}-{number}",
            CreatedAt = day.ToDateTime(new(9, 0)),
            ConvertedOn = converted <= seenOn ? converted : null,
        };
    }
}
