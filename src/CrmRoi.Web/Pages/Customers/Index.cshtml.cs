using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Metrics;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CrmRoi.Web.Pages.Customers;

/// <summary>Who buys, who stays, who comes back, and what that is worth.</summary>
public sealed class IndexModel(FigureStore store, MetricCharts charts) : MeasuringPage(store, charts)
{
    private const int DueOnAPage = 20;

    private const int MostValued = 10;

    /// <summary>Which page of the customers who are due for a repeat contact, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "due")]
    public int Due { get; set; } = 1;

    public CustomerBook Book => Cube.Customers;

    /// <summary>Whether no purchase names a customer.</summary>
    public bool HasNoPurchases => Book.Horizon.IsEmpty;

    public IReadOnlyList<MetricRow> Tiles { get; private set; } = [];

    public IReadOnlyList<MetricRow> Staying { get; private set; } = [];

    public IReadOnlyList<MetricRow> Buying { get; private set; } = [];

    public IReadOnlyList<MetricRow> Repeating { get; private set; } = [];

    public IReadOnlyList<MetricRow> Worth { get; private set; } = [];

    public CohortTable Cohorts { get; private set; } = null!;

    public IReadOnlyList<DueCustomer> AllDue { get; private set; } = [];

    public IReadOnlyList<ValuedCustomer> Valued { get; private set; } = [];

    /// <summary>Retention, of which the page's sentence speaks.</summary>
    public MetricRow Headline => Tiles[0];

    public int FirstDue => (Due - 1) * DueOnAPage;

    public IEnumerable<DueCustomer> ShownDue => AllDue.Skip(FirstDue).Take(DueOnAPage);

    public int LastDue => Math.Min(FirstDue + DueOnAPage, AllDue.Count);

    /// <summary>Whether a team is asked for: a customer belongs to none.</summary>
    public bool IsByTeam => Filter.Team is not null;

    public IActionResult OnGet()
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        if (HasNoPurchases || IsByTeam)
        {
            return Due == 1 ? Page() : BadRequest();
        }

        Tiles = Rows(LoyaltyMetrics.Retention, LoyaltyMetrics.MonthlyChurn, LoyaltyMetrics.RepeatRate, LoyaltyMetrics.PredictedValue);
        Staying = Rows(LoyaltyMetrics.Retention, LoyaltyMetrics.MonthlyChurn);
        Buying = Rows(
            LoyaltyMetrics.Customers, CustomerMetrics.NewCustomers, LoyaltyMetrics.LostCustomers, LoyaltyMetrics.OrdersPerCustomer,
            LoyaltyMetrics.RevenuePerCustomer, CustomerMetrics.RevenuePerOrder);
        Repeating = Rows(LoyaltyMetrics.RepeatRate, LoyaltyMetrics.RepeatInterval);
        Worth = Rows(LoyaltyMetrics.ValueSoFar, LoyaltyMetrics.ContractualValue, LoyaltyMetrics.PredictedValue, LoyaltyMetrics.CustomerLifetime);
        Cohorts = Figures.Remember((nameof(Cohorts), Filter, Window.To), () => CohortTable.Of(Book, Filter, Window.To));
        AllDue = Figures.Remember((nameof(AllDue), Filter), () => Book.DueOf(Filter));
        Valued = Figures.Remember((nameof(Valued), Filter), () => ValuedCustomer.Of(Book, Filter, MostValued));
        return Due >= 1 && (Due == 1 || FirstDue < AllDue.Count) ? Page() : BadRequest();
    }

    /// <summary>The chance that a customer still is one; none where no model holds.</summary>
    public decimal? AliveOf(CustomerRecord customer) => (decimal?)Book.Forecast.ProbabilityAlive(customer);

    private IReadOnlyList<MetricRow> Rows(params Metric[] metrics) => [.. metrics.Select(RowOf)];
}

/// <summary>A customer by what it may bring.</summary>
/// <param name="Customer">Who.</param>
/// <param name="Purchases">On how many days of the next twelve months it may buy.</param>
/// <param name="Value">What that may bring.</param>
/// <param name="Alive">The chance that it still is a customer.</param>
public sealed record ValuedCustomer(CustomerRecord Customer, decimal Purchases, decimal Value, decimal Alive)
{
    /// <summary>Those who may bring most, the first first.</summary>
    public static IReadOnlyList<ValuedCustomer> Of(CustomerBook book, Filter filter, int most)
    {
        var forecast = book.Forecast;
        return forecast.IsFitted
            ? [.. book.In(filter)
                .Select(customer => (Customer: customer, Value: forecast.ValueOf(customer)))
                .Where(each => each.Value is not null)
                .OrderByDescending(each => each.Value).ThenBy(each => each.Customer.Name, StringComparer.Ordinal)
                .Take(most)
                .Select(each => new ValuedCustomer(
                    each.Customer, (decimal)forecast.PurchasesOf(each.Customer)!.Value, (decimal)each.Value!.Value, (decimal)forecast.ProbabilityAlive(each.Customer)!.Value))]
            : [];
    }
}
