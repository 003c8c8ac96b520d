using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Comparing;

public sealed class LoggingTests
{
    private static readonly Month GoLive = new(2025, 1);
    private static readonly Programme Programme = new() { Name = "CRM", Currency = "EUR", GoLive = GoLive };
    private static readonly ComparabilityStatement Statement = new("CRM", "leads", "The form was the same", "admin@example.com", new(2025, 6, 1));

    [Fact]
    public void Twice_the_leads_from_one_month_to_the_next_are_another_way_of_logging()
    {
        var found = Compare(CubeOf(before: 100, after: 200), FunnelMetrics.Leads);

        (found.Verdict, found.Reason).Should().Be((Verdict.NotComparable, VerdictReason.ChangedLogging));
    }

    [Fact]
    public void A_third_more_leads_may_be_an_effect()
    {
        var found = Compare(CubeOf(before: 100, after: 133), FunnelMetrics.Leads);

        found.Verdict.Should().Be(Verdict.Better);
    }

    [Fact]
    public void Few_leads_that_double_by_chance_are_no_other_way_of_logging()
    {
        var found = Compare(CubeOf(before: 1, after: 2), FunnelMetrics.Leads);

        found.Reason.Should().NotBe(VerdictReason.ChangedLogging);
    }

    [Fact]
    public void What_reads_the_leads_is_refused_with_them_and_what_does_not_is_not()
    {
        var cube = CubeOf(before: 100, after: 200);

        Compare(cube, FunnelMetrics.LeadToWon).Reason.Should().Be(VerdictReason.ChangedLogging);
        Compare(cube, DealMetrics.DealsWon).Reason.Should().Be(VerdictReason.IntervalHoldsNoChange);
    }

    [Fact]
    public void Who_states_that_it_was_logged_alike_is_named_with_the_comparison()
    {
        var found = Compare(CubeOf(before: 100, after: 200, Statement), FunnelMetrics.Leads);

        found.Verdict.Should().Be(Verdict.Better);
        found.Statements.Should().Equal(Statement);
    }

    [Theory]
    [InlineData("Another", "leads")]
    [InlineData("CRM", "cases")]
    public void A_statement_of_something_else_changes_nothing(string programme, string family)
    {
        var found = Compare(CubeOf(before: 100, after: 200, Statement with { Programme = programme, Family = family }), FunnelMetrics.Leads);

        found.Reason.Should().Be(VerdictReason.ChangedLogging);
        found.Statements.Should().BeEmpty();
    }

    [Fact]
    public void Two_periods_with_the_CRM_were_logged_alike()
    {
        var cube = CubeOf(before: 100, after: 200);
        var windows = ComparisonWindows.OfPeriods(new(new(2025, 10), new(2025, 12)), ComparedWith.PreviousPeriod, [], cube.LastFullMonth, Programme);

        Comparison.Of(cube, FunnelMetrics.Leads, windows, Filter.None).Reason.Should().Be(VerdictReason.IntervalHoldsNoChange);
    }

    [Fact]
    public void Periods_on_both_sides_of_go_live_were_not()
    {
        var cube = CubeOf(before: 100, after: 200);
        var windows = ComparisonWindows.OfPeriods(new(new(2025, 10), new(2025, 12)), ComparedWith.LastYear, [], cube.LastFullMonth, Programme);

        Comparison.Of(cube, FunnelMetrics.Leads, windows, Filter.None).Reason.Should().Be(VerdictReason.ChangedLogging);
    }

    [Fact]
    public void Records_that_begin_two_months_before_go_live_begin_with_it()
    {
        var cells = new Window(new(2024, 11), new(2025, 12)).Months.Select(month => KeyValuePair.Create(new Cell(month), new Snapshot { CasesOpened = 50 }));
        var cube = new SnapshotCube(cells, [], [], new DateOnly(2025, 12, 31));

        var change = Logging.Of(cube, "cases", null, GoLive);

        change.Should().Be(new LoggingChange(LoggingFinding.BeginsAtGoLive, new Month(2024, 11), 50, 50));
    }

    private static Comparison Compare(SnapshotCube cube, Metric metric) =>
        Comparison.Of(cube, metric, ComparisonWindows.Of(Programme, [], cube.LastFullMonth), Filter.None);

    private static SnapshotCube CubeOf(int before, int after, params ComparabilityStatement[] statements)
    {
        var cells = new Window(new(2024, 1), new(2025, 12)).Months.Select(month => KeyValuePair.Create(
            new Cell(month), new Snapshot { Leads = month < GoLive ? before : after, DealsCreated = 10, DealsWon = 10 }));
        return new SnapshotCube(cells, [], [], new DateOnly(2025, 12, 31)) { Statements = statements };
    }
}
