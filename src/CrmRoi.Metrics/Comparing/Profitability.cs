using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Comparing;

/// <summary>What one segment, channel, product or region brings and costs.</summary>
/// <param name="Member">Which.</param>
/// <param name="Leads">Leads created; none where leads do not carry the dimension, or are not known.</param>
/// <param name="Sold">Deals opened, won, lost, and what they are worth.</param>
/// <param name="Margin">Won margin; none where the cost of goods is not known.</param>
/// <param name="AcquisitionCost">Marketing spend; none where spend does not carry the dimension, or is not known.</param>
public sealed record ProfitRow(string Member, long? Leads, Snapshot Sold, decimal? Margin, decimal? AcquisitionCost)
{
    /// <summary>Margin a month before its teams' go-live; none where nothing is compared.</summary>
    public decimal? MarginBefore { get; init; }

    /// <summary>Margin a month after.</summary>
    public decimal? MarginAfter { get; init; }

    /// <summary>Deals won of those decided.</summary>
    public Reading Conversion => FunnelMetrics.ClosingRate.Read(Sold, 1);

    /// <summary>Margin less acquisition cost; margin alone where that cost is not known by this dimension.</summary>
    /// <value>Undefined where the margin is.</value>
    public decimal? Profit => Margin - (AcquisitionCost ?? 0);

    /// <summary>What one more application brings: profit for each lead, or for each deal opened where leads are not known.</summary>
    public decimal? ProfitPerApplication => Ratio.Of(Profit, Applications);

    /// <summary>Leads, or deals opened where leads are not known.</summary>
    public long Applications => Leads ?? Sold.DealsCreated;
}

/// <summary>Segments, channels, products or regions by what they earn: where the money is made, and where it is lost.</summary>
/// <param name="Dimension">By what.</param>
/// <param name="Rows">The most profitable first; those whose profit is not known last.</param>
/// <param name="Total">All together.</param>
/// <param name="HasAcquisitionCost">Whether marketing spend carries the dimension and is known.</param>
public sealed record Profitability(Dimensions Dimension, IReadOnlyList<ProfitRow> Rows, ProfitRow Total, bool HasAcquisitionCost)
{
    /// <summary>Those that cost more than they bring, the worst first.</summary>
    public IReadOnlyList<ProfitRow> Unprofitable => [.. Rows.Where(row => row.Profit < 0).OrderBy(row => row.Profit)];

    /// <summary>In which order to spend the next hour: by what one more application brings, those that lose money left out.</summary>
    public IReadOnlyList<ProfitRow> Priority =>
        [.. Rows.Where(row => row is { ProfitPerApplication: > 0 } && row.Member != Cell.Unassigned).OrderByDescending(row => row.ProfitPerApplication)];

    /// <summary>Reckons it for a window.</summary>
    /// <param name="cube">The company's figures.</param>
    /// <param name="programme">Whose margin rate counts where the cost of goods is not recorded; none without one.</param>
    /// <param name="windows">What is compared; none without a go-live.</param>
    /// <param name="window">Over which months.</param>
    /// <param name="filter">The part of the business.</param>
    /// <param name="dimension">By what: any dimension that deals carry.</param>
    public static Profitability Of(
        SnapshotCube cube, Programme? programme, ComparisonWindows? windows, Window window, Filter filter, Dimensions dimension)
    {
        var (hasLeads, hasSpend) = (Has(FunnelMetrics.Leads), Has(MarketingMetrics.MarketingSpend));
        var members = cube.By(dimension, window, filter);
        var teams = windows?.For(DealMetrics.WonMargin, filter, cube.AsOf) ?? [];
        var (before, after) = (MarginByMonth(team => team.Before), MarginByMonth(team => team.After));
        var rows = members
            .Select(member => RowOf(member.Key, member.Value) with { MarginBefore = before(member.Key), MarginAfter = after(member.Key) })
            .Where(row => row.Applications != 0 || row.Sold.DealsWon + row.Sold.DealsLost != 0 || row.AcquisitionCost is not (null or 0))
            .OrderBy(row => row.Profit is null).ThenByDescending(row => row.Profit).ThenBy(row => row.Member, StringComparer.Ordinal)
            .ToList();
        var total = RowOf("", members.Values.Merge()) with { MarginBefore = Sum(rows.Select(row => row.MarginBefore)), MarginAfter = Sum(rows.Select(row => row.MarginAfter)) };
        return new(dimension, rows, total, hasSpend);

        bool Has(SnapshotMetric metric) => metric.Dimensions.HasFlag(dimension) && SnapshotCube.IsOffered(metric, filter) && cube.IsKnown(metric, window, filter.Team);

        ProfitRow RowOf(string member, Snapshot sold) =>
            new(member, hasLeads ? sold.Leads : null, sold, MarginOf(sold), hasSpend ? sold.MarketingSpend : null);

        decimal? MarginOf(Snapshot sold) => programme is { MarginSource: MarginSource.Deals }
            ? MarginReader.Margin(programme, sold)
            : DealMetrics.WonMargin.Numerator(sold);

        Func<string, decimal?> MarginByMonth(Func<TeamWindows, Window> side)
        {
            var parts = teams.SelectMany(team => cube.By(dimension, side(team), filter with { Team = team.Team })
                .Select(member => (member.Key, Margin: Ratio.Of(MarginOf(member.Value), side(team).Length)))).ToLookup(part => part.Key, part => part.Margin);
            return member => teams.Count == 0 ? null : Sum(parts[member]);
        }
    }

    private static decimal? Sum(IEnumerable<decimal?> amounts) => amounts.Aggregate((decimal?)0, (sum, amount) => sum + amount);
}
