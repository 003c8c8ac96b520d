using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Programmes;

/// <summary>What a board is told of a programme: its return, and what changed from before to after.</summary>
/// <remarks>The overview page, the report and the command line read this one answer, so they agree to the last digit.</remarks>
/// <param name="Programme">The programme.</param>
/// <param name="Return">What it cost and gained. Never narrowed by the filter: nobody records the CRM's cost by team or segment.</param>
/// <param name="Windows">The months compared, each team's by its own go-live.</param>
/// <param name="Comparisons">The key metrics before and after, in the part of the business that the filter names.</param>
/// <param name="Filter">That part.</param>
/// <param name="LastMonth">The last month that is told of.</param>
/// <param name="IsUpToDate">Whether that is the last full month of the figures.</param>
public sealed record ProgrammeSummary(
    Programme Programme, ProgrammeReturn Return, ComparisonWindows Windows, IReadOnlyList<Comparison> Comparisons, Filter Filter, Month LastMonth, bool IsUpToDate)
{
    /// <summary>The metrics that a board asks for first, in their order.</summary>
    public static readonly IReadOnlyList<string> KeyMetrics =
        ["monthly-revenue", "closing-rate-cohort", "sales-cycle-median", "deal-size", "margin-rate", "leads", "cost-per-lead", "calls", "csat"];

    /// <summary>Sums a programme up.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="costs">Costs, of any programme: only its own count.</param>
    /// <param name="savings">Savings, of any programme: only its own count.</param>
    /// <param name="cube">What happened.</param>
    /// <param name="filter">The part of the business whose metrics are compared.</param>
    /// <param name="until">The last month told of: the last full one of the figures unless an earlier one is asked for.</param>
    public static ProgrammeSummary Of(
        Programme programme, IEnumerable<Cost> costs, IEnumerable<Saving> savings, SnapshotCube cube, Filter filter, Month? until = null) =>
        Of(programme, ReturnCalculation.Of(programme, costs, savings, cube, until), cube, filter, until);

    /// <summary>Sums a programme up whose return is known.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="result">Its return up to the same month.</param>
    /// <param name="cube">What happened.</param>
    /// <param name="filter">The part of the business whose metrics are compared.</param>
    /// <param name="until">The last month told of: the last full one of the figures unless an earlier one is asked for.</param>
    public static ProgrammeSummary Of(Programme programme, ProgrammeReturn result, SnapshotCube cube, Filter filter, Month? until = null)
    {
        var last = Month.Min(until ?? cube.LastFullMonth, cube.LastFullMonth);
        var windows = ComparisonWindows.Of(programme, cube.Members(Dimensions.Team), last);
        var metrics = KeyMetrics.Select(key => MetricCatalogue.TryFind(key, out var metric) ? metric : null).OfType<Metric>();
        return new(
            programme,
            result,
            windows,
            [.. metrics.Select(metric => Comparison.Of(cube, metric, windows, filter))],
            filter,
            last,
            last == cube.LastFullMonth);
    }
}
