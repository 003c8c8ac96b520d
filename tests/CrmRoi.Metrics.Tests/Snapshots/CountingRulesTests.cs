using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Snapshots;

public sealed class CountingRulesTests
{
    private static readonly Organisation Company = new(
        [
            new Person { Source = "hr", Id = "1", Name = "Ada", Team = "North", Region = "West", To = new DateOnly(2025, 6, 30) },
            new Person { Source = "hr", Id = "2", Name = "Ada", Team = "South", Region = "East", From = new DateOnly(2025, 7, 1) },
        ],
        [new Customer { Source = "crm", Id = "1", Name = "Acme", Segment = "Retail", Region = "Coast" }]);

    private static readonly Deal Deal = new()
    {
        Source = "crm",
        Id = "1",
        Rep = "ada",
        Customer = "acme",
        CreatedOn = new DateOnly(2025, 5, 10),
        QuotedOn = new DateOnly(2025, 6, 1),
        ClosedOn = new DateOnly(2025, 7, 9),
        Outcome = DealOutcome.Won,
        Value = 100,
        CostOfGoods = 60,
    };

    [Fact]
    public void A_call_counts_once_it_took_place_and_if_a_human_made_it()
    {
        var call = new Activity { Source = "crm", Id = "1", Kind = ActivityKind.Call, Direction = ActivityDirection.Outbound, IsCompleted = true, At = new(2025, 5, 1, 9, 0, 0), Rep = "Ada" };

        var contribution = CountingRules.Of(call, Company).Single();

        contribution.Snapshot.Should().Be(new Snapshot { Calls = 1, OutboundCalls = 1 });
        contribution.Cell.Should().Be(new Cell(new Month(2025, 5)) { Rep = "Ada", Team = "North", Region = "West" });
        CountingRules.Of(call with { IsCompleted = false }, Company).Should().BeEmpty();
        CountingRules.Of(call with { IsSystemMade = true }, Company).Should().BeEmpty();
    }

    [Theory]
    [InlineData(ActivityKind.Email, nameof(Snapshot.Emails))]
    [InlineData(ActivityKind.Meeting, nameof(Snapshot.Meetings))]
    [InlineData(ActivityKind.Quote, nameof(Snapshot.Quotes))]
    [InlineData(ActivityKind.Inquiry, nameof(Snapshot.Inquiries))]
    public void Other_activities_count_as_what_they_are(ActivityKind kind, string member)
    {
        var activity = new Activity { Source = "crm", Id = "1", Kind = kind, IsCompleted = true, At = new(2025, 5, 1), Channel = "Web" };

        CountingRules.Of(activity, Company).Single().Snapshot.Should().Be(Measure.Of(member).Write(1));
    }

    [Fact]
    public void A_lead_counts_when_it_is_created_qualified_and_converted_and_a_duplicate_never()
    {
        var lead = new Lead { Source = "crm", Id = "1", CreatedAt = new(2025, 1, 31, 23, 59, 0), QualifiedOn = new(2025, 2, 1), ConvertedOn = new(2025, 3, 1) };

        Sums(CountingRules.Of(lead, Company)).Should().Equal(
            (new Month(2025, 1), new Snapshot { Leads = 1 }),
            (new Month(2025, 2), new Snapshot { LeadsQualified = 1 }),
            (new Month(2025, 3), new Snapshot { LeadsConverted = 1 }));
        CountingRules.Of(lead with { IsDuplicate = true }, Company).Should().BeEmpty();
    }

    [Fact]
    public void A_deal_counts_once_in_each_thing_that_happened_to_it()
    {
        Sums(CountingRules.Of(Deal, Company)).Should().Equal(
            (new Month(2025, 5), new Snapshot { DealsCreated = 1 }),
            (new Month(2025, 6), new Snapshot { DealsQuoted = 1 }),
            (new Month(2025, 7), new Snapshot
            {
                DealsWon = 1,
                WonRevenue = 100,
                WonRevenueSquares = 10_000,
                CostedRevenue = 100,
                WonMargin = 40,
                CycleDeals = 1,
                CycleDays = 60,
                CycleDaysSquares = 3600,
            }));
    }

    [Fact]
    public void A_deal_counts_for_the_team_that_the_rep_was_in_at_that_time()
    {
        CountingRules.Of(Deal, Company).Select(contribution => contribution.Cell.Team).Should().Equal("North", "North", "South");
    }

    [Fact]
    public void The_region_is_the_deals_own_then_the_reps_then_the_customers()
    {
        string RegionOf(Deal deal) => CountingRules.Of(deal, Company).First().Cell.Region;

        RegionOf(Deal with { Region = "Island" }).Should().Be("Island");
        RegionOf(Deal).Should().Be("West");
        RegionOf(Deal with { Rep = "Nobody" }).Should().Be("Coast");
        RegionOf(Deal with { Rep = null, Customer = null }).Should().Be(Cell.Unassigned);
        CountingRules.Of(Deal, Company).First().Cell.Segment.Should().Be("Retail");
    }

    [Fact]
    public void The_clock_of_a_deal_starts_at_the_first_contact()
    {
        var deal = Deal with { FirstContactOn = new DateOnly(2025, 5, 20) };

        Sums(CountingRules.Of(deal, Company)).Last().Snapshot.CycleDays.Should().Be(50);
    }

    [Fact]
    public void A_deal_without_a_known_start_is_won_but_has_no_cycle()
    {
        var won = Sums(CountingRules.Of(Deal with { CreatedOn = null, QuotedOn = null }, Company)).Single().Snapshot;

        (won.DealsWon, won.CycleDeals, won.CycleDays).Should().Be((1, 0, 0));
    }

    [Fact]
    public void A_deal_without_cost_of_goods_has_no_costed_revenue()
    {
        var won = Sums(CountingRules.Of(Deal with { CostOfGoods = null }, Company)).Last().Snapshot;

        (won.WonRevenue, won.CostedRevenue, won.WonMargin).Should().Be((100, 0, 0));
    }

    [Fact]
    public void A_lost_deal_counts_as_lost_with_its_value_and_an_open_one_not_at_all()
    {
        Sums(CountingRules.Of(Deal with { Outcome = DealOutcome.Lost }, Company)).Last().Snapshot
            .Should().Be(new Snapshot { DealsLost = 1, LostValue = 100, LostCycleDeals = 1, LostCycleDays = 60 });
        CountingRules.Of(Deal with { Outcome = DealOutcome.Open }, Company).Select(c => c.Snapshot.DealsWon + c.Snapshot.DealsLost).Should().Equal(0, 0);
    }

    [Fact]
    public void An_order_counts_when_it_was_placed_and_a_cancelled_one_never()
    {
        var order = new Order { Source = "shop", Id = "1", PlacedOn = new(2025, 5, 1), Revenue = 20, CostOfGoods = 5, Lines = 3, Customer = "Acme" };

        CountingRules.Of(order, Company).Single().Snapshot.Should().Be(new Snapshot
        {
            Orders = 1,
            OrderLines = 3,
            OrderRevenue = 20,
            OrderRevenueSquares = 400,
            CostedOrderRevenue = 20,
            OrderMargin = 15,
        });
        CountingRules.Of(order with { IsCancelled = true }, Company).Should().BeEmpty();
    }

    [Fact]
    public void A_customer_counts_as_new_when_it_first_bought()
    {
        var customer = new Customer { Source = "crm", Id = "1", Name = "Acme", Since = new(2025, 5, 1) };

        Sums(CountingRules.Of(customer, Company)).Should().Equal((new Month(2025, 5), new Snapshot { NewCustomers = 1 }));
        CountingRules.Of(customer with { Since = null }, Company).Should().BeEmpty();
    }

    [Fact]
    public void A_campaigns_spend_is_spread_over_its_days_and_its_mailings_count_at_its_start()
    {
        // Ten days in January, twenty in February: a third and two thirds of 100.
        var campaign = new Campaign { Source = "crm", Id = "1", Name = "Fair", StartOn = new(2025, 1, 22), EndOn = new(2025, 2, 20), Spend = 100, Sent = 50, Responses = 5 };

        Sums(CountingRules.Of(campaign, Company)).Should().Equal(
            (new Month(2025, 1), new Snapshot { MarketingSpend = 33.33m, MailingsSent = 50, Responses = 5 }),
            (new Month(2025, 2), new Snapshot { MarketingSpend = 66.67m }));
    }

    [Fact]
    public void A_case_counts_when_it_is_opened_and_when_it_is_closed()
    {
        var @case = new Case { Source = "desk", Id = "1", Agent = "Kim", OpenedAt = new(2025, 1, 31, 9, 0, 0), ClosedAt = new(2025, 2, 1, 9, 0, 0), SolvedAtFirstContact = true };

        Sums(CountingRules.Of(@case, Company)).Should().Equal(
            (new Month(2025, 1), new Snapshot { CasesOpened = 1 }),
            (new Month(2025, 2), new Snapshot { CasesClosed = 1, CasesRated = 1, CasesSolvedAtFirstContact = 1 }));
        Sums(CountingRules.Of(@case with { ClosedAt = new(2025, 1, 31, 23, 0, 0), SolvedAtFirstContact = null }, Company)).Last().Snapshot
            .Should().Be(new Snapshot { CasesClosed = 1, CasesClosedSameDay = 1 });
    }

    [Theory]
    [InlineData(SurveyKind.Satisfaction, 4, nameof(Snapshot.SatisfiedAnswers))]
    [InlineData(SurveyKind.Recommendation, 9, nameof(Snapshot.Promoters))]
    [InlineData(SurveyKind.Recommendation, 6, nameof(Snapshot.Detractors))]
    public void An_answer_counts_on_its_side_of_the_border(SurveyKind kind, int score, string member)
    {
        var answer = new SurveyAnswer { Source = "survey", Id = "1", Kind = kind, Score = score, AnsweredOn = new(2025, 1, 1) };
        var beyond = answer with { Score = member == nameof(Snapshot.Detractors) ? score + 1 : score - 1 };

        Measure.Of(member).Read(CountingRules.Of(answer, Company).Single().Snapshot).Should().Be(1);
        Measure.Of(member).Read(CountingRules.Of(beyond, Company).Single().Snapshot).Should().Be(0);
    }

    [Fact]
    public void A_person_counts_a_part_of_a_month_by_its_days()
    {
        var person = new Person { Source = "hr", Id = "1", Name = "Ada", From = new(2025, 6, 16) };

        CountingRules.Of(person, new Window(new Month(2025, 5), new Month(2025, 7))).Select(c => (c.Cell.Month, c.Snapshot.StaffMonths))
            .Should().Equal((new Month(2025, 6), 0.5m), (new Month(2025, 7), 1m));
    }

    [Fact]
    public void A_parent_campaign_never_counts_beside_its_children()
    {
        var child = new Campaign { Source = "crm", Id = "2", Name = "Mail", Parent = "1", StartOn = new(2025, 1, 1), EndOn = new(2025, 1, 31), Spend = 100 };
        var parent = child with { Id = "1", Name = "Year", Parent = null, Spend = 500 };
        var records = new RecordSet { Campaigns = [parent, child] };

        var cells = SnapshotBuilder.Build(records, Organisation.Unknown, SnapshotBuilder.HorizonOf(records));

        cells.Values.Merge().MarketingSpend.Should().Be(100);
    }

    [Fact]
    public void A_deal_counts_once_in_the_snapshots_of_all_months()
    {
        var records = new RecordSet { Deals = [Deal, Deal with { Id = "2", Outcome = DealOutcome.Lost }, Deal with { Id = "3", Outcome = DealOutcome.Open }] };

        var total = SnapshotBuilder.Build(records, Company, SnapshotBuilder.HorizonOf(records)).Values.Merge();

        (total.DealsCreated, total.DealsQuoted, total.DealsWon, total.DealsLost).Should().Be((3, 3, 1, 1));
    }

    [Fact]
    public void Building_some_months_gives_the_same_as_building_all()
    {
        var records = new RecordSet { Deals = [Deal] };
        var horizon = SnapshotBuilder.HorizonOf(records);

        var july = SnapshotBuilder.Build(records, Company, horizon, new HashSet<Month> { new(2025, 7) });

        july.Should().BeEquivalentTo(SnapshotBuilder.Build(records, Company, horizon).Where(cell => cell.Key.Month == new Month(2025, 7)));
    }

    private static IEnumerable<(Month Month, Snapshot Snapshot)> Sums(IEnumerable<Contribution> contributions) =>
        contributions.Select(contribution => (contribution.Cell.Month, contribution.Snapshot));
}
