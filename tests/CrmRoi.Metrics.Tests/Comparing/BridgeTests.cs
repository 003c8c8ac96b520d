using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Return;
using FsCheck;
using FsCheck.Fluent;

namespace CrmRoi.Metrics.Tests.Comparing;

public sealed class BridgeTests
{
    // 10 leads, 10 decided, 5 won at 100 each, half of it margin: 250.
    private static readonly BridgeGroup Small = new("Small", 10, 10, 5, 500, 250);

    [Fact]
    public void Twice_the_leads_and_nothing_else_is_all_leads()
    {
        var bridge = Bridge.Of([Small], [new("Small", 20, 20, 10, 1000, 500)]);

        bridge.Total.Should().Be(250);
        bridge[BridgeFactor.Leads].Should().Be(250);
        bridge.Parts.Where(part => part.Factor != BridgeFactor.Leads).Should().OnlyContain(part => part.Amount == 0);
    }

    [Fact]
    public void Two_factors_that_both_double_share_what_they_add_together()
    {
        // Leads and deal size double: 250 becomes 1,000. Each first adds 250, each second 500: 375 apiece.
        var bridge = Bridge.Of([Small], [new("Small", 20, 20, 10, 2000, 1000)]);

        bridge[BridgeFactor.Leads].Should().Be(375);
        bridge[BridgeFactor.DealSize].Should().Be(375);
        bridge.Total.Should().Be(750);
    }

    [Fact]
    public void As_many_leads_from_a_richer_group_are_mix()
    {
        // Of 20 leads 10 move from a group that makes 25 a lead to one that makes 75 a lead.
        BridgeGroup[] before = [new("Small", 20, 20, 10, 1000, 500), new("Large", 0, 0, 0, 0, 0)];
        BridgeGroup[] after = [Small, new("Large", 10, 10, 5, 1500, 750)];

        var bridge = Bridge.Of(before, after);

        bridge[BridgeFactor.Mix].Should().Be(500);
        bridge.Total.Should().Be(500);
    }

    [Fact]
    public void A_margin_that_turns_into_a_loss_is_split_too()
    {
        var bridge = Bridge.Of([Small], [new("Small", 10, 10, 5, 500, -50)]);

        bridge[BridgeFactor.MarginRate].Should().Be(-300);
        bridge.Total.Should().Be(-300);
    }

    [Fact]
    public void A_group_that_wins_nothing_any_more_lost_by_its_closing_rate()
    {
        var bridge = Bridge.Of([Small], [new("Small", 10, 10, 0, 0, 0)]);

        bridge[BridgeFactor.ClosingRate].Should().Be(-250);
        bridge.Parts.Sum(part => part.Amount).Should().Be(-250);
    }

    [Fact]
    public void Where_leads_are_not_known_decided_deals_stand_in_for_them()
    {
        var bridge = Bridge.Of([Small with { Leads = null }], [new("Small", null, 20, 10, 1000, 500)]);

        bridge.Parts.Select(part => part.Factor).Should().Equal(
            BridgeFactor.DecidedDeals, BridgeFactor.ClosingRate, BridgeFactor.DealSize, BridgeFactor.MarginRate, BridgeFactor.Mix);
        bridge[BridgeFactor.DecidedDeals].Should().Be(250);
    }

    [Fact]
    public void Deals_of_a_group_without_leads_are_not_said_to_come_from_leads()
    {
        var bridge = Bridge.Of([Small], [Small, new("Walk-in", 0, 2, 1, 100, 50)]);

        bridge[BridgeFactor.Leads].Should().BeNull();
        bridge.Parts.Sum(part => part.Amount).Should().Be(50);
    }

    [Fact]
    public void Revenue_without_a_deal_won_is_refused_with_its_reason()
    {
        var bridge = Bridge.Of([Small], [new("Small", 10, 10, 0, 500, 250)]);

        bridge.Refusal.Should().Be(Reason.RevenueWithoutDeals);
        bridge.Parts.Should().BeEmpty();
    }

    [Fact]
    public void Margin_without_revenue_is_refused_with_its_reason()
    {
        Bridge.Of([Small], [new("Small", 10, 10, 5, 0, -20)]).Refusal.Should().Be(Reason.MarginWithoutRevenue);
    }

    [Fact]
    public void Nothing_on_both_sides_is_a_bridge_of_nothing()
    {
        var bridge = Bridge.Of([], []);

        bridge.Total.Should().Be(0);
        bridge.Parts.Should().OnlyContain(part => part.Amount == 0);
    }

    [Fact]
    public void The_parts_of_any_two_sides_sum_to_the_change_to_the_cent()
    {
        var group = from won in Gen.Choose(0, 9)
                    from lost in Gen.Choose(0, 9)
                    from leads in Gen.Choose(0, 30)
                    from cents in Gen.Choose(1, 99_999)
                    from rate in Gen.Choose(-100, 100)
                    select (Leads: leads, Decided: won + lost, Won: won, Revenue: won * cents / 100m, Margin: won * cents * rate / 10_000m);
        var sides = group.ArrayOf(3).Two();

        Prop.ForAll(sides.ToArbitrary(), pair =>
        {
            var bridge = Bridge.Of(Named(pair.Item1), Named(pair.Item2));
            bridge.Parts.Sum(part => part.Amount).Should().Be(bridge.Total);
            bridge.Parts.Should().OnlyContain(part => part.Amount == decimal.Round(part.Amount, 2));
        }).QuickCheckThrowOnFailure();

        static List<BridgeGroup> Named((int Leads, int Decided, int Won, decimal Revenue, decimal Margin)[] groups) =>
            [.. groups.Select((g, i) => new BridgeGroup($"G{i}", g.Leads, g.Decided, g.Won, g.Revenue, g.Margin))];
    }

    [Fact]
    public void Going_back_undoes_every_part()
    {
        BridgeGroup[] before = [Small, new("Large", 4, 3, 2, 800, 90)];
        BridgeGroup[] after = [new("Small", 14, 11, 6, 560, 301), new("Large", 5, 5, 2, 990, 75)];

        var there = Bridge.Of(before, after);
        var back = Bridge.Of(after, before);

        back.Parts.Zip(there.Parts, (one, other) => one.Amount + other.Amount).Should().OnlyContain(sum => Math.Abs(sum) <= 0.02m);
        there.Total.Should().Be(-back.Total);
    }
}
