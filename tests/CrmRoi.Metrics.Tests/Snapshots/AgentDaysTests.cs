using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Snapshots;

public sealed class AgentDaysTests
{
    [Fact]
    public void A_day_on_which_an_agent_closed_several_cases_is_one_agent_day()
    {
        Case[] cases = [ClosedBy("1", "Anna", 3), ClosedBy("2", "Anna", 3), ClosedBy("3", "Anna", 4), ClosedBy("4", "Bert", 3), ClosedBy("5", null, 3)];

        HashSet<(string, DateOnly)> counted = [];
        var days = CountingRules.OfAgentDays(cases, counted, Organisation.Unknown).ToList();

        days.Sum(day => day.Snapshot.AgentDays).Should().Be(3);
        days.Where(day => day.Cell.Rep == "Anna").Sum(day => day.Snapshot.AgentDays).Should().Be(2);
        CountingRules.OfAgentDays([ClosedBy("6", "Anna", 4)], counted, Organisation.Unknown).Should().BeEmpty("that day counts already");

        static Case ClosedBy(string id, string? agent, int day) => new()
        {
            Source = "x",
            Id = id,
            Agent = agent,
            OpenedAt = new(2026, 3, 2, 9, 0, 0),
            ClosedAt = new(2026, 3, day, 10, 0, 0),
            Channel = id,
        };
    }
}
