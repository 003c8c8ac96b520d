using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Attribution;

/// <summary>Touches, and the journeys that they were part of.</summary>
/// <remarks>
/// A touch that names a deal is that deal's; one that names only a lead belongs to the deals that came from it; one that names only
/// a customer belongs to every deal of that customer. What comes after the end of a journey, or longest before it, is left out.
/// </remarks>
public sealed class TouchIndex
{
    private readonly ILookup<(string Source, string? Id), Touch> byDeal;
    private readonly ILookup<(string Source, string? Id), Touch> byLead;
    private readonly ILookup<string, Touch> byCustomer;

    /// <summary>Finds touches by whom they reached.</summary>
    public TouchIndex(IEnumerable<Touch> touches)
    {
        var all = touches.ToLookup(touch => touch switch { { Deal: not null } => 'd', { Lead: not null } => 'l', { Customer: not null } => 'c', _ => ' ' });
        byDeal = all['d'].ToLookup(touch => (touch.Source, touch.Deal));
        byLead = all['l'].ToLookup(touch => (touch.Source, touch.Lead));
        byCustomer = all['c'].ToLookup(touch => touch.Customer!.Trim(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The journeys of deals that were won or lost. What is still open has not ended, and tells nothing yet.</summary>
    public IEnumerable<Journey> JourneysOf(IEnumerable<Deal> deals) => deals
        .Where(deal => deal is { Outcome: not DealOutcome.Open, ClosedOn: not null })
        .Select(deal => Journey.Of(deal, byDeal[(deal.Source, deal.Id)]
            .Concat(deal.Lead is null ? [] : byLead[(deal.Source, deal.Lead)])
            .Concat(deal.Customer is null ? [] : byCustomer[deal.Customer.Trim()])));

    /// <summary>The journeys of leads that were given up before they became a deal.</summary>
    public IEnumerable<Journey> JourneysOf(IEnumerable<Lead> leads) => leads
        .Where(Journey.IsGivenUp)
        .Select(lead => Journey.Of(lead, byLead[(lead.Source, lead.Id)]));
}
