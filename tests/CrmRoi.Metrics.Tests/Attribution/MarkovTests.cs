using CrmRoi.Metrics.Attribution;

namespace CrmRoi.Metrics.Tests.Attribution;

public sealed class MarkovTests
{
    [Fact]
    public void The_published_example_of_three_channels_comes_out()
    {
        // Paths c1 > c2 > c3 sold, c1 not, c2 > c3 not. A sale: (2/3 · 1/2 + 1/3) · 1 · 1/2 = 1/3.
        // Without c1 1/3 · 1/2 = 1/6, so half is lost; without c2 or c3 nothing is sold. Of 0.5 + 1 + 1 that is 0.2, 0.4, 0.4.
        var credits = Credits((["c1", "c2", "c3"], 1, 0), (["c1"], 0, 1), (["c2", "c3"], 0, 1));

        credits.Select(credit => credit.Campaign).Should().Equal("c1", "c2", "c3");
        credits.Select(credit => credit.RemovalEffect).Should().Equal([0.5, 1, 1], (actual, expected) => Math.Abs(actual - expected) < 1e-12);
        credits.Select(credit => credit.Share).Should().Equal([0.2m, 0.4m, 0.4m], (actual, expected) => Math.Abs(actual - expected) < 1e-12m);
        credits.Sum(credit => credit.Share).Should().Be(1);
    }

    [Fact]
    public void A_loop_is_reckoned_exactly()
    {
        // a > b > a sold once, a not once. From a: 1/3 to b, 1/3 sold, 1/3 not; from b always to a. Sale from a: s = s/3 + 1/3, so 1/2.
        // Without a nothing is sold; without b 1/3 is: a third of the sales is lost.
        var credits = Credits((["a", "b", "a"], 1, 0), (["a"], 0, 1));

        credits.Select(credit => credit.RemovalEffect).Should().Equal([1, 1.0 / 3], (actual, expected) => Math.Abs(actual - expected) < 1e-12);
        credits[0].Share.Should().BeApproximately(0.75m, 1e-12m);
    }

    [Fact]
    public void A_channel_that_follows_itself_changes_nothing()
    {
        var once = Credits((["a", "b"], 3, 1), (["b"], 1, 2));
        var twice = Credits((["a", "a", "b", "b", "b"], 3, 1), (["b", "b", "b"], 1, 2));

        twice.Select(credit => credit.Share).Should().Equal(once.Select(credit => credit.Share), (actual, expected) => Math.Abs(actual - expected) < 1e-12m);
    }

    [Fact]
    public void Removing_a_channel_by_sending_its_visitors_away_gives_the_same_effect()
    {
        (string[] Path, int Sold, int Not)[] journeys = [(["a", "b", "c"], 4, 3), (["b", "a"], 2, 5), (["c", "a", "c", "b"], 3, 1), (["c"], 1, 6)];
        var steps = Steps(journeys);

        foreach (var credit in Markov.Credits(steps))
        {
            var without = SaleBySweeps(steps, credit.Campaign);

            credit.RemovalEffect.Should().BeApproximately(1 - (without / SaleBySweeps(steps, null)), 1e-10);
        }
    }

    [Fact]
    public void Nothing_is_credited_where_nothing_was_sold_or_nobody_was_reached()
    {
        Credits((["a"], 0, 5)).Should().BeEmpty();
        Credits(([], 5, 0)).Should().BeEmpty();
    }

    // The chance of a sale by going round until nothing moves, which shares no line with the algebra.
    private static double SaleBySweeps(Dictionary<JourneyStep, decimal> steps, string? removed)
    {
        var chance = steps.Keys.Select(step => step.From ?? "").Distinct().ToDictionary(state => state, _ => 0.0);
        for (var sweep = 0; sweep < 2000; sweep++)
        {
            foreach (var state in chance.Keys.ToList())
            {
                var all = steps.Where(step => (step.Key.From ?? "") == state).ToList();
                chance[state] = all.Sum(step => (double)(step.Value / all.Sum(other => other.Value)) * step.Key switch
                {
                    { To: { } to } => to == removed ? 0 : chance[to],
                    { Ending: CrmRoi.Metrics.Snapshots.Ending.Reached } => 1,
                    _ => 0,
                });
            }
        }

        return chance[""];
    }

    private static IReadOnlyList<MarkovCredit> Credits(params (string[] Path, int Sold, int Not)[] journeys) => Markov.Credits(Steps(journeys));

    private static Dictionary<JourneyStep, decimal> Steps((string[] Path, int Sold, int Not)[] journeys) => journeys
        .SelectMany(journey => JourneyStep.Of(journey.Path, true).Select(step => (step, Count: (decimal)journey.Sold))
            .Concat(JourneyStep.Of(journey.Path, false).Select(step => (step, Count: (decimal)journey.Not))))
        .GroupBy(pair => pair.step, pair => pair.Count)
        .ToDictionary(group => group.Key, group => group.Sum());
}
