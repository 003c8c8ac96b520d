using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;
using FsCheck;
using FsCheck.Fluent;
using static CrmRoi.Metrics.Tests.Return.Example;

namespace CrmRoi.Metrics.Tests.Return;

public sealed class BeforeAfterGainTests
{
    [Fact]
    public void Gain_is_mean_after_less_mean_before_times_months_after()
    {
        var gain = BeforeAfterGain.Of(Example.Programme, Cube([.. Sales("North", Before, 100), .. Sales("North", After, 130)]));

        gain.Total.Should().Be(360);
        gain.Basis.Should().Be(GainBasis.Teams);
        gain.Monthly[GoLive].Should().Be(30);
        gain.Cautions.Should().Equal(Reason.NotAdjusted);
        BeforeAfterGain.IsAdjusted.Should().BeFalse();
    }

    [Fact]
    public void Each_team_is_compared_from_its_own_go_live()
    {
        var programme = Example.Programme with { Teams = [new TeamGoLive("South", GoLive.Plus(6))] };
        var late = new Window(GoLive.Plus(6), After.To);
        var early = new Window(Before.From, GoLive.Plus(5));

        var gain = BeforeAfterGain.Of(programme, Cube(
            [.. Sales("North", Before, 100), .. Sales("North", After, 110), .. Sales("South", early, 50), .. Sales("South", late, 80)]));

        gain.Teams.Select(team => (team.Team, team.GoLive, team.Gain)).Should().Equal(("North", GoLive, 120m), ("South", GoLive.Plus(6), 180m));
        gain.Total.Should().Be(300);
        (gain.Monthly[GoLive], gain.Monthly[GoLive.Plus(6)]).Should().Be((10m, 40m));
    }

    [Fact]
    public void Those_without_a_team_go_with_the_programme()
    {
        var gain = BeforeAfterGain.Of(Example.Programme, Cube(
            [.. Sales("North", Before, 100), .. Sales("North", After, 110), .. Sales(Cell.Unassigned, Before, 10), .. Sales(Cell.Unassigned, After, 20)]));

        gain.Teams.Select(team => team.Team).Should().Equal("North", Cell.Unassigned);
        gain.Total.Should().Be(240);
    }

    [Fact]
    public void A_month_before_the_first_record_is_not_known_rather_than_zero()
    {
        var shorter = new Window(GoLive.Plus(-3), GoLive.Plus(-1));

        var gain = BeforeAfterGain.Of(Example.Programme, Cube([.. Sales("North", shorter, 100), .. Sales("North", After, 130)]));

        gain.Total.Should().Be(360);
        gain.Teams.Single().BaselineMonths.Should().Be(3);
        gain.Cautions.Should().Contain(Reason.ShortBaseline);
    }

    [Fact]
    public void A_month_in_which_deals_were_only_opened_does_not_begin_the_baseline()
    {
        var opened = KeyValuePair.Create(new Cell(Before.From) { Team = "North" }, new Snapshot { DealsCreated = 5 });
        var shorter = new Window(GoLive.Plus(-3), GoLive.Plus(-1));

        var gain = BeforeAfterGain.Of(Example.Programme, Cube([opened, .. Sales("North", shorter, 100), .. Sales("North", After, 130)]));

        gain.Teams.Single().BaselineMonths.Should().Be(3);
    }

    [Fact]
    public void A_month_between_records_without_a_sale_counts_as_zero()
    {
        var sales = Sales("North", Before, 120).Where(cell => cell.Key.Month != GoLive.Plus(-6));

        var gain = BeforeAfterGain.Of(Example.Programme, Cube([.. sales, .. Sales("North", After, 120)]));

        gain.Teams.Single().BaselineMean.Should().Be(110);
        gain.Total.Should().Be(120);
    }

    [Fact]
    public void A_month_after_the_last_record_has_no_gain_and_is_missing()
    {
        var gain = BeforeAfterGain.Of(Example.Programme, Cube([.. Sales("North", Before, 100), .. Sales("North", new(GoLive, GoLive.Plus(4)), 110)]));

        gain.Total.Should().Be(50);
        gain.Teams.Single().MissingMonths.Should().Be(7);
        gain.Cautions.Should().Contain(Reason.MissingMonths);
    }

    [Fact]
    public void Figures_entered_for_the_company_compare_the_company_with_the_records_of_all_teams()
    {
        var entered = Entered(Before, 1_200) with { IsComparable = true, Completeness = 0.9m };

        var gain = BeforeAfterGain.Of(Example.Programme, Cube([.. Sales("North", After, 80), .. Sales("South", After, 50)], entered));

        gain.Basis.Should().Be(GainBasis.Company);
        gain.Total.Should().Be(360);
        gain.Completeness.Should().Be(0.9m);
        gain.Cautions.Should().Contain(Reason.CompanyOnly);
    }

    [Fact]
    public void Figures_entered_for_one_team_are_no_baseline_of_another()
    {
        var entered = Entered(Before, 1_200, "North") with { IsComparable = true };

        var gain = BeforeAfterGain.Of(Example.Programme, Cube([.. Sales("North", After, 130), .. Sales("South", After, 50)], entered));

        gain.Total.Should().Be(360);
        gain.LeftOut.Should().Equal(new TeamLeftOut("South", Reason.NoBaseline));
        gain.Cautions.Should().Contain(Reason.TeamsLeftOut);
    }

    [Fact]
    public void Entered_figures_are_not_set_against_records_unless_somebody_states_that_they_may_be()
    {
        var gain = BeforeAfterGain.Of(Example.Programme, Cube(Sales("North", After, 130), Entered(Before, 1_200)));

        gain.Refusal.Should().Be(Reason.UnlikeSources);
        gain.Total.Should().BeNull();
        gain.Monthly.Should().BeSameAs(CashFlow.Empty);
    }

    [Fact]
    public void Revenue_without_cost_of_goods_or_a_stated_rate_has_no_known_gain()
    {
        var uncosted = Sales("North", After, 130).Select(cell => KeyValuePair.Create(cell.Key, cell.Value with { CostedRevenue = 0, WonMargin = 0 }));
        var cube = Cube([.. Sales("North", Before, 100), .. uncosted]);

        BeforeAfterGain.Of(Example.Programme, cube).Refusal.Should().Be(Reason.MarginUnknown);
        BeforeAfterGain.Of(Example.Programme with { MarginRate = 0.5m }, cube).Total.Should().Be(360);
    }

    [Fact]
    public void A_programme_that_reads_orders_takes_its_margin_from_them()
    {
        var orders = Before.Months.Concat(After.Months).Select(month => KeyValuePair.Create(
            new Cell(month), new Snapshot { Orders = 1, OrderRevenue = month < GoLive ? 200 : 260, WonMargin = 7 }));

        var gain = BeforeAfterGain.Of(Example.Programme with { MarginSource = MarginSource.Orders, MarginRate = 0.5m }, Cube(orders));

        gain.Total.Should().Be(360);
    }

    [Fact]
    public void What_cannot_be_compared_is_refused_with_its_reason()
    {
        var sales = Cube([.. Sales("North", Before, 100), .. Sales("North", After, 130)]);

        BeforeAfterGain.Of(Example.Programme with { GoLive = default }, sales).Refusal.Should().Be(Reason.NoGoLive);
        BeforeAfterGain.Of(Example.Programme with { GoLive = Before.From }, sales).Refusal.Should().Be(Reason.NoBaseline);
        BeforeAfterGain.Of(Example.Programme with { BaselineMonths = 0 }, sales).Refusal.Should().Be(Reason.NoBaseline);
        BeforeAfterGain.Of(Example.Programme with { GoLive = new(2026, 1) }, sales).Refusal.Should().Be(Reason.NoMonthAfterGoLive);
        BeforeAfterGain.Of(Example.Programme, Cube([])).Refusal.Should().Be(Reason.NoFigures);
    }

    [Fact]
    public void A_team_not_yet_live_is_left_out_by_name()
    {
        var programme = Example.Programme with { Teams = [new TeamGoLive("South", new(2026, 3))] };

        var gain = BeforeAfterGain.Of(programme, Cube(
            [.. Sales("North", Before, 100), .. Sales("North", After, 130), .. Sales("South", Before, 10), .. Sales("South", After, 20)]));

        gain.Total.Should().Be(360);
        gain.LeftOut.Should().Equal(new TeamLeftOut("South", Reason.NoMonthAfterGoLive));
    }

    [Fact]
    public void The_gains_of_teams_sum_to_that_of_the_company_when_all_went_live_together() =>
        Prop.ForAll(Gen.Choose(0, 500).ArrayOf(24).Two().ToArbitrary(), margins =>
        {
            var north = Monthly("North", margins.Item1);
            var south = Monthly("South", margins.Item2);
            var split = BeforeAfterGain.Of(Example.Programme, Cube([.. north, .. south]));
            var together = BeforeAfterGain.Of(Example.Programme, Cube([.. Monthly("All", [.. margins.Item1.Zip(margins.Item2, (a, b) => a + b)])]));
            return split.Total is { } sum && Math.Abs(sum - together.Total!.Value) < 1e-12m && Math.Abs(sum - split.Monthly.Total) < 1e-12m;
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<KeyValuePair<Cell, Snapshot>> Monthly(string team, int[] margins) =>
        margins.SelectMany((margin, i) => Sales(team, new(Before.From.Plus(i), Before.From.Plus(i)), margin + 1));
}
