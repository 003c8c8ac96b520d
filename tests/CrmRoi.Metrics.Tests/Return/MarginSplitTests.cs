using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;
using FluentAssertions;
using static CrmRoi.Metrics.Tests.Return.Example;

namespace CrmRoi.Metrics.Tests.Return;

public sealed class MarginSplitTests
{
    // A month: 10 decided, 2 of them won at 100 with half of it margin; since go-live 4 won.
    private static readonly SnapshotCube Sold = Cube([.. Of(Before, won: 2), .. Of(After, won: 4)]);

    [Fact]
    public void A_better_closing_rate_owns_all_of_the_margin_that_it_brought()
    {
        var split = SplitOf(new Ledger { Costs = [OneOff(100)] });

        split.Parts.Where(part => part.Amount != 0).Should().Equal([new(BridgeFactor.ClosingRate, 12 * 2 * 50)]);
        (split.Anyway, split.NotCounted, split.Counted).Should().Be((0, 0, 1_200));
    }

    [Fact]
    public void What_would_have_come_anyway_and_what_others_did_is_taken_off_to_the_cent()
    {
        var estimate = new GainEstimate(
            EvidenceMethod.OpportunityYield, EvidenceVerdict.Supported, CashFlow.Of(After.Months.Select(month => new MonthAmount(month, 66.666m))), After, []);
        var ledger = new Ledger
        {
            Costs = [OneOff(100)],
            Estimates = [new("CRM", BenefitKind.SalesMargin, estimate)],
            Benefits = [new() { Programme = "CRM", Kind = BenefitKind.SalesMargin, Attributed = 0.5m }],
        };

        var split = SplitOf(ledger);

        // 12 × 66.666 = 799.992 are estimated and half of that, 399.996, is the CRM's.
        (split.Anyway, split.NotCounted, split.Counted).Should().Be((-400.01m, -399.99m, 400.00m));
        (split.Parts.Sum(part => part.Amount) + split.Anyway + split.NotCounted).Should().Be(split.Counted);
    }

    [Fact]
    public void Margin_that_is_only_entered_is_not_split()
    {
        var result = ReturnCalculation.Of(Example.Programme, new Ledger { Costs = [OneOff(100)] }, SeventyFiveThousand());

        var split = MarginSplit.Of(result, SeventyFiveThousand())!;

        split.Counted.Should().Be(75_000);
        split.Refusal.Should().NotBeNull();
        split.Parts.Should().BeEmpty();
    }

    [Fact]
    public void Without_a_known_margin_there_is_nothing_to_split()
    {
        MarginSplit.Of(ReturnCalculation.Of(Example.Programme, new Ledger { Costs = [OneOff(100)] }, Cube([])), Cube([])).Should().BeNull();
    }

    private static MarginSplit SplitOf(Ledger ledger) => MarginSplit.Of(ReturnCalculation.Of(Example.Programme, ledger, Sold), Sold)!;

    private static IEnumerable<KeyValuePair<Cell, Snapshot>> Of(Window window, int won) => window.Months.Select(month => KeyValuePair.Create(
        new Cell(month) { Team = "North", Segment = "Retail" },
        new Snapshot { DealsWon = won, DealsLost = 10 - won, WonRevenue = won * 100, CostedRevenue = won * 100, WonMargin = won * 50 }));
}
