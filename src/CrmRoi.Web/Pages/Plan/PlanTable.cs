using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Planning;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Metrics;

namespace CrmRoi.Web.Pages.Plan;

/// <summary>Plan and fact of each team or rep in the chosen months.</summary>
/// <param name="Dimension">Team or rep.</param>
/// <param name="Rows">Whose revenue falls shortest of its plan first.</param>
/// <param name="Total">All together.</param>
public sealed record PlanTable(Dimensions Dimension, IReadOnlyList<PlanRow> Rows, PlanRow Total)
{
    /// <summary>What is planned, in the order of the columns.</summary>
    public static readonly IReadOnlyList<PlannedMeasure> Measures = [PlannedMeasure.Revenue, PlannedMeasure.Margin, PlannedMeasure.Deals];

    /// <summary>What an address asks for; none when it asks for what there is not.</summary>
    public static Dimensions? TryRead(string? by) => by switch
    {
        null or "team" => Dimensions.Team,
        "rep" => Dimensions.Rep,
        _ => null,
    };

    public static PlanTable Of(MeasuringPage page, Dimensions dimension)
    {
        var members = page.Cube.Plan.Figures
            .Where(figure => page.Window.Contains(figure.Month) && (page.Filter.Team is null || Cell.MemberOf(figure.Team) == page.Filter.Team))
            .Select(figure => dimension == Dimensions.Rep ? figure.Rep : figure.Team).OfType<string>().Distinct();
        return new(
            dimension,
            [.. members.Select(member => RowOf(member, page.Filter.With(dimension, member)))
                .Where(row => row.Readings.Any(reading => reading.Denominator is not null))
                .OrderBy(row => row.Readings[0].Value is null).ThenBy(row => row.Readings[0].Value).ThenBy(row => row.Member, StringComparer.Ordinal)],
            RowOf("", page.Filter));

        PlanRow RowOf(string member, Filter filter) => new(member, [.. Measures.Select(measure => page.Cube.Read(PlanMetrics.Of(measure), page.Window, filter))]);
    }
}

/// <summary>One team or rep.</summary>
/// <param name="Member">Who.</param>
/// <param name="Readings">Fact for plan of each of <see cref="PlanTable.Measures"/>.</param>
public sealed record PlanRow(string Member, IReadOnlyList<Reading> Readings);

/// <summary>Plan and fact of one month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Planned">The plan; none where there is none.</param>
/// <param name="Reading">Fact for plan; the fact is its numerator.</param>
public sealed record PlanMonth(Month Month, decimal? Planned, Reading Reading)
{
    /// <summary>The chosen months, and those of the same year to come that have a plan.</summary>
    public static IReadOnlyList<PlanMonth> Of(SnapshotCube cube, PlannedMeasure measure, Window window, Filter filter)
    {
        var end = window.To == cube.LastFullMonth ? new Month(window.To.Year, 12) : window.To;
        return [.. new Window(window.From, end).Months
            .Select(month => new PlanMonth(month, cube.Plan.Planned(measure, new(month, month), filter), cube.Read(PlanMetrics.Of(measure), new(month, month), filter)))
            .Where(month => month.Planned is not null || month.Month <= window.To)];
    }
}

/// <summary>How a team uses the CRM, beside what it sells.</summary>
/// <param name="Team">The team.</param>
/// <param name="Adoption">Active users of its licences.</param>
/// <param name="Records">Records up to date of those checked.</param>
/// <param name="Margin">Won margin a month after its go-live against before; none where nothing is compared.</param>
public sealed record AdoptionRow(string Team, Reading Adoption, Reading Records, CrmRoi.Metrics.Comparing.Comparison? Margin)
{
    public static IReadOnlyList<AdoptionRow> Of(MeasuringPage page) =>
    [
        .. page.Cube.Members(Dimensions.Team)
            .Where(team => page.Filter.Team is null || page.Filter.Team == team)
            .Select(team => (Team: team, Filter: page.Filter with { Team = team }))
            .Select(each => new AdoptionRow(
                each.Team,
                page.Cube.Read(ServiceMetrics.Adoption, page.Window, each.Filter),
                page.Cube.Read(ServiceMetrics.RecordsUpToDate, page.Window, each.Filter),
                page.Compared is { } windows ? CrmRoi.Metrics.Comparing.Comparison.Of(page.Cube, DealMetrics.WonMargin, windows, each.Filter) : null))
            .Where(row => row.Adoption.Value is not null || row.Records.Value is not null),
    ];
}
