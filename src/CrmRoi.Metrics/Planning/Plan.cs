using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Planning;

/// <summary>What was planned, month by month, and what became of it.</summary>
/// <remarks>
/// A team's own figure is its plan of the month; without one, the figures of its reps together are. Likewise the company's own figure,
/// or else those of its teams. Facts count only for the months and people of which there is a plan, so that both sides tell of the same.
/// </remarks>
public sealed class Plan
{
    /// <summary>Nobody planned anything.</summary>
    public static readonly Plan None = new([]);

    private readonly ILookup<(PlannedMeasure Measure, Month Month), PlannedFigure> figures;

    private readonly int firstMonthOfYear;

    /// <summary>Knows these figures.</summary>
    /// <param name="figures">What is planned.</param>
    /// <param name="firstMonthOfYear">The month in which the fiscal year starts, 1 to 12.</param>
    public Plan(IEnumerable<PlannedFigure> figures, int firstMonthOfYear = 1)
    {
        this.firstMonthOfYear = firstMonthOfYear;
        Figures = [.. figures];
        this.figures = Figures.ToLookup(figure => (figure.Measure, figure.Month));
    }

    /// <summary>Every figure, as they came.</summary>
    public IReadOnlyList<PlannedFigure> Figures { get; }

    /// <summary>Fact for plan in a window, of the months that are over and known.</summary>
    /// <returns>Undefined where nothing is planned or 0 is, and where the fact is not known.</returns>
    public Reading Read(SnapshotCube cube, PlannedMeasure measure, Window window, Filter filter) => Read(cube, measure, [(window, filter)]);

    /// <summary>The same of several parts of the business, each in its own window.</summary>
    public Reading Read(SnapshotCube cube, PlannedMeasure measure, IReadOnlyList<(Window Window, Filter Filter)> parts)
    {
        var fact = PlanMetrics.Of(measure).Fact;
        var found = parts
            .SelectMany(part => part.Window.Months.Where(month => month <= cube.LastFullMonth && cube.IsKnown(fact, new(month, month)))
                .SelectMany(month => PartsOf(measure, month, part.Filter).Select(planned => (planned.Value, Fact: fact.Numerator(FactOf(cube, planned))))))
            .ToList();
        if (found.Count == 0 || found.Exists(part => part.Fact is null))
        {
            return Reading.Undefined;
        }

        var (actual, planned) = (found.Sum(part => part.Fact), found.Sum(part => part.Value));
        return new(Ratio.Of(actual, planned), actual, planned);
    }

    /// <summary>What is planned for a window, months to come included.</summary>
    /// <returns>None where nothing is.</returns>
    public decimal? Planned(PlannedMeasure measure, Window window, Filter filter)
    {
        var parts = window.Months.SelectMany(month => PartsOf(measure, month, filter)).ToList();
        return parts.Count == 0 ? null : parts.Sum(part => part.Value);
    }

    /// <summary>What of a window's plan is still to be reached: the plan of all of its months less what the months that are over brought.</summary>
    /// <returns>0 once it is reached; none where nothing is planned or the fact is not known.</returns>
    public decimal? Remaining(SnapshotCube cube, PlannedMeasure measure, Window window, Filter filter)
    {
        var begun = window.Months.Any(month => month <= cube.LastFullMonth && PartsOf(measure, month, filter).Any());
        var actual = begun ? Read(cube, measure, window, filter).Numerator : 0;
        return Planned(measure, window, filter) - actual is { } left ? Math.Max(0, left) : null;
    }

    /// <summary>What of the revenue planned for a fiscal year was still to be won at the end of a month.</summary>
    /// <returns>0 or less once the plan is met; none where nothing is planned or what was won is not known.</returns>
    public decimal? RevenueStillToWin(SnapshotCube cube, Month at, Filter filter)
    {
        var year = YearOf(at);
        var soFar = new Window(year.From, at);
        var isBegun = soFar.Months.Any(month => PartsOf(PlannedMeasure.Revenue, month, filter).Any());
        return Planned(PlannedMeasure.Revenue, year, filter) - (isBegun ? Read(cube, PlannedMeasure.Revenue, soFar, filter).Numerator : 0);
    }

    /// <summary>The fiscal year that a month lies in.</summary>
    public Window YearOf(Month month)
    {
        var into = (month.Number - firstMonthOfYear + 12) % 12;
        return new(month.Plus(-into), month.Plus(11 - into));
    }

    private IEnumerable<PlannedFigure> PartsOf(PlannedMeasure measure, Month month, Filter filter)
    {
        var all = figures[(measure, month)];
        if (filter.Rep is { } rep)
        {
            return all.Where(figure => figure.Rep == rep && (filter.Team is null || Cell.MemberOf(figure.Team) == filter.Team));
        }

        return filter.Team is null && all.FirstOrDefault(figure => figure is { Team: null, Rep: null }) is { } company
            ? [company]
            : all.Where(figure => figure is not { Team: null, Rep: null } && (filter.Team is null || Cell.MemberOf(figure.Team) == filter.Team))
                .GroupBy(figure => Cell.MemberOf(figure.Team))
                .SelectMany(team => team.FirstOrDefault(figure => figure.Rep is null) is { } whole ? [whole] : team.AsEnumerable());
    }

    private static Snapshot FactOf(SnapshotCube cube, PlannedFigure planned) => planned switch
    {
        { Rep: { } rep, Team: { } team } => cube.ByRepAndMonth.GetValueOrDefault((planned.Month, team, rep), Snapshot.Empty),
        { Rep: { } rep } => cube.ByRepAndMonth.Where(cell => cell.Key.Month == planned.Month && cell.Key.Rep == rep).Select(cell => cell.Value).Merge(),
        { Team: { } team } => cube.ByTeamAndMonth(Filter.None).GetValueOrDefault((planned.Month, team), Snapshot.Empty),
        _ => cube.ByMonth(Filter.None).GetValueOrDefault(planned.Month, Snapshot.Empty),
    };
}
