using CrmRoi.Metrics.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace CrmRoi.Metrics.Tests.Snapshots;

public sealed class EnteredFigureTests
{
    [Fact]
    public void A_spread_sums_to_the_value() => Prop.ForAll(
        Arb.From(Gen.Choose(0, 10_000_000)), Arb.From(Gen.Elements(1, 3, 12)), Arb.From(Gen.Elements("deals-won", "won-revenue")), (cents, months, measure) =>
        {
            var value = measure == "deals-won" ? cents : cents / 100m;
            return Figure(measure, months, value).Spread().Sum(share => share.Value) == value;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_count_is_spread_in_whole_numbers()
    {
        var shares = Figure("deals-won", 12, 100).Spread().Select(share => share.Value).ToList();

        shares.Should().OnlyContain(share => share == decimal.Truncate(share) && (share == 8 || share == 9));
    }

    [Fact]
    public void An_amount_is_spread_to_the_cent()
    {
        var shares = Figure("won-revenue", 3, 100).Spread().Select(share => share.Value);

        shares.Should().Equal(33.33m, 33.34m, 33.33m);
    }

    [Fact]
    public void One_month_is_not_spread()
    {
        Figure("won-revenue", 1, 100).IsSpread.Should().BeFalse();
        Figure("won-revenue", 3, 100).IsSpread.Should().BeTrue();
    }

    private static EnteredFigure Figure(string measure, int months, decimal value) => new()
    {
        Measure = measure,
        Period = new Window(new Month(2025, 1), new Month(2025, 1).Plus(months - 1)),
        Value = value,
        SourceNote = "ledger",
    };
}
