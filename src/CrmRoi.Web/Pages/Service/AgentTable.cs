using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Metrics;

namespace CrmRoi.Web.Pages.Service;

/// <summary>What each team or agent did for customers in the chosen months.</summary>
/// <param name="Dimension">Team or agent.</param>
/// <param name="Rows">A reading for each of <see cref="Columns"/>; who closed the most first.</param>
/// <param name="Total">The same of all together.</param>
public sealed record AgentTable(Dimensions Dimension, IReadOnlyList<AgentRow> Rows, IReadOnlyList<Reading> Total)
{
    /// <summary>What is shown of each.</summary>
    public static readonly IReadOnlyList<Metric> Columns =
    [
        ServiceMetrics.Cases, ServiceMetrics.CasesPerAgent, ServiceMetrics.SameDayClosure, ServiceMetrics.FirstContactResolution, ServiceMetrics.ResolutionTime,
        ServiceMetrics.Satisfaction, ServiceMetrics.NetPromoterScore, ServiceMetrics.CostPerCase,
    ];

    /// <summary>What stands over each column, where there is little room: the keys of _Agents' texts.</summary>
    public static readonly IReadOnlyList<string> Headings =
        ["Closed", "Per agent and day", "Same day", "First contact", "Resolution", "Satisfied", "NPS", "Cost per case"];

    /// <summary>What an address asks for; none when it asks for what there is not.</summary>
    public static Dimensions? TryRead(string? by) => by switch
    {
        null or "rep" => Dimensions.Rep,
        "team" => Dimensions.Team,
        _ => null,
    };

    /// <summary>The table of the chosen months.</summary>
    public static AgentTable Of(MeasuringPage page, Dimensions dimension)
    {
        var members = Breakdown.Of(page.Cube, ServiceMetrics.Cases, dimension, page.Window, page.Filter).Rows
            .Concat(Breakdown.Of(page.Cube, ServiceMetrics.Satisfaction, dimension, page.Window, page.Filter).Rows)
            .Select(row => row.Member).Distinct();
        return new(
            dimension,
            [.. members.Select(member => new AgentRow(member, [.. Columns.Select(metric => Read(metric, page.Filter.With(dimension, member)))]))],
            [.. Columns.Select(metric => Read(metric, page.Filter))]);

        Reading Read(Metric metric, Filter filter) => page.Cube.Read(metric, page.Window, filter);
    }
}

/// <summary>One team or agent.</summary>
/// <param name="Member">Who.</param>
/// <param name="Readings">One for each of <see cref="AgentTable.Columns"/>.</param>
public sealed record AgentRow(string Member, IReadOnlyList<Reading> Readings);
