using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Snapshots;

public sealed class StageRulesTests
{
    private static readonly StageRules Rules = new(
    [
        new("Prospect", "Prospecting", 1, StageKind.Open),
        new("prospecting", "Prospecting", 1, StageKind.Open),
        new("Offer", "Offer", 2, StageKind.Open),
        new("Contract", "Contract", 3, StageKind.Open),
        new("On hold", "On hold", null, StageKind.Ignored),
        new("Closed lost", "Closed lost", null, StageKind.Lost),
    ]);

    [Fact]
    public void Two_spellings_are_one_stage()
    {
        var waits = Waits(("Prospect", 1), ("Prospecting", 5), ("Offer", 11));

        waits["Prospecting"].Should().Be((10, Ending.Reached));
    }

    [Fact]
    public void A_stage_that_is_skipped_counts_nowhere()
    {
        var waits = Waits(("Prospect", 1), ("Contract", 8));

        waits.Keys.Should().BeEquivalentTo("Prospecting", "Contract");
        waits["Prospecting"].Should().Be((7, Ending.Reached));
    }

    [Fact]
    public void Going_back_ends_no_stage()
    {
        var waits = Waits(("Prospect", 1), ("Offer", 3), ("Prospect", 6), ("Offer", 9), ("Contract", 13));

        waits["Prospecting"].Should().Be((2, Ending.Reached));
        waits["Offer"].Should().Be((10, Ending.Reached));
    }

    [Fact]
    public void A_stage_that_is_ignored_counts_as_the_one_before()
    {
        var waits = Waits(("Prospect", 1), ("On hold", 3), ("Offer", 9));

        waits.Should().NotContainKey("On hold");
        waits["Prospecting"].Should().Be((8, Ending.Reached));
    }

    [Fact]
    public void A_stage_that_means_lost_ends_the_one_before_as_lost()
    {
        var waits = Waits(("Offer", 1), ("Closed lost", 6));

        waits.Should().ContainSingle().Which.Value.Should().Be((5, Ending.Missed));
    }

    [Fact]
    public void Without_rules_every_change_goes_on()
    {
        var waits = Waits(StageRules.None, ("Offer", 1), ("Prospect", 4));

        waits["Offer"].Should().Be((3, Ending.Reached));
    }

    private static Dictionary<string, (int Age, Ending Ending)> Waits(params (string Stage, int Day)[] changes) => Waits(Rules, changes);

    private static Dictionary<string, (int Age, Ending Ending)> Waits(StageRules rules, params (string Stage, int Day)[] changes)
    {
        var records = new RecordSet
        {
            Deals = [new Deal { Source = "probe", Id = "1", CreatedOn = new(2025, 1, 1) }],
            StageChanges = [.. changes.Select((change, number) => new StageChange
            {
                Source = "probe",
                Id = $"{number}",
                Deal = "1",
                Stage = change.Stage,
                EnteredOn = new(2025, 1, change.Day),
            })],
        };
        return CohortRules.Build(records, Organisation.Unknown, rules).SelectMany(group => group.Cohorts).Where(wait => wait.Clock == Clock.Stage).ToDictionary(wait => wait.Stage, wait => (wait.Age, wait.Ending));
    }
}
