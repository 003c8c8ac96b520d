using CrmRoi.Metrics;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Web.Pages.Customers;

/// <summary>Customers by the month of their first purchase: which share of them bought in each month after.</summary>
/// <param name="Rows">The months, the oldest first.</param>
/// <param name="Columns">How many months after the first are shown, that one included.</param>
public sealed record CohortTable(IReadOnlyList<CustomerCohort> Rows, int Columns)
{
    private const int MostRows = 18;

    private const int MostColumns = 13;

    /// <summary>The last months up to one.</summary>
    public static CohortTable Of(CustomerBook book, Filter filter, Month last)
    {
        var rows = book.CohortsOf(filter).Where(cohort => cohort.First <= last).TakeLast(MostRows).ToList();
        return new(rows, Math.Min(MostColumns, rows.Select(row => row.Active.Count).DefaultIfEmpty().Max()));
    }

    /// <summary>The share of a row that bought so many months later; none where that month has not come.</summary>
    public static decimal? ShareOf(CustomerCohort row, int later) => later < row.Active.Count ? Ratio.Of(row.Active[later], row.Size) : null;

    /// <summary>How dark a share is drawn, from c0 to c9: half and more is darkest, because few months see more than half.</summary>
    public static string ShadeOf(decimal share) => $"c{Math.Min(9, (int)Math.Ceiling(share * 18))}";
}
