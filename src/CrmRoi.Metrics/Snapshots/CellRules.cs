using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>In which cell a record counts: its own dimensions, then those of its rep at that time, then those of its customer.</summary>
internal static class CellRules
{
    public static Cell DealCell(Deal deal, DateOnly day, Organisation organisation) => DealCell(deal, Month.Of(day), organisation.PersonAt(deal.Rep, day), organisation);

    public static Cell DealCell(Deal deal, Month month, Person? rep, Organisation organisation)
    {
        var customer = organisation.CustomerOf(deal.Customer);
        return new(month)
        {
            Rep = Cell.MemberOf(deal.Rep),
            Team = Cell.MemberOf(rep?.Team),
            Region = RegionOf(deal.Region, Cell.MemberOf(rep?.Region), customer),
            Segment = Cell.MemberOf(deal.Segment ?? customer?.Segment),
            Channel = Cell.MemberOf(deal.Channel),
            Campaign = Cell.MemberOf(deal.Campaign),
            Product = Cell.MemberOf(deal.Product),
        };
    }

    public static Cell LeadCell(Lead lead, DateOnly day, Organisation organisation)
    {
        var cell = CellOf(day, lead.Rep, organisation);
        return cell with
        {
            Region = RegionOf(lead.Region, cell.Region, null),
            Segment = Cell.MemberOf(lead.Segment),
            Channel = Cell.MemberOf(lead.Channel),
            Campaign = Cell.MemberOf(lead.Campaign),
        };
    }

    public static Cell CellOf(DateOnly day, string? rep, Organisation organisation)
    {
        var person = organisation.PersonAt(rep, day);
        return new Cell(Month.Of(day))
        {
            Rep = Cell.MemberOf(rep),
            Team = Cell.MemberOf(person?.Team),
            Region = Cell.MemberOf(person?.Region),
        };
    }

    public static string RegionOf(string? own, string ofRep, Customer? customer) =>
        own is not null ? Cell.MemberOf(own) : ofRep != Cell.Unassigned ? ofRep : Cell.MemberOf(customer?.Region);
}

/// <summary>What one record adds to one cell.</summary>
/// <param name="Cell">Where.</param>
/// <param name="Snapshot">What.</param>
public readonly record struct Contribution(Cell Cell, Snapshot Snapshot);
