using CrmRoi.Metrics.Attribution;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Attribution;

/// <summary>
/// Deal A, 100.01 with goods of 60, was reached by Mail (through its lead), Fair and Fair again; deal B, 50, by a view of Mail only; deal C,
/// 40, by nobody; deal D was lost after Fair; a lead was given up after Mail. All ended in March 2025.
/// </summary>
public sealed class CampaignCreditsTests
{
    private static readonly Month March = new(2025, 3);
    private static readonly Window InMarch = new(March, March);

    private static readonly Deal[] Deals =
    [
        Deal("A", 100.01m, 60) with { Lead = "l1" }, Deal("B", 50, 10) with { Customer = "Beta" }, Deal("C", 40, 10),
        Deal("D", 70, 20) with { Outcome = DealOutcome.Lost },
    ];

    private static readonly Lead[] Leads =
    [
        new() { Source = "t", Id = "l1", CreatedAt = new(2025, 1, 1), ConvertedOn = new(2025, 1, 9), DisqualifiedOn = new(2025, 3, 1) },
        new() { Source = "t", Id = "l2", CreatedAt = new(2025, 1, 1), DisqualifiedOn = new(2025, 3, 1) },
    ];

    private static readonly Touch[] Touches =
    [
        Touch("1", "Mail", new(2025, 1, 1)) with { Lead = "l1" }, Touch("2", "Fair", new(2025, 3, 1)) with { Deal = "A" },
        Touch("3", "Fair", new(2025, 3, 10)) with { Deal = "A" }, Touch("4", "Mail", new(2025, 3, 11)) with { Deal = "A" },
        Touch("5", "Mail", new(2025, 3, 1)) with { Customer = " beta ", IsView = true }, Touch("6", "Fair", new(2025, 3, 1)) with { Deal = "D" },
        Touch("7", "Mail", new(2025, 2, 1)) with { Lead = "l2" },
    ];

    public static TheoryData<AttributionModel> Models => new(AttributionModels.All);

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_deal_won_is_credited_exactly_once(AttributionModel model)
    {
        foreach (var days in AttributionModels.Windows)
        {
            var total = Credits().ByCampaign(model, days, InMarch).Values.Aggregate(default(Credit), (sum, credit) => sum + credit);

            total.Should().Be(new Credit(3, 190.01m, 190.01m, 110.01m), "{0} days", days);
        }
    }

    [Fact]
    public void Each_model_credits_the_touches_before_the_end_and_within_the_window()
    {
        var credits = Credits();

        credits.ByCampaign(AttributionModel.First, 90, InMarch)["Mail"].Revenue.Should().Be(100.01m);
        credits.ByCampaign(AttributionModel.First, 30, InMarch).Should().NotContainKey("Mail").And.ContainKey("Fair");
        credits.ByCampaign(AttributionModel.Last, 90, InMarch)["Fair"].Should().Be(new Credit(1, 100.01m, 100.01m, 40.01m));
        credits.ByCampaign(AttributionModel.Linear, 90, InMarch)["Mail"].Should().Be(new Credit(0.3333m, 33.34m, 33.34m, 13.34m));
        credits.ByCampaign(AttributionModel.Linear, 90, InMarch)["Fair"].Should().Be(new Credit(0.6667m, 66.67m, 66.67m, 26.67m));
        credits.ByCampaign(AttributionModel.Linear, 90, InMarch)[Cell.Unassigned].Deals.Should().Be(2);
    }

    [Fact]
    public void A_view_is_credited_only_through_where_nothing_was_answered()
    {
        Credits().ByCampaign(AttributionModel.ViewThrough, 90, InMarch)["Mail"].Revenue.Should().Be(50);
        Credits().ByCampaign(AttributionModel.ViewThrough, 90, InMarch)["Fair"].Revenue.Should().Be(100.01m);
    }

    [Fact]
    public void The_chain_takes_journeys_without_a_sale_and_credits_what_was_reached()
    {
        // Mail > Fair > Fair sold, Fair not, Mail not. From Mail half to Fair, half no sale; from Fair 1/3 to itself, 1/3 sold, 1/3 not: half sold.
        // A sale: 2/3 · 1/2 · 1/2 + 1/3 · 1/2 = 1/3. Without Mail 1/6, so half; without Fair nothing. Credit 1/3 and 2/3 of 100.01.
        var credits = Credits();

        credits.Effects(90, InMarch).Select(effect => (effect.Campaign, Math.Round(effect.RemovalEffect, 9))).Should().Equal(("Fair", 1), ("Mail", 0.5));
        var found = credits.ByCampaign(AttributionModel.Markov, 90, InMarch);
        (found["Fair"].Revenue, found["Mail"].Revenue, found[Cell.Unassigned].Revenue).Should().Be((66.67m, 33.34m, 90));
    }

    [Fact]
    public void Months_add_up_whatever_is_built_together()
    {
        var later = Deals.Select(deal => deal with { Id = deal.Id + "2", ClosedOn = deal.ClosedOn!.Value.AddDays(31), Lead = null }).ToList();
        var together = Tally([.. Deals, .. later], Leads);
        var apart = new[] { Tally(Deals, Leads), Tally(later, []) };

        together.Credits.Should().BeEquivalentTo(apart.SelectMany(tally => tally.Credits).ToDictionary(pair => pair.Key, pair => pair.Value));
        together.Steps.Should().BeEquivalentTo(apart.SelectMany(tally => tally.Steps).ToDictionary(pair => pair.Key, pair => pair.Value));
    }

    [Fact]
    public void Return_takes_credited_margin_and_spend_once()
    {
        // Spend 20 on Fair and 10 on Mail; the parent of both repeats 30 and never counts. Margin credited: 40.01.
        var cube = Cube(Credits());

        cube.Read(CampaignMetrics.Roi, InMarch, Filter.None).Should().Be(new Reading(10.01m / 30, 10.01m, 30));
        cube.Read(CampaignMetrics.RoiByRevenue, InMarch, Filter.None).Value.Should().Be(70.01m / 30);
        cube.Read(CampaignMetrics.Margin, InMarch, Filter.None with { Channel = "Shows" }).Value.Should().Be(26.67m);
        cube.Read(CampaignMetrics.Roi, InMarch, Filter.None with { Campaign = "Fair" }).Value.Should().Be(6.67m / 20);
        cube.Read(CampaignMetrics.Roi.By(AttributionModel.Last, 90), InMarch, Filter.None with { Campaign = "Fair" }).Value.Should().Be(20.01m / 20);
        cube.Read(CampaignMetrics.Revenue, InMarch, Filter.None with { Team = "North" }).Value.Should().BeNull();
    }

    [Fact]
    public void Credit_is_not_known_before_touches_were_recorded()
    {
        var cube = Cube(Credits());
        var before = new Window(new(2024, 1), new(2024, 12));

        cube.Read(CampaignMetrics.Revenue, before, Filter.None).Value.Should().BeNull();
        Cube(CampaignCredits.None).Read(CampaignMetrics.Revenue, InMarch, Filter.None).Value.Should().BeNull();
    }

    [Fact]
    public void Margin_is_not_known_where_the_goods_of_a_credited_deal_are_not()
    {
        var credits = Credits(Deals.Select(deal => deal.Id == "A" ? deal with { CostOfGoods = null } : deal));

        Cube(credits).Read(CampaignMetrics.Margin, InMarch, Filter.None).Value.Should().BeNull();
        Cube(credits).Read(CampaignMetrics.Revenue, InMarch, Filter.None).Value.Should().Be(100.01m);
    }

    [Fact]
    public void A_breakdown_by_campaign_adds_up_to_the_total()
    {
        var breakdown = Breakdown.Of(Cube(Credits()), CampaignMetrics.Revenue, Dimensions.Campaign, InMarch, Filter.None);

        breakdown.Rows.Select(row => (row.Member, row.Reading.Value)).Should().Equal(("Fair", 66.67m), ("Mail", 33.34m));
        breakdown.Rows.Sum(row => row.ShareOfTotal).Should().Be(1);
    }

    [Fact]
    public void A_campaign_that_only_touches_name_is_a_member_as_well()
    {
        var cube = new SnapshotCube([], [], [], new DateOnly(2025, 3, 31)) { Credits = Credits() };

        cube.Members(Dimensions.Campaign).Should().Equal("Fair", "Mail");
        cube.Members(Dimensions.Channel).Should().Equal("Post", "Shows");
    }

    [Fact]
    public void What_a_customer_costs_to_win_needs_the_cost_of_sales()
    {
        // (700 + 300) / 4.
        MarketingMetrics.AcquisitionCost.Read(new Snapshot { SalesCost = 700, MarketingSpend = 300, NewCustomers = 4 }, 1).Should().Be(new Reading(250, 1000, 4));
        var cells = new[] { KeyValuePair.Create(new Cell(March), new Snapshot { MarketingSpend = 300, NewCustomers = 4 }) };
        var entered = new EnteredFigure { Measure = "sales-cost", Period = InMarch, Value = 700, SourceNote = "payroll" };

        new SnapshotCube(cells, [], [], new DateOnly(2025, 3, 31)).Read(MarketingMetrics.AcquisitionCost, InMarch, Filter.None).Value.Should().BeNull();
        new SnapshotCube(cells, [], [], new DateOnly(2025, 3, 31)).Read(MarketingMetrics.MarketingAcquisitionCost, InMarch, Filter.None).Value.Should().Be(75);
        new SnapshotCube(cells, [], [entered], new DateOnly(2025, 3, 31)).Read(MarketingMetrics.AcquisitionCost, InMarch, Filter.None).Value.Should().Be(250);
    }

    [Fact]
    public void Mailings_clearly_below_their_channel_are_low_and_the_dearest_come_first()
    {
        // All: 64 of 3,000 are 2.1 %. 4 of 1,000 is at most 1.0 % with 90 % confidence; 20 of 1,000 may well be 2.1 %.
        Mailing[] mailings = [new("a", "Mail", 1000, 4, 700), new("b", "Mail", 1000, 20, 500), new("c", "Mail", 1000, 40, 900), new("d", "Other", 1000, 1, 90)];

        LowResponders.Among(mailings).Should().Equal(mailings[0]);
        LowResponders.MeanOf(mailings.Take(3)).Should().BeApproximately(64m / 3000, 1e-12m);
        LowResponders.Among([new("a", "Mail", 0, 0, 5)]).Should().BeEmpty();
    }

    private static CreditTally Tally(IEnumerable<Deal> deals, IEnumerable<Lead> leads)
    {
        var (tally, known) = (new CreditTally(), new TouchIndex(Touches));
        tally.Add(known.JourneysOf(deals));
        tally.Add(known.JourneysOf(leads));
        return tally;
    }

    private static CampaignCredits Credits(IEnumerable<Deal>? deals = null)
    {
        var tally = Tally(deals ?? Deals, Leads);
        return new(tally.Credits, tally.Steps, new Dictionary<string, string> { ["Fair"] = "Shows", ["Mail"] = "Post" }, new Month(2025, 1));
    }

    private static SnapshotCube Cube(CampaignCredits credits)
    {
        var records = new RecordSet
        {
            Campaigns =
            [
                Campaign("Fair", "Shows", 20) with { Parent = "all" }, Campaign("Mail", "Post", 10) with { Parent = "all" }, Campaign("all", null, 30),
            ],
        };
        return new SnapshotCube(SnapshotBuilder.Build(records, Organisation.Unknown, InMarch), [], [], new DateOnly(2025, 3, 31)) { Credits = credits };
    }

    private static Campaign Campaign(string name, string? channel, decimal spend) => new()
    {
        Source = "t",
        Id = name,
        Name = name,
        Channel = channel,
        StartOn = new(2025, 3, 1),
        EndOn = new(2025, 3, 31),
        Spend = spend,
    };

    private static Deal Deal(string id, decimal value, decimal goods) => new()
    {
        Source = "t",
        Id = id,
        Outcome = DealOutcome.Won,
        ClosedOn = new(2025, 3, 10),
        Value = value,
        CostOfGoods = goods,
    };

    private static Touch Touch(string id, string campaign, DateTime at) => new() { Source = "t", Id = id, Campaign = campaign, At = at };
}
