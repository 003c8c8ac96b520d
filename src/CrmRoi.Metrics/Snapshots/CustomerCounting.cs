namespace CrmRoi.Metrics.Snapshots;

/// <summary>Counts customers by identity: one pass over them answers every metric of a window.</summary>
internal static class CustomerCounting
{
    public static CustomerCount Of(CustomerBook book, Window window, Filter filter)
    {
        var (from, to) = (window.From.FirstDay.DayNumber, Math.Min(window.To.LastDay.DayNumber, book.AsOf.DayNumber));
        var sum = new Sum();
        foreach (var customer in book.In(filter))
        {
            sum.Add(customer, window, from, to);
        }

        var canTell = book.LossesKnownFrom is { } known && known <= window.From.FirstDay;
        var count = sum.Count;
        return count with
        {
            Lost = canTell ? count.Lost : null,
            Intervals = sum.Gaps.Values.Sum(),
            MedianInterval = MedianOf(sum.Gaps),
            MonthlyDiscount = book.Rules.MonthlyDiscount,
        };
    }

    public static ExpectedValue ExpectedOf(CustomerBook book, Filter filter)
    {
        var expected = book.Forecast.IsFitted ? book.In(filter).Select(book.Forecast.ValueOf).OfType<double>().ToList() : [];
        return new(expected.Count == 0 ? null : (decimal)expected.Sum(), expected.Count);
    }

    public static IReadOnlyList<CustomerCohort> CohortsOf(CustomerBook book, Filter filter)
    {
        var cohorts = new SortedDictionary<Month, int[]>();
        foreach (var customer in book.In(filter).Where(customer => customer.Lines.Length > 0))
        {
            var first = customer.Lines[0].Month;
            if (customer.Since is { } since && Month.Of(since) < book.Horizon.From)
            {
                continue;
            }

            if (!cohorts.TryGetValue(first, out var active))
            {
                cohorts[first] = active = new int[first.MonthsUntil(book.Horizon.To) + 1];
            }

            foreach (var line in customer.Lines)
            {
                active[first.MonthsUntil(line.Month)]++;
            }
        }

        return [.. cohorts.Select(cohort => new CustomerCohort(cohort.Key, cohort.Value))];
    }

    public static IReadOnlyList<DueCustomer> DueOf(CustomerBook book, Filter filter)
    {
        var today = book.AsOf.DayNumber;
        return
        [
            .. book.In(filter)
                .Where(customer => customer is { HasContract: false, LastPurchase: not null } && customer.Spells is [.., var spell] && spell.Gone > today)
                .Select(customer => (Customer: customer, Last: customer.LastPurchase!.Value, Usual: customer.OwnInterval ?? book.UsualInterval ?? 0))
                .Select(due => new DueCustomer(
                    due.Customer, due.Last, due.Usual, due.Customer.OwnInterval is not null, today - due.Last.DayNumber - (int)Math.Ceiling(due.Usual)))
                .Where(due => due.Overdue > 0)
                .OrderByDescending(due => due.Overdue).ThenBy(due => due.Customer.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The median of so many of each length; none of nothing.</summary>
    public static decimal? MedianOf(SortedDictionary<int, int> lengths)
    {
        var count = lengths.Values.Sum();
        return count == 0 ? null : (At((count - 1) / 2) + At(count / 2)) / 2m;

        int At(int rank)
        {
            foreach (var (length, times) in lengths)
            {
                rank -= times;
                if (rank < 0)
                {
                    return length;
                }
            }

            throw new InvalidOperationException("There are fewer.");
        }
    }

    // Plain fields: this runs once for each customer, and there may be a million.
    private sealed class Sum
    {
        private int customers, buyers, repeatBuyers, fresh, lost, atStart, stillThere, soFar;
        private long purchases;
        private decimal purchaseSquares, revenue, revenueSquares, value, valueSoFar, months;

        public SortedDictionary<int, int> Gaps { get; } = [];

        public CustomerCount Count => new()
        {
            Customers = customers,
            Buyers = buyers,
            RepeatBuyers = repeatBuyers,
            New = fresh,
            Lost = lost,
            AtStart = atStart,
            StillThere = stillThere,
            CustomerMonths = months,
            Purchases = purchases,
            PurchaseSquares = purchaseSquares,
            Revenue = revenue,
            RevenueSquares = revenueSquares,
            Value = value,
            CustomersSoFar = soFar,
            ValueSoFar = valueSoFar,
        };

        public void Add(CustomerRecord customer, Window window, int from, int to)
        {
            var isUnderContract = AddPresence(customer, from, to);
            var hasBought = AddPurchases(customer, window, from, to);
            customers += isUnderContract || hasBought ? 1 : 0;
            fresh += customer.First is { } first && first >= from && first <= to ? 1 : 0;
        }

        private bool AddPresence(CustomerRecord customer, int from, int to)
        {
            var (wasAtStart, isAtEnd, isUnderContract) = (false, false, false);
            foreach (var (begun, gone) in customer.Spells)
            {
                wasAtStart |= begun < from && gone >= from;
                isAtEnd |= begun <= to && gone > to;
                isUnderContract |= customer.HasContract && begun <= to && gone > from;
                lost += gone >= from && gone <= to ? 1 : 0;
                months += MonthsBetween(Math.Max(begun, from), Math.Min(gone, to + 1));
            }

            atStart += wasAtStart ? 1 : 0;
            stillThere += wasAtStart && isAtEnd ? 1 : 0;
            return isUnderContract;
        }

        private bool AddPurchases(CustomerRecord customer, Window window, int from, int to)
        {
            var (count, sum, brought, everBrought, hasEver) = (0, 0m, 0m, 0m, false);
            foreach (var line in customer.Lines)
            {
                if (line.Month > window.To)
                {
                    break;
                }

                (everBrought, hasEver) = (everBrought + line.Value, true);
                if (line.Month >= window.From)
                {
                    (count, sum, brought) = (count + line.Purchases, sum + line.Revenue, brought + line.Value);
                }
            }

            soFar += hasEver ? 1 : 0;
            valueSoFar += everBrought;
            if (count == 0)
            {
                return false;
            }

            buyers++;
            repeatBuyers += count > 1 ? 1 : 0;
            purchases += count;
            purchaseSquares += (decimal)count * count;
            revenue += sum;
            revenueSquares += sum * sum;
            value += brought;
            AddGaps(customer.Days, from, to);
            return true;
        }

        private void AddGaps(ReadOnlySpan<int> days, int from, int to)
        {
            for (var i = 1; i < days.Length; i++)
            {
                if (days[i] >= from && days[i] <= to)
                {
                    Gaps[days[i] - days[i - 1]] = Gaps.GetValueOrDefault(days[i] - days[i - 1]) + 1;
                }
            }
        }

        // From the start of one day to the start of another, each month by its own days.
        private static decimal MonthsBetween(int from, int to) => to <= from ? 0 : PositionOf(to) - PositionOf(from);

        private static decimal PositionOf(int day)
        {
            var date = DateOnly.FromDayNumber(day);
            return Month.Of(date).Index + (date.Day == 1 ? 0 : (date.Day - 1) / (decimal)DateTime.DaysInMonth(date.Year, date.Month));
        }
    }
}

/// <summary>What the customers of a part of the business are expected to bring.</summary>
/// <param name="Sum">All of it; none where no model holds.</param>
/// <param name="Customers">Of how many customers.</param>
internal sealed record ExpectedValue(decimal? Sum, int Customers);
