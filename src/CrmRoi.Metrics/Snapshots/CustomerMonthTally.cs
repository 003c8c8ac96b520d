using System.Runtime.InteropServices;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>Sums what customers' purchases and dates count as, some records at a time.</summary>
public sealed class CustomerMonthTally
{
    private readonly Organisation organisation;
    private readonly IReadOnlySet<Month>? months;
    private readonly CellBook book;
    private readonly Dictionary<Key, Sum> sums = new(new SameCustomer());

    /// <summary>Nothing has been added.</summary>
    /// <param name="organisation">Which segment and region a customer belongs to.</param>
    /// <param name="months">The months wanted; every one when none is given.</param>
    public CustomerMonthTally(Organisation organisation, IReadOnlySet<Month>? months = null)
        : this(organisation, months, new(organisation))
    {
    }

    internal CustomerMonthTally(Organisation organisation, IReadOnlySet<Month>? months, CellBook book) =>
        (this.organisation, this.months, this.book) = (organisation, months, book);

    /// <summary>The customer months of the records so far.</summary>
    public IEnumerable<CustomerMonth> Months => sums.Values.Select(sum => sum.Row);

    /// <summary>Adds records that were not added yet.</summary>
    public void Add(RecordSet records)
    {
        foreach (var deal in records.Deals)
        {
            Add(deal);
        }

        AddOthers(records);
    }

    /// <summary>Adds a deal that was not added yet.</summary>
    internal void Add(Deal deal)
    {
        if (CustomerMonthRules.DayOf(deal) is { } wonOn && IsWanted(Month.Of(wonOn)))
        {
            Add(CustomerMonthRules.Of(deal, wonOn, book[book.PlaceOf(deal, wonOn)], organisation.CustomerOf(deal.Customer)));
        }
    }

    /// <summary>Adds records that were not added yet, all but the deals.</summary>
    internal void AddOthers(RecordSet records)
    {
        foreach (var day in CustomerMonthRules.OfOthers(records, organisation))
        {
            if (IsWanted(day.Row.Month))
            {
                Add(day);
            }
        }
    }

    private bool IsWanted(Month month) => months is null || months.Contains(month);

    private void Add(in CustomerDay day)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, new(day.Row.Customer, day.Row.Month, day.Row.Kind), out _);
        if (sum is null)
        {
            sum = new(day);
        }
        else
        {
            sum.Add(day);
        }
    }

    private readonly record struct Key(string Customer, Month Month, CustomerMonthKind Kind);

    // The first purchase of the month says where the customer belongs, in an order that does not depend on how records are read.
    private sealed class Sum(CustomerDay first)
    {
        private CustomerDay first = first;
        private int days = first.Row.Days;
        private int purchases = first.Row.Purchases;
        private decimal revenue = first.Row.Revenue;
        private decimal costedRevenue = first.Row.CostedRevenue;
        private decimal margin = first.Row.Margin;

        public CustomerMonth Row => first.Row with { Days = days, Purchases = purchases, Revenue = revenue, CostedRevenue = costedRevenue, Margin = margin };

        public void Add(in CustomerDay day)
        {
            days |= day.Row.Days;
            purchases += day.Row.Purchases;
            revenue += day.Row.Revenue;
            costedRevenue += day.Row.CostedRevenue;
            margin += day.Row.Margin;
            if (IsBefore(day, first))
            {
                first = day;
            }
        }

        private static bool IsBefore(in CustomerDay left, in CustomerDay right) =>
            left.Day != right.Day ? left.Day < right.Day
            : string.CompareOrdinal(left.Source, right.Source) is var source and not 0 ? source < 0
            : string.CompareOrdinal(left.Id, right.Id) < 0;
    }

    private sealed class SameCustomer : IEqualityComparer<Key>
    {
        public bool Equals(Key x, Key y) => x.Month == y.Month && x.Kind == y.Kind && string.Equals(x.Customer, y.Customer, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode(Key obj) => HashCode.Combine(obj.Month.Index, obj.Kind, obj.Customer.GetHashCode(StringComparison.OrdinalIgnoreCase));
    }
}
