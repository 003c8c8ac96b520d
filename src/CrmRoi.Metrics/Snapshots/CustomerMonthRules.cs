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
        var days = records.Orders.Where(order => !order.IsCancelled && order.Lines != 0).SelectMany(order => Of(order, organisation))
            .Concat(records.Deals.SelectMany(deal => Of(deal, organisation)))
            .Concat(records.Customers.Where(customer => customer == organisation.CustomerOf(customer.Name)).SelectMany(Of));
        return days
            .Where(day => months is null || months.Contains(day.Row.Month))
            .GroupBy(day => (day.Row.Customer.ToUpperInvariant(), day.Row.Month, day.Row.Kind))
            .Select(Merge);
    }

    private static IEnumerable<Dated> Of(Order order, Organisation organisation)
    {
        if (string.IsNullOrWhiteSpace(order.Customer))
        {
            yield break;
        }

        var customer = organisation.CustomerOf(order.Customer);
        var region = CellRules.RegionOf(order.Region, CellRules.CellOf(order.PlacedOn, order.Rep, organisation).Region, customer);
        yield return Purchase(CustomerMonthKind.Order, order, order.Customer, order.PlacedOn, customer, (region, null, order.Channel), order.Revenue, order.CostOfGoods);
    }

    private static IEnumerable<Dated> Of(Deal deal, Organisation organisation)
    {
        if (deal is not { Outcome: DealOutcome.Won, ClosedOn: { } wonOn } || string.IsNullOrWhiteSpace(deal.Customer))
        {
            yield break;
        }

        var cell = CellRules.DealCell(deal, wonOn, organisation);
        yield return Purchase(
            CustomerMonthKind.Deal, deal, deal.Customer, wonOn, organisation.CustomerOf(deal.Customer), (cell.Region, cell.Segment, cell.Channel), deal.Value ?? 0, deal.CostOfGoods);
    }

    private static IEnumerable<Dated> Of(Customer customer)
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

    private static Dated Purchase(
        CustomerMonthKind kind, Record record, string name, DateOnly on, Customer? customer,
        (string? Region, string? Segment, string? Channel) own, decimal revenue, decimal? costOfGoods) => new(on, record.Source, record.Id, new(
            (customer?.Name ?? name).Trim(), Month.Of(on), kind,
            Cell.MemberOf(customer?.Region ?? own.Region), Cell.MemberOf(customer?.Segment ?? own.Segment), Cell.MemberOf(customer?.Channel ?? own.Channel),
            1 << (on.Day - 1), 1, revenue, costOfGoods is null ? 0 : revenue, costOfGoods is { } cost ? revenue - cost : 0));

    // The first purchase of the month says where the customer belongs, in an order that does not depend on how records are read.
    private static CustomerMonth Merge(IEnumerable<Dated> same)
    {
        var rows = same.OrderBy(dated => dated.Day).ThenBy(dated => dated.Source, StringComparer.Ordinal).ThenBy(dated => dated.Id, StringComparer.Ordinal)
            .Select(dated => dated.Row).ToList();
        return rows.Skip(1).Aggregate(rows[0], (sum, row) => sum with
        {
            Days = sum.Days | row.Days,
            Purchases = sum.Purchases + row.Purchases,
            Revenue = sum.Revenue + row.Revenue,
            CostedRevenue = sum.CostedRevenue + row.CostedRevenue,
            Margin = sum.Margin + row.Margin,
        });
    }

    private readonly record struct Dated(DateOnly Day, string Source, string Id, CustomerMonth Row);
}
