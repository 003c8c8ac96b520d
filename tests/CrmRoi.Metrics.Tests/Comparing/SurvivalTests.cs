using System.Globalization;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Comparing;

public sealed class SurvivalTests
{
    private const string Waltons = "data/oracle/survival/waltons_dataset.csv";
    private const string Rossi = "data/oracle/survival/rossi.csv";

    [Fact]
    public void The_curve_steps_down_at_each_end()
    {
        // Of four, one ends at 1; of the three left one is censored at 2; of the two left one ends at 3.
        var survival = Survival.Of(Waits((1, Ending.Reached), (2, Ending.Open), (3, Ending.Reached), (4, Ending.Missed)));

        survival.At(0).Should().Be(1);
        survival.At(1).Should().BeApproximately(0.75, 1e-12);
        survival.At(2).Should().BeApproximately(0.75, 1e-12);
        survival.At(3).Should().BeApproximately(0.375, 1e-12);
        survival.At(99).Should().BeApproximately(0.375, 1e-12);
        (survival.Count, survival.Events).Should().Be((4, 2));
    }

    [Fact]
    public void What_is_censored_at_the_age_of_an_end_was_still_at_risk()
    {
        Survival.Of(Waits((1, Ending.Reached), (1, Ending.Open))).At(1).Should().Be(0.5);
    }

    [Fact]
    public void The_median_is_the_first_age_past_which_half_or_fewer_go_on()
    {
        Survival.MedianOf(Waits((5, Ending.Reached), (6, Ending.Reached), (7, Ending.Reached), (8, Ending.Open))).Value.Should().Be(6);
    }

    [Fact]
    public void The_median_is_undefined_while_fewer_than_half_have_ended()
    {
        Survival.MedianOf(Waits((5, Ending.Reached), (6, Ending.Open), (6, Ending.Open))).Should().Be(new Reading(null, 1, 3));
        Survival.MedianOf(CohortSnapshot.Empty).Value.Should().BeNull();
    }

    [Fact]
    public void The_restricted_mean_is_the_area_under_the_curve()
    {
        var survival = Survival.Of(Waits((2, Ending.Reached), (4, Ending.Reached)));

        survival.RestrictedMean(4).Should().Be(3);
        survival.RestrictedMean(1).Should().Be(1);
        survival.RestrictedMean(10).Should().Be(3);
    }

    [Fact]
    public void The_share_reached_takes_ends_up_to_the_age()
    {
        Survival.ShareReached(Waits((30, Ending.Reached), (90, Ending.Reached), (91, Ending.Reached), (5, Ending.Missed)), 90)
            .Should().Be(new Reading(0.5m, 2, 4));
        Survival.ShareReached(CohortSnapshot.Empty, 90).Value.Should().BeNull();
    }

    [Fact]
    public void The_plain_median_leaves_out_what_did_not_reach_its_end()
    {
        Survival.PlainMedian(Waits((1, Ending.Reached), (2, Ending.Reached), (9, Ending.Open))).Value.Should().Be(1.5m);
        Survival.PlainMedian(Waits((1, Ending.Reached), (2, Ending.Reached), (9, Ending.Reached))).Value.Should().Be(2);
        Survival.PlainMedian(Waits((9, Ending.Open))).Value.Should().BeNull();
    }

    [Fact]
    public void Groups_that_end_alike_are_not_told_apart()
    {
        var waits = Waits((1, Ending.Reached), (2, Ending.Reached), (3, Ending.Open));

        var test = Survival.Test([waits, waits]);

        test!.Value.ChiSquare.Should().BeApproximately(0, 1e-12);
        test.Value.Probability.Should().BeApproximately(1, 1e-6);
    }

    [Fact]
    public void Nothing_is_tested_where_nothing_ended_or_one_group_is_empty()
    {
        Survival.Test([Waits((1, Ending.Open)), Waits((2, Ending.Open))]).Should().BeNull();
        Survival.Test([Waits((1, Ending.Reached)), CohortSnapshot.Empty]).Should().BeNull();
    }

    [Fact]
    public void The_log_rank_of_several_groups_does_not_hang_on_their_order()
    {
        var (a, b, c) = (
            Waits((1, Ending.Reached), (2, Ending.Reached), (3, Ending.Reached)),
            Waits((4, Ending.Reached), (5, Ending.Open), (6, Ending.Reached)),
            Waits((7, Ending.Reached), (8, Ending.Reached), (9, Ending.Missed)));

        var one = Survival.Test([a, b, c])!.Value;
        var other = Survival.Test([c, a, b])!.Value;

        one.Freedom.Should().Be(2);
        other.ChiSquare.Should().BeApproximately(one.ChiSquare, 1e-9);
    }

    [SharedDataFact(Waltons)]
    public void Waltons_medians_and_log_rank_are_those_of_lifelines()
    {
        var groups = SharedData.Rows(Waltons).ToLookup(row => row[2], row => (Age(row[0]), Of(row[1])));
        var (control, treated) = (CohortSnapshot.Of(groups["control"]), CohortSnapshot.Of(groups["miR-137"]));

        var (ofControl, ofTreated) = (Survival.Of(control).Median(), Survival.Of(treated).Median());
        var test = Survival.Test([control, treated]);

        (ofControl.Value, ofControl.Low, ofControl.High).Should().Be((58m, 56m, 60m));
        (ofTreated.Value, ofTreated.Low, ofTreated.High).Should().Be((26m, 19m, 29m));
        test!.Value.ChiSquare.Should().BeApproximately(122.2491, 0.00005);
        test.Value.Freedom.Should().Be(1);
        test.Value.Probability.Should().BeLessThan(1e-20);
    }

    [SharedDataFact(Rossi)]
    public void Rossi_shares_are_those_of_lifelines()
    {
        var survival = Survival.Of(CohortSnapshot.Of(SharedData.Rows(Rossi).Select(row => (Age(row[0]), Of(row[1])))));

        new[] { 10, 20, 30, 40, 52 }.Select(survival.At).Should().Equal(
            [0.965278, 0.907407, 0.861111, 0.803241, 0.736111], (actual, expected) => Math.Abs(actual - expected) < 5e-7);
    }

    private static int Age(string text) => (int)double.Parse(text, CultureInfo.InvariantCulture);

    private static Ending Of(string text) => text == "1" ? Ending.Reached : Ending.Open;

    private static CohortSnapshot Waits(params (int Age, Ending Ending)[] waits) => CohortSnapshot.Of(waits);
}
