using System.Collections.Concurrent;
using CrmRoi.Metrics.Lifetime;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>Every customer with its purchases by month, at one state of the data: for distinct customers, retention and lifetimes.</summary>
/// <remarks>
/// Purchases are orders where there are any, otherwise deals won: both may tell of the same sale. Nothing in it changes; the count of a window and
/// part of the business is made once and kept, so a page costs the same however many records there are.
/// </remarks>
public sealed class CustomerBook
{
    private const int MostKept = 1024;

    private readonly ConcurrentDictionary<(Window Window, Filter Filter), CustomerCount> counts = new();
    private readonly ConcurrentDictionary<Filter, ExpectedValue> expected = new();
    private readonly Lazy<CustomerForecast> forecast;

    private CustomerBook(CustomerRecord[] customers, CustomerMonthKind kind, DateOnly asOf, CustomerRules rules)
    {
        Customers = customers;
        PurchasesAre = kind;
        AsOf = asOf;
        Rules = rules;
        var months = customers.SelectMany(customer => customer.Lines.Length == 0 ? [] : new[] { customer.Lines[0].Month, customer.Lines[^1].Month }).ToList();
        Horizon = months.Count == 0 ? new Window(Month.At(1), Month.At(0)) : new Window(months.Min(), Month.Max(months.Max(), Month.Of(asOf)));
        var gaps = new SortedDictionary<int, int>();
        foreach (var length in customers.SelectMany(customer => customer.Gaps()).Select(gap => gap.Length))
        {
            gaps[length] = gaps.GetValueOrDefault(length) + 1;
        }

        UsualInterval = CustomerCounting.MedianOf(gaps);
        HasContracts = customers.Any(customer => customer.Ended is not null);
        foreach (var customer in customers)
        {
            customer.Settle(rules, UsualInterval, HasContracts);
        }

        forecast = new(() => CustomerForecast.Of(this));
    }

    /// <summary>No customer.</summary>
    public static CustomerBook Empty { get; } = new([], CustomerMonthKind.Order, DateOnly.MinValue, new());

    /// <summary>The customers, by name.</summary>
    public IReadOnlyList<CustomerRecord> Customers { get; }

    /// <summary>What purchases are: <see cref="CustomerMonthKind.Order"/> or <see cref="CustomerMonthKind.Deal"/>.</summary>
    public CustomerMonthKind PurchasesAre { get; }

    /// <summary>The last day that the figures tell of.</summary>
    public DateOnly AsOf { get; }

    /// <summary>What is assumed of customers.</summary>
    public CustomerRules Rules { get; }

    /// <summary>The months from the first purchase to the last day of the figures; empty without purchases.</summary>
    public Window Horizon { get; }

    /// <summary>The median of the days between purchases of all customers; none where nobody bought on two days.</summary>
    public decimal? UsualInterval { get; }

    /// <summary>Whether any contract has an end: then customers whose start is known and whose end is not are taken to have one that goes on.</summary>
    public bool HasContracts { get; }

    /// <summary>
    /// The first day from which losses can be seen: silence is none before the records are as old as it must be long, so that young records show
    /// hardly any loss whatever happens. None where nothing tells who is lost; the first day there is where every customer has a contract.
    /// </summary>
    public DateOnly? LossesKnownFrom => Customers.Count > 0 && Customers.All(customer => customer.HasContract) ? DateOnly.MinValue
        : UsualInterval is { } usual && !Horizon.IsEmpty ? Horizon.From.FirstDay.AddDays((int)Math.Ceiling(Rules.LostAfter * usual))
        : null;

    /// <summary>How often customers come back and what they may bring; fitted when first asked for.</summary>
    public CustomerForecast Forecast => forecast.Value;

    /// <summary>Makes the book.</summary>
    /// <param name="rows">Customer months, in any order.</param>
    /// <param name="asOf">The last day that the figures tell of.</param>
    /// <param name="rules">What is assumed.</param>
    public static CustomerBook Of(IReadOnlyCollection<CustomerMonth> rows, DateOnly asOf, CustomerRules? rules = null)
    {
        var kind = rows.Any(row => row.Kind == CustomerMonthKind.Order) ? CustomerMonthKind.Order : CustomerMonthKind.Deal;
        var customers = rows.Where(row => row.Kind == kind || row.Kind is CustomerMonthKind.Start or CustomerMonthKind.End)
            .GroupBy(row => row.Customer, StringComparer.OrdinalIgnoreCase)
            .Select(customer => new CustomerRecord(customer))
            .OrderBy(customer => customer.Name, StringComparer.OrdinalIgnoreCase).ThenBy(customer => customer.Name, StringComparer.Ordinal);
        return new([.. customers], kind, asOf, rules ?? new());
    }

    /// <summary>Answers a metric for a window.</summary>
    /// <returns>The answer; undefined where no purchase is known of the window's months.</returns>
    public Reading Read(CustomerMetric metric, Window window, Filter filter)
    {
        var known = window.Intersect(Horizon);
        if (known.IsEmpty || (metric.IsOfTheLastDay && window.To < Month.Of(AsOf.AddDays(1)).Plus(-1)))
        {
            return Reading.Undefined;
        }

        var count = CountOf(known, filter);
        return metric.Answer(metric.IsOfTheLastDay ? WithExpected(count, filter) : count);
    }

    /// <summary>What the customers of a part of the business did in a window.</summary>
    public CustomerCount CountOf(Window window, Filter filter)
    {
        if (counts.Count > MostKept)
        {
            counts.Clear();
        }

        return counts.GetOrAdd((window, filter), key => CustomerCounting.Of(this, key.Window, key.Filter));
    }

    // The models are fitted only for who asks: it takes seconds.
    private CustomerCount WithExpected(CustomerCount count, Filter filter)
    {
        var found = expected.GetOrAdd(filter, key => CustomerCounting.ExpectedOf(this, key));
        return count with { ExpectedValue = found.Sum, Expected = found.Customers };
    }

    /// <summary>The customers of a part of the business.</summary>
    public IEnumerable<CustomerRecord> In(Filter filter) => Customers.Where(customer =>
        (filter.Region is null || filter.Region == customer.Region)
        && (filter.Segment is null || filter.Segment == customer.Segment)
        && (filter.Channel is null || filter.Channel == customer.Channel));

    /// <summary>Of those who first bought in a month, how many bought in it and in each month after; the oldest month first.</summary>
    /// <remarks>
    /// Who first bought before the records start is in none; who is not known to have may be new to the records only, so the first months hold
    /// some who are older.
    /// </remarks>
    public IReadOnlyList<CustomerCohort> CohortsOf(Filter filter) => CustomerCounting.CohortsOf(this, filter);

    /// <summary>Who has bought nothing for longer than usual and is not lost, the longest overdue first.</summary>
    public IReadOnlyList<DueCustomer> DueOf(Filter filter) => CustomerCounting.DueOf(this, filter);
}

/// <summary>Customers who first bought in one month.</summary>
/// <param name="First">The month.</param>
/// <param name="Active">How many of them bought in it, and in each month after it to the last of the figures.</param>
public sealed record CustomerCohort(Month First, IReadOnlyList<int> Active)
{
    /// <summary>How many there are.</summary>
    public int Size => Active[0];
}

/// <summary>A customer who is due for a repeat contact.</summary>
/// <param name="Customer">Who.</param>
/// <param name="LastPurchase">When it last bought.</param>
/// <param name="Usual">After how many days it usually buys again: its own median, or that of all.</param>
/// <param name="IsOwn">Whether that is its own.</param>
/// <param name="Overdue">For how many days it has been due.</param>
public sealed record DueCustomer(CustomerRecord Customer, DateOnly LastPurchase, decimal Usual, bool IsOwn, int Overdue);
