using CrmRoi.Metrics.Example;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Example;

public sealed class ExampleCompanyTests(ExampleFixture fixture) : IClassFixture<ExampleFixture>
{
    private const string Mover = "Lena Vogt";
    private readonly ExampleCompany company = fixture.Company;

    [Fact]
    public void The_same_seed_makes_the_same_company()
    {
        var again = ExampleCompany.Create();

        Everything(again).SequenceEqual(Everything(company)).Should().BeTrue();
    }

    [Fact]
    public void The_generator_gives_the_numbers_that_the_figures_were_written_down_with()
    {
        var chance = new Chance(ExampleCompany.DefaultSeed, 1);

        var numbers = Enumerable.Range(0, 4).Select(_ => chance.Below(1_000_000)).ToList();

        numbers.Should().Equal(949_840, 296_449, 923_214, 187_671);
    }

    [Fact]
    public void Another_seed_makes_another_company()
    {
        var other = ExampleCompany.Create(ExampleCompany.DefaultSeed + 1);

        other.Deals.Zip(company.Deals).Count(pair => pair.First == pair.Second).Should().Be(0);
        other.Truth.IncrementalMargin.Should().NotBe(company.Truth.IncrementalMargin);
    }

    [Fact]
    public void It_is_as_big_as_the_page_that_describes_it_says()
    {
        company.Window.Should().Be(new Window(new Month(2023, 11), new Month(2026, 10)));
        company.Deals.Count.Should().BeInRange(8_000, 9_500);
        ((double)company.Leads.Count / company.Deals.Count).Should().BeInRange(2, 3);
        company.Programme.Teams.Should().HaveCount(6);
        company.People.GroupBy(person => person.Team).Should().OnlyContain(team => team.Count() >= 4 && team.Count() <= 6);
        company.Truth.Cost.Should().BeInRange(300_000m, 340_000m);
        company.Deals.Where(deal => deal.Value is not null).Average(deal => deal.Value!.Value).Should().BeInRange(6_000m, 9_000m);
        fixture.Total(_ => true).Should().Match<Snapshot>(total => Math.Abs((total.WonMargin / total.WonRevenue) - 0.38m) < 0.02m);
    }

    [Fact]
    public void Everything_that_counts_lies_in_its_36_months()
    {
        var months = fixture.Cells.Keys.Select(cell => cell.Month).Distinct().Order();

        months.Should().Equal(company.Window.Months);
    }

    [Fact]
    public void It_can_end_in_another_month()
    {
        var moved = ExampleCompany.Create(lastMonth: new Month(2025, 3));

        moved.Window.To.Should().Be(new Month(2025, 3));
        moved.Programme.GoLive.Should().Be(moved.Window.From.Plus(14));
        moved.Deals.Max(deal => deal.ClosedOn).Should().BeOnOrBefore(moved.Window.To.LastDay);
        moved.Truth.IncrementalMargin.Should().BePositive();
    }

    [Fact]
    public void Who_changes_teams_counts_in_the_team_of_that_day()
    {
        var moved = company.People.Single(person => person.Name == Mover && person.Team == "Cologne").From!.Value;

        var before = fixture.Total(cell => cell.Rep == Mover && cell.Month < Month.Of(moved) && cell.Team != "Bremen");
        var after = fixture.Total(cell => cell.Rep == Mover && cell.Month > Month.Of(moved) && cell.Team != "Cologne");
        var staff = fixture.Cells.Where(cell => cell.Key.Rep == Mover && cell.Key.Month == Month.Of(moved)).ToLookup(cell => cell.Key.Team, cell => cell.Value.StaffMonths);

        before.Should().Be(Snapshot.Empty);
        after.Should().Be(Snapshot.Empty);
        staff["Bremen"].Sum().Should().BeApproximately(14m / 30, 0.0001m);
        staff["Cologne"].Sum().Should().BeApproximately(16m / 30, 0.0001m);
    }

    [Fact]
    public void The_opening_of_a_deal_before_a_change_of_team_stays_with_the_old_team()
    {
        var moved = company.People.Single(person => person.Name == Mover && person.Team == "Cologne").From!.Value;
        var deal = company.Deals.First(d => d.Rep == Mover && d.CreatedOn < moved && d.ClosedOn >= moved);

        var counted = CountingRules.Of(deal, fixture.Organisation).ToList();

        counted.Single(part => part.Snapshot.DealsCreated == 1).Cell.Team.Should().Be("Bremen");
        counted.Single(part => part.Snapshot.DealsWon + part.Snapshot.DealsLost == 1).Cell.Team.Should().Be("Cologne");
    }

    [Fact]
    public void Every_deal_lead_and_logged_call_counts_in_a_team()
    {
        var withoutTeam = fixture.Total(cell => cell.Team == Cell.Unassigned);

        withoutTeam.Should().Match<Snapshot>(total =>
            total.DealsCreated == 0 && total.DealsWon == 0 && total.DealsLost == 0 && total.Leads == 0 && total.Calls == 0 && total.Quotes == 0);
    }

    [Fact]
    public void Calls_are_recorded_only_once_a_team_is_live()
    {
        foreach (var team in company.Programme.Teams)
        {
            var calls = fixture.Cells.Where(cell => cell.Key.Team == team.Team && cell.Value.Calls > 0).Select(cell => cell.Key.Month).Distinct().Order();

            calls.Should().Equal(new Window(team.Month, company.Window.To).Months);
        }
    }

    [Fact]
    public void The_phone_bill_before_is_not_comparable_and_the_hours_on_administration_are()
    {
        var cube = new SnapshotCube(fixture.Cells, [], company.EnteredFigures, company.Window.To.LastDay);
        var baseline = new Window(company.Programme.GoLive.Plus(-12), company.Programme.GoLive.Plus(-1));

        var calls = cube.ProvenanceOf("calls", baseline);
        var hours = cube.ProvenanceOf("admin-hours", baseline);

        calls.Should().Be(new Provenance(0, 12, 12, 0, 0.7m, false));
        hours.Should().Be(new Provenance(0, 12, 12, 0, 1m, true));
        cube.ProvenanceOf("admin-hours", company.Window with { From = company.Programme.GoLive }).Spread.Should().Be(0);
        cube.Total(baseline, Filter.None).Calls.Should().Be((long)company.EnteredFigures.Where(figure => figure.Measure == "calls").Sum(figure => figure.Value));
    }

    private static List<object> Everything(ExampleCompany company) =>
    [
        .. company.People, .. company.Products, .. company.Customers, .. company.Campaigns, .. company.Touches, .. company.Leads, .. company.Deals,
        .. company.StageChanges, .. company.Activities, .. company.Cases, .. company.SurveyAnswers, .. company.Costs, .. company.Savings,
        .. company.EnteredFigures, .. company.Truth.Months, .. company.Programme.Teams,
    ];
}
