using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Snapshots;

public sealed class CustomerBookTests
{
    private static readonly DateOnly AsOf = new(2025, 12, 31);
    private static readonly Window Year = new(new(2025, 1), new(2025, 12));

    // The usual interval is 30 days: Ada and Bob return after 30 each time, so who buys nothing for 90 days is lost.
    private static readonly Order[] Orders =
    [
        .. Every30Days("Ada", "2024-10-01", 15), // to 2025-11-25: stays
        .. Every30Days("Bob", "2024-10-01", 6), // to 2025-02-28: lost on 2025-05-30
        Placed("Cleo", "2025-03-10", 500),
    ];

    [Fact]
    public void Distinct_customers_their_purchases_and_repeat_share_are_counted_by_identity()
    {
        var book = Book(Orders);

        Read(book, LoyaltyMetrics.Customers).Value.Should().Be(3);
        Read(book, LoyaltyMetrics.RepeatRate).Should().Be(new Reading(2m / 3, 2, 3));
        Read(book, LoyaltyMetrics.OrdersPerCustomer).Numerator.Should().Be(11 + 2 + 1);
        Read(book, LoyaltyMetrics.RevenuePerCustomer).Should().Be(new Reading(1800m / 3, 1800, 3));
        Read(book, LoyaltyMetrics.RepeatInterval).Should().Be(new Reading(30, 30, 13));
    }

    [Fact]
    public void Retention_is_of_those_there_at_the_start_and_new_customers_do_not_make_up_for_lost_ones()
    {
        var book = Book(Orders);

        Read(book, LoyaltyMetrics.Retention).Should().Be(new Reading(0.5m, 1, 2));
        Read(book, LoyaltyMetrics.LostCustomers).Value.Should().Be(2, "Bob in May and Cleo in June");
        Read(book, LoyaltyMetrics.Retention, new(new(2024, 10), new(2024, 12))).Value.Should().BeNull("nobody was there at the start");
    }

    [Fact]
    public void Losses_are_unknown_until_the_records_are_as_old_as_the_silence_that_tells_of_them()
    {
        var book = Book(Orders);

        book.LossesKnownFrom.Should().Be(new DateOnly(2024, 12, 30));
        Read(book, LoyaltyMetrics.Retention, new(new(2024, 12), new(2025, 11))).Value.Should().BeNull("nobody could be lost in most of December");
        Read(book, LoyaltyMetrics.LostCustomers, new(new(2024, 12), new(2024, 12))).Value.Should().BeNull();
        Read(book, LoyaltyMetrics.LostCustomers, new(new(2025, 1), new(2025, 1))).Value.Should().Be(0);
    }

    [Fact]
    public void Churn_is_losses_for_the_months_that_customers_were_there()
    {
        var book = Book([.. Every30Days("Ada", "2024-01-01", 30), Placed("Bob", "2024-12-01")]);

        // Ada is there for all of 2025 and Bob until 2025-03-01, the 91st day after his purchase.
        var churn = Read(book, LoyaltyMetrics.MonthlyChurn);

        churn.Numerator.Should().Be(1);
        churn.Denominator.Should().BeApproximately(12 + 2 + (1m / 31), 0.0001m);
        Read(book, LoyaltyMetrics.CustomerLifetime).Value.Should().BeApproximately(14.0323m, 0.0001m);
    }

    [Fact]
    public void A_contract_is_lost_on_its_day_however_long_nothing_is_bought()
    {
        var book = Book([.. Every30Days("Ada", "2024-10-01", 15)],
            Record("Club", since: "2020-01-01"), Record("Gone", since: "2020-01-01", ended: "2025-06-30"), Record("Ada", since: "2024-10-01"));

        book.LossesKnownFrom.Should().Be(DateOnly.MinValue);
        Read(book, LoyaltyMetrics.Retention).Should().Be(new Reading(2m / 3, 2, 3));
        Read(book, LoyaltyMetrics.Customers).Value.Should().Be(3);
        Read(book, LoyaltyMetrics.MonthlyChurn).Denominator.Should().BeApproximately(12 + 12 + 5 + (29m / 30), 0.0001m);
    }

    [Fact]
    public void Where_nobody_came_back_nothing_tells_who_is_lost()
    {
        var book = Book([Placed("Ada", "2025-01-10"), Placed("Bob", "2025-02-10")]);

        Read(book, LoyaltyMetrics.LostCustomers).Value.Should().BeNull();
        Read(book, LoyaltyMetrics.Retention).Value.Should().BeNull();
        Read(book, LoyaltyMetrics.MonthlyChurn).Value.Should().BeNull();
        Read(book, LoyaltyMetrics.RepeatInterval).Value.Should().BeNull();
        Read(book, LoyaltyMetrics.RepeatRate).Value.Should().Be(0);
        Read(book, LoyaltyMetrics.PredictedValue).Value.Should().BeNull();
    }

    [Fact]
    public void Names_that_differ_in_case_are_one_customer_and_anonymous_orders_nobodys()
    {
        var book = Book([Placed("Ada", "2025-01-10"), Placed("ADA ", "2025-02-10"), Placed(null, "2025-02-11"), Placed("Ada", "2025-03-10") with { IsCancelled = true }]);

        Read(book, LoyaltyMetrics.Customers).Value.Should().Be(1);
        Read(book, LoyaltyMetrics.OrdersPerCustomer).Value.Should().Be(2);
    }

    [Fact]
    public void Deals_are_purchases_only_where_there_are_no_orders()
    {
        Deal[] deals = [Won("Ada", "2025-01-10"), Won("Ada", "2025-02-10"), Won("Bob", "2025-02-10")];

        var ofDeals = Book([], deals);
        var ofOrders = Book([Placed("Cleo", "2025-03-01")], deals);

        ofDeals.PurchasesAre.Should().Be(CustomerMonthKind.Deal);
        Read(ofDeals, LoyaltyMetrics.Customers).Value.Should().Be(2);
        Read(ofOrders, LoyaltyMetrics.Customers).Value.Should().Be(1);
    }

    [Fact]
    public void Cohorts_follow_those_who_first_bought_in_a_month()
    {
        var book = Book([Placed("Ada", "2025-09-10"), Placed("Ada", "2025-11-10"), Placed("Bob", "2025-09-20"), Placed("Cleo", "2025-11-01"), Placed("Cleo", "2025-11-02")]);

        var cohorts = book.CohortsOf(Filter.None);

        cohorts.Select(cohort => cohort.First).Should().Equal(new Month(2025, 9), new Month(2025, 11));
        cohorts[0].Active.Should().Equal(2, 0, 1, 0);
        cohorts[1].Active.Should().Equal(1, 0);
    }

    [Fact]
    public void Who_is_due_bought_nothing_for_longer_than_usual_and_is_not_lost()
    {
        var book = Book([.. Every30Days("Ada", "2024-10-01", 15), .. Every30Days("Bob", "2024-10-01", 6), Placed("Dora", "2025-12-20")]);

        var due = book.DueOf(Filter.None).Should().ContainSingle().Subject;

        due.Customer.Name.Should().Be("Ada");
        due.Overdue.Should().Be(AsOf.DayNumber - due.LastPurchase.DayNumber - 30);
        due.IsOwn.Should().BeTrue();
    }

    [Fact]
    public void A_customer_is_in_its_own_segment_and_region()
    {
        var book = Book([.. Orders, Placed("Eve", "2025-05-05") with { Region = "North" }], Record("Ada") with { Segment = "Retail", Region = "South" });

        book.Read(LoyaltyMetrics.Customers, Year, new Filter { Segment = "Retail" }).Value.Should().Be(1);
        book.Read(LoyaltyMetrics.Customers, Year, new Filter { Region = "North" }).Value.Should().Be(1);
        book.Read(LoyaltyMetrics.Customers, Year, new Filter { Segment = Cell.Unassigned }).Value.Should().Be(3);
    }

    [Fact]
    public void Before_and_after_are_equally_long_and_of_the_same_months_of_the_year()
    {
        Order[] orders = [.. Enumerable.Range(0, 24).SelectMany(month => Enumerable.Range(1, 20).Select(i => Placed($"c{i}", new DateOnly(2024, 1, 5).AddMonths(month).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))))];
        var programme = new Programme { Name = "P", Currency = "EUR", BaselineMonths = 12, GoLive = new(2025, 1), RampUpMonths = 6 };
        var cube = new SnapshotCube([], [], [], AsOf) { Customers = Book(orders) };
        var windows = ComparisonWindows.Of(programme, [], new(2025, 12));

        var used = windows.For(LoyaltyMetrics.OrdersPerCustomer, Filter.None, AsOf).Single();
        var found = Comparison.Of(cube, LoyaltyMetrics.OrdersPerCustomer, windows, Filter.None);

        used.Before.Should().Be(new Window(new(2024, 7), new(2024, 12)));
        used.After.Should().Be(new Window(new(2025, 7), new(2025, 12)));
        (found.Before.Value, found.After.Value).Should().Be((6, 6));
        found.Verdict.Should().Be(Verdict.Unclear);
    }

    [Fact]
    public void A_baseline_before_the_records_is_not_compared()
    {
        var programme = new Programme { Name = "P", Currency = "EUR", BaselineMonths = 12, GoLive = new(2025, 1) };
        var cube = new SnapshotCube([], [], [], AsOf) { Customers = Book(Orders) };

        var found = Comparison.Of(cube, LoyaltyMetrics.Customers, ComparisonWindows.Of(programme, [], new(2025, 12)), Filter.None);

        found.Verdict.Should().Be(Verdict.Undefined);
        found.Reason.Should().Be(VerdictReason.UndefinedBefore);
    }

    [Fact]
    public void What_customers_brought_is_margin_or_revenue_where_margin_is_not_known()
    {
        var book = Book([Placed("Ada", "2025-01-10", 100) with { CostOfGoods = 60 }, Placed("Bob", "2025-01-10", 50)]);

        Read(book, LoyaltyMetrics.ValueSoFar).Should().Be(new Reading(45, 90, 2));
    }

    internal static CustomerBook Book(Order[] orders, params Customer[] customers) => Book(orders, [], customers);

    private static CustomerBook Book(Order[] orders, Deal[] deals, params Customer[] customers)
    {
        var records = new RecordSet { Orders = orders, Deals = deals, Customers = customers };
        return CustomerBook.Of([.. CustomerMonthRules.Build(records, new([], customers))], AsOf);
    }

    private static Reading Read(CustomerBook book, CustomerMetric metric, Window? window = null) => book.Read(metric, window ?? Year, Filter.None);

    private static IEnumerable<Order> Every30Days(string customer, string first, int times) =>
        Enumerable.Range(0, times).Select(time => Placed(customer, DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture).AddDays(30 * time).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    private static Order Placed(string? customer, string day, decimal revenue = 100) => new()
    {
        Source = "test",
        Id = Guid.NewGuid().ToString(),
        Customer = customer,
        PlacedOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
        Revenue = revenue,
        Lines = 1,
    };

    private static Deal Won(string customer, string day) => new()
    {
        Source = "test",
        Id = Guid.NewGuid().ToString(),
        Customer = customer,
        Outcome = DealOutcome.Won,
        ClosedOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
        Value = 100,
    };

    private static Customer Record(string name, string? since = null, string? ended = null) => new()
    {
        Source = "test",
        Id = name,
        Name = name,
        Since = since is null ? null : DateOnly.Parse(since, System.Globalization.CultureInfo.InvariantCulture),
        Ended = ended is null ? null : DateOnly.Parse(ended, System.Globalization.CultureInfo.InvariantCulture),
    };
}
