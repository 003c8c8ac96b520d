using CrmRoi.Metrics.Reviews;

namespace CrmRoi.Metrics.Tests.Reviews;

public sealed class DueReviewTests
{
    private static readonly Month January = new(2026, 1);

    [Theory]
    [InlineData("2026-03-31", ReviewStanding.NotYet)]
    [InlineData("2026-04-01", ReviewStanding.Due)]
    [InlineData("2026-04-15", ReviewStanding.Due)]
    [InlineData("2026-04-16", ReviewStanding.Overdue)]
    public void The_first_quarter_is_due_once_it_is_over_and_overdue_once_its_day_has_passed(string today, ReviewStanding standing)
    {
        var next = DueReview.Of(ReviewCadence.Quarterly, 1, January, 15, null, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));

        next.Should().Be(new DueReview(new Month(2026, 3), new DateOnly(2026, 4, 15), standing, 0));
    }

    [Fact]
    public void A_review_covers_its_period_and_the_next_one_follows()
    {
        var next = DueReview.Of(ReviewCadence.Quarterly, 1, January, 15, new Month(2026, 3), new DateOnly(2026, 4, 20));

        next.Should().Be(new DueReview(new Month(2026, 6), new DateOnly(2026, 7, 15), ReviewStanding.NotYet, 0));
    }

    [Fact]
    public void A_review_made_within_a_quarter_does_not_cover_it()
    {
        var next = DueReview.Of(ReviewCadence.Quarterly, 1, January, 15, new Month(2026, 2), new DateOnly(2026, 4, 2));

        (next.Until, next.Standing).Should().Be((new Month(2026, 3), ReviewStanding.Due));
    }

    [Fact]
    public void Of_several_that_were_left_out_the_latest_is_due_and_the_others_are_missed()
    {
        var next = DueReview.Of(ReviewCadence.Monthly, 1, January, 10, null, new DateOnly(2026, 5, 20));

        next.Should().Be(new DueReview(new Month(2026, 4), new DateOnly(2026, 5, 10), ReviewStanding.Overdue, 3));
    }

    [Theory]
    [InlineData(1, "2026-12")]
    [InlineData(4, "2026-03")]
    [InlineData(7, "2026-06")]
    public void A_year_is_that_of_the_fiscal_calendar(int start, string until)
    {
        var next = DueReview.Of(ReviewCadence.Annual, start, January, 30, null, new DateOnly(2026, 1, 2));

        next.Until.ToString().Should().Be(until);
    }
}
