using CrmRoi.Metrics.Example;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Example;

public sealed class ExampleTruthTests(ExampleFixture fixture) : IClassFixture<ExampleFixture>
{
    private static readonly Lazy<IReadOnlyList<ExampleCompany>> Several = new(() => [.. Enumerable.Range(1, 6).Select(seed => ExampleCompany.Create(seed))]);

    [Fact]
    public void The_margin_with_the_CRM_is_that_of_the_records()
    {
        var recorded = fixture.Company.Window.Months.Select(month => fixture.Total(cell => cell.Month == month).WonMargin);

        fixture.Company.Truth.Months.Select(month => month.MarginWith).Should().Equal(recorded);
    }

    [Fact]
    public void Nothing_is_gained_before_the_first_go_live()
    {
        var before = fixture.Company.Truth.Months.Where(month => month.Month < fixture.Company.Programme.GoLive);

        before.Should().HaveCount(14).And.OnlyContain(month => month.IncrementalMargin == 0 && month.ExpectedIncrementalMargin == 0);
    }

    [Fact]
    public void A_CRM_that_changes_nothing_gains_nothing_though_before_and_after_says_otherwise()
    {
        var idle = ExampleCompany.Create(effects: PlantedEffects.None);

        idle.Truth.Months.Should().OnlyContain(month => month.IncrementalMargin == 0 && month.ExpectedIncrementalMargin == 0);
        idle.Truth.Roi.Should().BeNegative();
        BeforeAfter.IncrementalMargin(idle).Should().BeGreaterThan(100_000m);
    }

    [Fact]
    public void The_CRM_pays_and_before_and_after_overstates_it()
    {
        var truth = fixture.Company.Truth;

        var plain = BeforeAfter.IncrementalMargin(fixture.Company);

        truth.Roi.Should().BeInRange(60m, 120m);
        plain.Should().BeGreaterThan(truth.IncrementalMargin * 1.25m);
    }

    [Fact]
    public void The_return_that_pages_show_is_the_plain_comparison_with_the_same_cost_and_savings()
    {
        var company = fixture.Company;
        var plain = BeforeAfter.IncrementalMargin(company);
        var cube = new SnapshotCube(fixture.Cells, [], company.EnteredFigures, company.Window.To.LastDay);

        var shown = ReturnCalculation.Of(company.Programme, company.Costs, company.Savings, cube);

        shown.Cost.Total.Should().Be(company.Truth.Cost);
        shown.SavingsTotal.Should().Be(company.Truth.Savings);
        shown.SalesGain.Total.Should().BeApproximately(plain, 1m);
        shown.Roi.Should().BeApproximately(BeforeAfter.Roi(company.Truth, plain)!.Value, 0.01m);
    }

    [Fact]
    public void Before_and_after_overstates_it_with_every_seed_tried()
    {
        Several.Value.Should().OnlyContain(company => BeforeAfter.IncrementalMargin(company) > company.Truth.IncrementalMargin);
    }

    [Fact]
    public void What_is_gained_differs_from_what_was_to_be_expected_only_by_luck()
    {
        var gained = Several.Value.Average(company => company.Truth.IncrementalMargin);
        var expected = Several.Value.Average(company => company.Truth.ExpectedIncrementalMargin);

        (gained / expected).Should().BeApproximately(1m, 0.1m);
    }

    [Fact]
    public void Deals_opened_after_the_ramp_up_are_won_four_points_more_often_and_eight_days_sooner()
    {
        var before = Several.Value.SelectMany(company => DealsOpened(company, team => company.Window with { To = team.Month.Plus(-1) })).ToList();
        var after = Several.Value.SelectMany(company => DealsOpened(company, team => Matured(company, team))).ToList();

        (WonShare(after) - WonShare(before)).Should().BeApproximately(0.04, 0.012);
        (WonDays(after) - WonDays(before)).Should().BeApproximately(-8, 1.5);
    }

    [Fact]
    public void The_leads_are_the_same_with_the_CRM_and_without()
    {
        var without = ExampleCompany.Create(effects: PlantedEffects.None);

        without.Leads.Select(lead => (lead.CreatedAt, lead.Channel, lead.Segment))
            .Should().Equal(fixture.Company.Leads.Select(lead => (lead.CreatedAt, lead.Channel, lead.Segment)));
    }

    [Fact]
    public void Every_month_of_a_team_has_a_share_of_the_effect_between_none_and_all()
    {
        var roster = new Roster(ExampleCompany.DefaultLastMonth);
        var goLive = roster.GoLiveOf("Hamburg");

        double[] shares = [roster.ShareOf("Hamburg", goLive.Plus(-1)), .. Enumerable.Range(0, 5).Select(i => roster.ShareOf("Hamburg", goLive.Plus(i)))];

        shares.Should().Equal(0, 0, 1.0 / 3, 2.0 / 3, 1, 1);
    }

    [Fact]
    public void The_return_is_gain_less_cost_for_the_cost()
    {
        var month = new TruthMonth(new Month(2026, 1), 75_000m, 0m, 0m);

        var truth = new ExampleTruth(PlantedEffects.None, [month], Cost: 12_000m, Savings: 0m);

        truth.Roi.Should().Be(525m);
    }

    [Fact]
    public void The_return_is_undefined_without_cost()
    {
        var truth = new ExampleTruth(PlantedEffects.None, [], Cost: 0m, Savings: 10m);

        truth.Roi.Should().BeNull();
    }

    // Opened long enough before the end that every deal has been decided.
    private static Window Matured(ExampleCompany company, TeamGoLive team) =>
        new(team.Month.Plus(company.Programme.RampUpMonths), company.Window.To.Plus(-7));

    private static IEnumerable<Deal> DealsOpened(ExampleCompany company, Func<TeamGoLive, Window> windowOf)
    {
        var organisation = new Organisation(company.People, company.Customers);
        var windows = company.Programme.Teams.ToDictionary(team => team.Team, windowOf);
        return company.Deals.Where(deal => deal.CreatedOn is { } day
            && organisation.PersonAt(deal.Rep, day) is { Team: { } team } && windows[team].Contains(Month.Of(day)));
    }

    private static double WonShare(List<Deal> deals) => (double)deals.Count(deal => deal.Outcome == DealOutcome.Won) / deals.Count;

    private static double WonDays(List<Deal> deals) => deals
        .Where(deal => deal.Outcome == DealOutcome.Won)
        .Average(deal => deal.ClosedOn!.Value.DayNumber - deal.StartedOn!.Value.DayNumber);
}
