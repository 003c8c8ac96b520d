using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>What customers' purchases and dates count as, by customer and month.</summary>
public static class CustomerMonthRules
{
    /// <summary>The customer months of records: orders placed and deals won by somebody named, first purchases and ends of contracts.</summary>
    /// <param name="records">At least every record that counts in the months wanted.</param>
    /// <param name="organisation">Which segment and region a customer belongs to.</param>
    /// <param name="months">The months wanted; every one when none is given.</param>
    /// <remarks>
    /// Orders and deals are kept apart, because both may tell of the same sale: <see cref="CustomerBook"/> reads one of them. Of customers of one
    /// name only the first in the order of source and id says when it came and went, as everywhere.
    /// </remarks>
    public static IEnumerable<CustomerMonth> Build(RecordSet records, Organisation organisation, IReadOnlySet<Month>? months = null)
    {
        var tally = new CustomerMonthTally(organisation, months);
        tally.Add(records);
        return tally.Months;
    }

    /// <summary>What the records tell of, one by one, without the deals.</summary>
    internal static IEnumerable<CustomerDay> OfOthers(RecordSet records, Organisation organisation) => records.Orders
        .Where(order => !order.IsCancelled && order.Lines != 0).SelectMany(order => Of(order, organisation))
        .Concat(records.Customers.Where(customer => customer == organisation.CustomerOf(customer.Name)).SelectMany(Of));

    private static IEnumerable<CustomerDay> Of(Order order, Organisation organisation)
    {
        if (string.IsNullOrWhiteSpace(order.Customer))
        {
            yield break;
        }

        var customer = organisation.CustomerOf(order.Customer);
        var region = CellRules.RegionOf(order.Region, CellRules.CellOf(order.PlacedOn, order.Rep, organisation).Region, customer);
        yield return Purchase(CustomerMonthKind.Order, order, order.Customer, order.PlacedOn, customer, (region, null, order.Channel), order.Revenue, order.CostOfGoods);
    }

    /// <summary>On which day somebody named bought; none where nobody did.</summary>
    internal static DateOnly? DayOf(Deal deal) => deal.Outcome == DealOutcome.Won && !string.IsNullOrWhiteSpace(deal.Customer) ? deal.ClosedOn : null;

    /// <summary>What a deal tells of.</summary>
    /// <param name="deal">One that somebody named bought.</param>
    /// <param name="wonOn">When.</param>
    /// <param name="cell">Where it counts on that day.</param>
    /// <param name="customer">Who bought, if they are known.</param>
    internal static CustomerDay Of(Deal deal, DateOnly wonOn, Cell cell, Customer? customer) =>
        Purchase(CustomerMonthKind.Deal, deal, deal.Customer!, wonOn, customer, (cell.Region, cell.Segment, cell.Channel), deal.Value ?? 0, deal.CostOfGoods);

    private static IEnumerable<CustomerDay> Of(Customer customer)
    {
        foreach (var (kind, day) in new[] { (CustomerMonthKind.Start, customer.Since), (CustomerMonthKind.End, customer.Ended) })
        {
            if (day is { } on)
            {
                var dated = Purchase(kind, customer, customer.Name, on, customer, default, 0, null);
                yield return dated with { Row = dated.Row with { Purchases = 0 } };
            }
        }
    }

    private static CustomerDay Purchase(
        CustomerMonthKind kind, Record record, string name, DateOnly on, Customer? customer,
        (string? Region, string? Segment, string? Channel) own, decimal revenue, decimal? costOfGoods) => new(on, record.Source, record.Id, new(
            (customer?.Name ?? name).Trim(), Month.Of(on), kind,
            Cell.MemberOf(customer?.Region ?? own.Region), Cell.MemberOf(customer?.Segment ?? own.Segment), Cell.MemberOf(customer?.Channel ?? own.Channel),
            1 << (on.Day - 1), 1, revenue, costOfGoods is null ? 0 : revenue, costOfGoods is { } cost ? revenue - cost : 0));
}

/// <summary>What one record tells of a customer.</summary>
/// <param name="Day">When.</param>
/// <param name="Source">Where the record came from.</param>
/// <param name="Id">Its id there.</param>
/// <param name="Row">The customer month that it would be alone.</param>
internal readonly record struct CustomerDay(DateOnly Day, string Source, string Id, CustomerMonth Row);
