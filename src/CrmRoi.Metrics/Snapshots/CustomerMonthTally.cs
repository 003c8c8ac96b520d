using System.Runtime.InteropServices;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>Sums what customers' purchases and dates count as, some records at a time.</summary>
/// <param name="organisation">Which segment and region a customer belongs to.</param>
/// <param name="months">The months wanted; every one when none is given.</param>
public sealed class CustomerMonthTally(Organisation organisation, IReadOnlySet<Month>? months = null)
{
    private readonly Dictionary<Key, Sum> sums = new(new SameCustomer());

    /// <summary>The customer months of the records so far.</summary>
    public IEnumerable<CustomerMonth> Months => sums.Values.Select(sum => sum.Row);

    /// <summary>Adds records that were not added yet.</summary>
    public void Add(RecordSet records)
    {
        foreach (var day in CustomerMonthRules.Of(records, organisation))
        {
            if (months is null || months.Contains(day.Row.Month))
            {
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, new(day.Row.Customer, day.Row.Month, day.Row.Kind), out var isKnown);
                sum = isKnown ? sum.With(day) : new(day, day.Row);
            }
        }
    }

    private readonly record struct Key(string Customer, Month Month, CustomerMonthKind Kind);

    // The first purchase of the month says where the customer belongs, in an order that does not depend on how records are read.
    private readonly record struct Sum(CustomerDay First, CustomerMonth Row)
    {
        public Sum With(CustomerDay day)
        {
            var first = IsBefore(day, First) ? day : First;
            return new(first, first.Row with
            {
                Days = Row.Days | day.Row.Days,
                Purchases = Row.Purchases + day.Row.Purchases,
                Revenue = Row.Revenue + day.Row.Revenue,
                CostedRevenue = Row.CostedRevenue + day.Row.CostedRevenue,
                Margin = Row.Margin + day.Row.Margin,
            });
        }

        private static bool IsBefore(CustomerDay left, CustomerDay right) =>
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
