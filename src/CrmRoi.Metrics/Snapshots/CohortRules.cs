using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>Which waits each record tells of, when they began, and how they ended.</summary>
/// <remarks>
/// A stage counts from the first time a deal enters it until the deal goes on: to a stage whose place is later, to one of which no place is
/// known, or to its closing. Going back ends nothing: the clock of a stage runs on until the deal gets past it, so a deal that goes back and forth
/// counts once in each stage. A stage that is skipped counts nowhere. Where no places are known, every change to another stage goes on. Stages
/// that are ignored count as the one before; stages that are won or lost are an end and no stage.
/// </remarks>
public static class CohortRules
{
    /// <summary>The waits of records, summed by what they have in common.</summary>
    public static IReadOnlyList<CohortGroup> Build(RecordSet records, Organisation organisation, StageRules? rules = null)
    {
        var tally = new CohortTally(organisation, rules ?? StageRules.None);
        tally.Add(records);
        return [.. tally.Groups];
    }

    /// <summary>The waits that records tell of, one by one, without those of deals as a whole; those in stages of deals all of whose changes are among the records.</summary>
    internal static IEnumerable<Cohort> OfOthers(RecordSet records, Organisation organisation, StageRules rules) => records.Leads.Where(lead => !lead.IsDuplicate).SelectMany(lead => Of(lead, organisation))
        .Concat(records.Cases.Select(@case => Of(@case, organisation)))
        .Concat(InStages(records, organisation, rules));

    /// <summary>The waits in stages.</summary>
    internal static IEnumerable<Cohort> InStages(RecordSet records, Organisation organisation, StageRules rules)
    {
        if (records.StageChanges.Count == 0)
        {
            return [];
        }

        var deals = records.Deals.Where(TellsOfWaits).ToDictionary(deal => (deal.Source, deal.Id));
        return records.StageChanges
            .GroupBy(change => (change.Source, change.Deal))
            .Where(group => deals.ContainsKey(group.Key))
            .SelectMany(group => OfStages(deals[group.Key], [.. group.OrderBy(c => c.EnteredOn).ThenBy(c => c.Id, StringComparer.Ordinal)], organisation, rules));
    }

    /// <summary>Whether a deal tells of waits. One that is closed, nobody knows when, does not: how long it took is not known.</summary>
    internal static bool TellsOfWaits(Deal deal) => deal.Outcome == DealOutcome.Open || deal.ClosedOn is not null;

    /// <summary>When the wait of a deal as a whole began and ended, and how.</summary>
    internal static (DateOnly? Start, DateOnly? End, Ending Ending) Of(Deal deal) => deal.Outcome switch
    {
        DealOutcome.Won => (deal.StartedOn, deal.ClosedOn, Ending.Reached),
        DealOutcome.Lost => (deal.StartedOn, deal.ClosedOn, Ending.Missed),
        _ => (deal.StartedOn, null, Ending.Open),
    };

    /// <summary>The age of a wait in days, as in <see cref="Cohort.Age"/>.</summary>
    internal static int AgeOf(DateOnly? start, DateOnly? end) => (start, end) switch
    {
        ({ } from, { } to) => Math.Max(0, to.DayNumber - from.DayNumber),
        ({ } from, null) => from.Day,
        _ => 0,
    };

    private static IEnumerable<Cohort> Of(Lead lead, Organisation organisation)
    {
        var created = DateOnly.FromDateTime(lead.CreatedAt);
        var cell = CellRules.LeadCell(lead, created, organisation);
        var (end, ending) = (lead.ConvertedOn, lead.DisqualifiedOn) switch
        {
            ({ } converted, _) => (converted, Ending.Reached),
            (_, { } given) => (given, Ending.Missed),
            _ => ((DateOnly?)null, Ending.Open),
        };
        yield return Wait(Clock.LeadToDeal, cell, "", created, end, ending);
        yield return Hours(Clock.LeadToContact, cell, lead.CreatedAt, lead.FirstContactAt);
    }

    private static Cohort Of(Case @case, Organisation organisation)
    {
        var opened = CountingRules.Of(@case, organisation).First().Cell;
        return Hours(Clock.CaseToClose, opened, @case.OpenedAt, @case.ClosedAt);
    }

    private static IEnumerable<Cohort> OfStages(Deal deal, StageChange[] changes, Organisation organisation, StageRules rules)
    {
        var visits = changes.Select(change => (change.EnteredOn, Rule: rules.Of(change.Stage))).Where(visit => visit.Rule.Kind != StageKind.Ignored).ToList();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < visits.Count; i++)
        {
            var (enteredOn, rule) = visits[i];
            if (rule.Kind != StageKind.Open || !seen.Add(rule.Standard))
            {
                continue;
            }

            var next = visits.Skip(i + 1).Where(visit => GoesOn(rule, visit.Rule)).Select(visit => ((DateOnly EnteredOn, StageRule Rule)?)visit).FirstOrDefault();
            var (end, ending) = next is { } left ? (left.EnteredOn, left.Rule.Kind == StageKind.Lost ? Ending.Missed : Ending.Reached) : deal.Outcome switch
            {
                DealOutcome.Won => (deal.ClosedOn, Ending.Reached),
                DealOutcome.Lost => (deal.ClosedOn, Ending.Missed),
                _ => ((DateOnly?)null, Ending.Open),
            };
            yield return Wait(Clock.Stage, CellRules.DealCell(deal, enteredOn, organisation), rule.Standard, enteredOn, end, ending);
        }
    }

    private static bool GoesOn(StageRule from, StageRule to) =>
        to.Kind != StageKind.Open
        || (!string.Equals(from.Standard, to.Standard, StringComparison.OrdinalIgnoreCase) && (from.Order is null || to.Order is null || to.Order > from.Order));

    private static Cohort Wait(Clock clock, Cell cell, string stage, DateOnly start, DateOnly? end, Ending ending) =>
        new(clock, cell, stage, ending, end is { } day ? Month.Of(day) : default, AgeOf(start, end), 1, 0);

    private static Cohort Hours(Clock clock, Cell cell, DateTime start, DateTime? end) => end is { } at
        ? new(clock, cell, "", Ending.Reached, Month.Of(at), (int)Math.Clamp((at - start).TotalHours, 0, 1_000_000), 1, 0)
        : new(clock, cell, "", Ending.Open, default, start.Day, 1, 0);
}
