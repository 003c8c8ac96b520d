using System.Globalization;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Reports.Tests;

public sealed class MetricFormatsTests
{
    // In what is expected "_" stands for a no-break space and "~" for a narrow one.
    private static string? Shown(string? written) => written?.Replace('\u00A0', '_').Replace('\u202F', '~');

    private static MetricFormats In(string culture) =>
        new(new Formats(CultureInfo.GetCultureInfo(culture)), new DomainText(CultureInfo.GetCultureInfo(culture)), "EUR");

    [Theory]
    [InlineData("calls", 1204, "1,204")]
    [InlineData("closing-rate", 0.241, "24.1~%")]
    [InlineData("deal-size", 8410, "€_8,410")]
    [InlineData("sales-cycle-median", 71, "71_d")]
    [InlineData("sales-cycle", 70.25, "70.3_d")]
    [InlineData("speed-to-lead", 26, "26_h")]
    [InlineData("payback-from-cost", 16, "16 months")]
    [InlineData("calls-per-won-deal", 12.345, "12.3")]
    [InlineData("nps", 31.25, "31.3")]
    [InlineData("break-even-month", 24304, "May 2026")]
    public void An_answer_is_written_in_its_unit(string key, double value, string expected)
    {
        MetricCatalogue.TryFind(key, out var metric).Should().BeTrue();

        Shown(In("en-GB").Value(metric!, (decimal)value)).Should().Be(expected);
    }

    [Fact]
    public void What_has_no_answer_is_a_dash_in_every_unit()
    {
        var written = MetricCatalogue.All.Select(metric => In("de-DE").Value(metric, null)).Distinct();

        written.Should().BeEquivalentTo(["—"]);
    }

    [Fact]
    public void A_share_of_money_rests_on_money_and_a_share_of_deals_on_deals()
    {
        var formats = In("en-GB");

        Shown(formats.Denominator(DealMetrics.MarginRate, new(0.4m, 400, 1_000))).Should().Be("of €_1,000 costed revenue");
        formats.Denominator(FunnelMetrics.ClosingRate, new(0.25m, 1, 4)).Should().Be("of 4 closed deals");
        formats.Denominator(ActivityMetrics.Calls, new(4, 4, null)).Should().BeNull();
    }

    [Fact]
    public void A_share_changes_by_points_with_its_interval_on_the_same_scale()
    {
        var comparison = Compared(new() { DealsWon = 200, DealsLost = 800 }, new() { DealsWon = 300, DealsLost = 700 }, FunnelMetrics.ClosingRate);

        Shown(In("en-GB").Change(comparison)).Should().Be("+10.0_pts");
        Shown(In("de-DE").Interval(comparison)).Should().Be("+6,8 bis +13,2");
    }

    [Fact]
    public void Days_change_by_days_and_so_does_their_interval()
    {
        var comparison = Compared(
            new() { CycleDays = 8_000, CycleDeals = 100, CycleDaysSquares = 650_000 },
            new() { CycleDays = 7_000, CycleDeals = 100, CycleDaysSquares = 500_000 },
            DealMetrics.SalesCycle);

        Shown(In("en-GB").Change(comparison)).Should().Be("−10_d");
        In("en-GB").Interval(comparison).Should().MatchRegex("^−1[0-9] to −[0-9]$");
    }

    [Fact]
    public void A_change_of_days_is_written_as_finely_as_its_values()
    {
        var comparison = Compared(new() { CycleDays = 3_340, CycleDeals = 100 }, new() { CycleDays = 2_930, CycleDeals = 100 }, DealMetrics.SalesCycle);

        Shown(In("en-GB").Change(comparison)).Should().Be("−4.1_d");
    }

    [Theory]
    [InlineData("en-GB", "No interval")]
    [InlineData("de-DE", "Kein Intervall")]
    public void A_change_that_was_never_tested_is_not_called_unclear(string culture, string expected)
    {
        var entered = new Provenance(0, 12, 0, 0, 1, false) with { IsComparable = true };
        var before = new Observed(12, entered) { Snapshot = new() { DealsWon = 10, WonRevenue = 1_000 } };
        var after = Observed.Recorded(12) with { Snapshot = new() { DealsWon = 10, WonRevenue = 2_000, WonRevenueSquares = 500_000 } };

        var comparison = Comparison.Of(DealMetrics.WonRevenue, before, after);

        comparison.Reason.Should().Be(VerdictReason.NoInterval);
        new DomainText(CultureInfo.GetCultureInfo(culture)).Found(comparison).Should().Be(expected);
    }

    [Fact]
    public void A_total_rests_on_its_months()
    {
        var comparison = Compared(new() { Calls = 120 }, new() { Calls = 240 }, ActivityMetrics.Calls);

        In("en-GB").Denominator(comparison, comparison.After).Should().Be("a month, over 12 months");
        Shown(In("en-GB").Change(comparison)).Should().Be("+100.0~%");
    }

    private static Comparison Compared(Snapshot before, Snapshot after, Metric metric) =>
        Comparison.Of(metric, Observed.Recorded(12) with { Snapshot = before }, Observed.Recorded(12) with { Snapshot = after });
}
