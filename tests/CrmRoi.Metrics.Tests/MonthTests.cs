namespace CrmRoi.Metrics.Tests;

public sealed class MonthTests
{
    [Theory]
    [InlineData("2026-03", true)]
    [InlineData("2026-3", false)]
    [InlineData("2026-13", false)]
    [InlineData("2026-03-01", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_a_month_in_ISO_form_is_read(string? text, bool isRead)
    {
        Month.TryParse(text, out var month).Should().Be(isRead);
        month.Should().Be(isRead ? new Month(2026, 3) : default);
    }

    [Fact]
    public void Months_are_counted_over_the_turn_of_the_year()
    {
        new Month(2025, 11).Plus(3).Should().Be(new Month(2026, 2));
        new Month(2025, 11).MonthsUntil(new Month(2026, 2)).Should().Be(3);
        new Month(2026, 2).Plus(-3).Should().Be(new Month(2025, 11));
    }

    [Fact]
    public void A_month_knows_its_days()
    {
        new Month(2024, 2).LastDay.Should().Be(new DateOnly(2024, 2, 29));
        new Month(2025, 2).Days.Should().Be(28);
    }

    [Fact]
    public void The_default_month_is_not_known()
    {
        default(Month).IsKnown.Should().BeFalse();
        new Month(2025, 1).IsKnown.Should().BeTrue();
    }

    [Fact]
    public void A_window_holds_both_its_ends()
    {
        var window = new Window(new Month(2025, 1), new Month(2025, 3));

        window.Length.Should().Be(3);
        window.Months.Should().Equal(new Month(2025, 1), new Month(2025, 2), new Month(2025, 3));
        window.Contains(new Month(2025, 3)).Should().BeTrue();
        window.Contains(new Month(2025, 4)).Should().BeFalse();
    }

    [Fact]
    public void Windows_that_share_no_month_meet_in_an_empty_one()
    {
        var shared = new Window(new Month(2025, 1), new Month(2025, 3)).Intersect(new Window(new Month(2025, 5), new Month(2025, 6)));

        shared.IsEmpty.Should().BeTrue();
        shared.Months.Should().BeEmpty();
    }

    [Fact]
    public void Dividing_by_nothing_has_no_answer()
    {
        Ratio.Of(1, 0).Should().BeNull();
        Ratio.Of(1, null).Should().BeNull();
        Ratio.Of(null, 2).Should().BeNull();
        Ratio.Of(0, 2).Should().Be(0);
    }
}
