using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Snapshots;

public sealed class FigureTallyTests
{
    private static readonly Window Horizon = new(new(2025, 1), new(2025, 12));

    private static readonly Organisation Company = new(
        [
            new Person { Source = "hr", Id = "1", Name = "Anna", Team = "North", Region = "Oslo", To = new(2025, 3, 31) },
            new Person { Source = "hr", Id = "2", Name = "Anna", Team = "South", Region = "Rome", From = new(2025, 4, 1) },
        ],
        [new Customer { Source = "crm", Id = "1", Name = "Acme", Segment = "Large", Region = "Bonn", Channel = "Fair" }]);

    [Fact]
    public void A_deal_counts_in_the_team_that_its_rep_was_in_on_each_of_its_days()
    {
        var tally = new FigureTally(Company, Horizon, StageRules.None, null);

        tally.Add(new RecordSet { Deals = [Won("1", "Anna", new(2025, 3, 30), new(2025, 4, 2))] });

        var cells = tally.Cells.Where(cell => cell.Value.StaffMonths == 0).ToDictionary(cell => cell.Key, cell => cell.Value);
        cells[Acme(new(2025, 3), "North", "Oslo")].DealsCreated.Should().Be(1);
        cells[Acme(new(2025, 4), "South", "Rome")].DealsWon.Should().Be(1);
        cells.Should().HaveCount(2);
        tally.Groups.Single().Cell.Should().Be(Acme(new(2025, 3), "North", "Oslo"));
        tally.CustomerMonths.Single().Should().BeEquivalentTo(new { Customer = "Acme", Month = new Month(2025, 4), Region = "Bonn", Segment = "Large", Revenue = 100m });
    }

    [Fact]
    public void Counted_together_is_what_is_counted_one_after_the_other()
    {
        var deals = Enumerable.Range(0, 3_000).Select(i => Won($"{i}", i % 3 == 0 ? "Anna" : "Bert", new(2025, 1 + (i % 6), 1 + (i % 28)), new(2025, 7 + (i % 5), 1 + (i % 20)))).ToList();
        var (together, snapshots, cohorts, customers) = (new FigureTally(Company, Horizon, StageRules.None, null), new SnapshotTally(Company, Horizon), new CohortTally(Company, StageRules.None), new CustomerMonthTally(Company));

        foreach (var part in deals.Chunk(700))
        {
            together.Add(new RecordSet { Deals = part });
            snapshots.Add(new RecordSet { Deals = part });
            cohorts.Add(new RecordSet { Deals = part });
            customers.Add(new RecordSet { Deals = part });
        }

        together.Cells.Sum(cell => cell.Value.DealsWon).Should().Be(deals.Count);
        together.Cells.ToHashSet().SetEquals(snapshots.Cells).Should().BeTrue();
        together.Groups.SelectMany(group => group.Cohorts).ToHashSet().SetEquals(cohorts.Groups.SelectMany(group => group.Cohorts)).Should().BeTrue();
        together.CustomerMonths.ToHashSet().SetEquals(customers.Months).Should().BeTrue();
    }

    private static Deal Won(string id, string rep, DateOnly created, DateOnly won) => new()
    {
        Source = "crm",
        Id = id,
        Rep = rep,
        Customer = "acme",
        CreatedOn = created,
        ClosedOn = won,
        Outcome = DealOutcome.Won,
        Value = 100,
    };

    private static Cell Acme(Month month, string team, string region) => new(month) { Rep = "Anna", Team = team, Region = region, Segment = "Large" };
}
