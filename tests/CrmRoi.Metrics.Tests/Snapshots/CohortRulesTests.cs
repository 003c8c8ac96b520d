using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Snapshots;

public sealed class CohortRulesTests
{
    private static readonly Deal Won = new()
    {
        Source = "crm",
        Id = "1",
        CreatedOn = new(2025, 1, 10),
        ClosedOn = new(2025, 2, 9),
        Outcome = DealOutcome.Won,
        Value = 100,
    };

    [Fact]
    public void A_deal_waits_from_its_start_to_its_end()
    {
        var cohort = Build(new RecordSet { Deals = [Won] }).Single();

        (cohort.Clock, cohort.Ending, cohort.Age, cohort.Count, cohort.Value).Should().Be((Clock.DealToClose, Ending.Reached, 30, 1, 100));
        (cohort.Cell.Month, cohort.EndMonth).Should().Be((new Month(2025, 1), new Month(2025, 2)));
    }

    [Fact]
    public void An_open_deal_keeps_the_day_on_which_it_began()
    {
        var cohort = Build(new RecordSet { Deals = [Won with { Outcome = DealOutcome.Open, ClosedOn = null }] }).Single();

        (cohort.Ending, cohort.Age, cohort.EndMonth.IsKnown).Should().Be((Ending.Open, 10, false));
    }

    [Fact]
    public void A_closed_deal_without_a_day_of_closing_tells_of_no_wait()
    {
        Build(new RecordSet { Deals = [Won with { ClosedOn = null }] }).Should().BeEmpty();
    }

    [Fact]
    public void Deals_alike_are_one_row()
    {
        var cohort = Build(new RecordSet { Deals = [Won, Won with { Id = "2", Value = 50 }] }).Single();

        (cohort.Count, cohort.Value).Should().Be((2, 150));
    }

    [Fact]
    public void A_stage_entered_twice_counts_once()
    {
        var changes = new[] { ("a", "Contact", 10), ("b", "Offer", 15), ("c", "Contact", 20), ("d", "Offer", 25) }
            .Select(change => new StageChange { Source = "crm", Id = change.Item1, Deal = "1", Stage = change.Item2, EnteredOn = new(2025, 1, change.Item3) });

        var stages = Build(new RecordSet { Deals = [Won], StageChanges = [.. changes] }).Where(cohort => cohort.Clock == Clock.Stage);

        stages.Select(cohort => (cohort.Stage, cohort.Age, cohort.Ending)).Should().Equal(("Contact", 5, Ending.Reached), ("Offer", 5, Ending.Reached));
    }

    [Fact]
    public void A_lead_waits_for_its_deal_in_days_and_for_contact_in_hours()
    {
        var lead = new Lead { Source = "crm", Id = "1", CreatedAt = new(2025, 1, 1, 8, 0, 0), FirstContactAt = new(2025, 1, 2, 9, 30, 0), DisqualifiedOn = new(2025, 1, 11) };

        var cohorts = Build(new RecordSet { Leads = [lead, lead with { Id = "2", IsDuplicate = true }] });

        cohorts.Select(cohort => (cohort.Clock, cohort.Ending, cohort.Age, cohort.Count)).Should()
            .Equal((Clock.LeadToDeal, Ending.Missed, 10, 1), (Clock.LeadToContact, Ending.Reached, 25, 1));
    }

    [Fact]
    public void An_open_case_goes_on()
    {
        Build(new RecordSet { Cases = [new Case { Source = "desk", Id = "1", OpenedAt = new(2025, 1, 5) }] }).Single()
            .Should().Match<Cohort>(cohort => cohort.Clock == Clock.CaseToClose && cohort.Ending == Ending.Open && cohort.Age == 5);
    }

    private static IReadOnlyCollection<Cohort> Build(RecordSet records) => [.. CohortRules.Build(records, Organisation.Unknown).SelectMany(group => group.Cohorts)];
}
