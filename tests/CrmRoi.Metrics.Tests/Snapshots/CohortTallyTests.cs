using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Snapshots;

public sealed class CohortTallyTests
{
    [Fact]
    public void Waits_that_are_summed_in_many_turns_are_those_that_there_are()
    {
        var deals = Enumerable.Range(0, 300_000).Select(DealOf).ToList();
        var tally = new CohortTally(Organisation.Unknown, StageRules.None);

        foreach (var part in deals.Chunk(7_000))
        {
            tally.Add(new RecordSet { Deals = part });
        }

        var expected = deals
            .GroupBy(deal => (deal.Rep, Began: Month.Of(deal.CreatedOn!.Value), Ended: deal.ClosedOn is { } end ? Month.Of(end) : default, deal.Outcome,
                Age: deal.ClosedOn is { } closed ? closed.DayNumber - deal.CreatedOn!.Value.DayNumber : deal.CreatedOn!.Value.Day))
            .Select(group => new Cohort(
                Clock.DealToClose, new Cell(group.Key.Began) { Rep = group.Key.Rep! }, "", EndingOf(group.Key.Outcome), group.Key.Ended, group.Key.Age,
                group.Count(), group.Sum(deal => deal.Value ?? 0)));
        var summed = tally.Groups.SelectMany(group => group.Cohorts).ToList();
        summed.Should().HaveCountGreaterThan(100).And.OnlyHaveUniqueItems();
        summed.ToHashSet().SetEquals(expected).Should().BeTrue();
    }

    private static Ending EndingOf(DealOutcome outcome) => outcome switch { DealOutcome.Won => Ending.Reached, DealOutcome.Lost => Ending.Missed, _ => Ending.Open };

    private static Deal DealOf(int i)
    {
        var start = new DateOnly(2025, 1 + (i % 3), 1 + (i % 7));
        return new()
        {
            Source = "test",
            Id = $"{i}",
            Rep = i % 2 == 0 ? "Anna" : "Bert",
            CreatedOn = start,
            ClosedOn = i % 5 == 0 ? null : start.AddDays(i % 31),
            Outcome = i % 5 == 0 ? DealOutcome.Open : i % 5 < 3 ? DealOutcome.Won : DealOutcome.Lost,
            Value = i % 997 / 10m,
        };
    }
}
