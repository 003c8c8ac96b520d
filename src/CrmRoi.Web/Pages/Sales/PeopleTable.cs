using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Metrics;

namespace CrmRoi.Web.Pages.Sales;

/// <summary>What each team or rep did in the chosen months.</summary>
/// <param name="Dimension">Team or rep.</param>
/// <param name="Sort">The metric that it is sorted by, the best first.</param>
/// <param name="Rows">A reading for each of <see cref="Columns"/>.</param>
/// <param name="Total">The same of all together.</param>
public sealed record PeopleTable(Dimensions Dimension, Metric Sort, IReadOnlyList<PeopleRow> Rows, IReadOnlyList<Reading> Total)
{
    /// <summary>What is shown of each.</summary>
    public static readonly IReadOnlyList<Metric> Columns =
    [
        DealMetrics.WonRevenue, DealMetrics.DealsWon, DealMetrics.DealsLost, FunnelMetrics.ClosingRate, DealMetrics.MarginRate, DealMetrics.DealSize,
        DealMetrics.SalesCycle, ActivityMetrics.ActivitiesPerRep, ActivityMetrics.CallsPerWonDeal,
    ];

    /// <summary>What stands over each column, where there is little room: the keys of _People's texts.</summary>
    public static readonly IReadOnlyList<string> Headings =
        ["Revenue", "Won", "Lost", "Closing rate", "Margin rate", "Deal size", "Cycle, mean of won", "Activities per rep and month", "Calls per win"];

    /// <summary>The key of the measure whose records stand behind a column; none where it is no count of deals.</summary>
    public static string? ListOf(Metric column) => column.Key switch
    {
        "won-revenue" or "deals-won" => "deals-won",
        "deals-lost" => "deals-lost",
        _ => null,
    };

    /// <summary>What an address asks for; none when it asks for what there is not.</summary>
    public static (Dimensions Dimension, Metric Sort)? TryRead(string? by, string? sort)
    {
        var dimension = by switch
        {
            null or "team" => Dimensions.Team,
            "rep" => Dimensions.Rep,
            _ => Dimensions.None,
        };
        var metric = sort is null ? Columns[0] : Columns.FirstOrDefault(column => column.Key == sort);
        return metric is null || dimension == Dimensions.None ? null : (dimension, metric);
    }

    /// <summary>The table of the chosen months.</summary>
    public static PeopleTable Of(MeasuringPage page, (Dimensions Dimension, Metric Sort) asked)
    {
        var columns = Columns.Select(metric => Breakdown.Of(page.Cube, metric, asked.Dimension, page.Window, page.Filter)).ToList();
        var at = Columns.ToList().IndexOf(asked.Sort);
        var rows = columns.SelectMany(column => column.Rows.Select(row => row.Member)).Distinct()
            .Select(member => new PeopleRow(member, [.. columns.Select(column => ReadingOf(page, column, member))]))
            .OrderBy(row => row.Readings[at].Value is null)
            .ThenByDescending(row => asked.Sort.Better == Direction.Lower ? -row.Readings[at].Value : row.Readings[at].Value)
            .ThenBy(row => row.Member, StringComparer.Ordinal);
        return new(asked.Dimension, asked.Sort, [.. rows], [.. columns.Select(column => column.Total)]);
    }

    // A breakdown leaves out members without anything: for a count that is 0 and not unknown.
    private static Reading ReadingOf(MeasuringPage page, Breakdown column, string member) =>
        column.Rows.FirstOrDefault(row => row.Member == member)?.Reading
        ?? page.Cube.Read(column.Metric, page.Window, page.Filter.With(column.Dimension, member));
}

/// <summary>One team or rep.</summary>
/// <param name="Member">Who.</param>
/// <param name="Readings">One for each of <see cref="PeopleTable.Columns"/>.</param>
public sealed record PeopleRow(string Member, IReadOnlyList<Reading> Readings);
