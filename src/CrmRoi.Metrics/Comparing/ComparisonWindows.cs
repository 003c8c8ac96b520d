using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Comparing;

/// <summary>The months before and after a team's own go-live that are compared.</summary>
/// <param name="Team">The team; <see cref="Cell.Unassigned"/> for what belongs to none.</param>
/// <param name="GoLive">Its first month with the CRM.</param>
/// <param name="Before">The months before that.</param>
/// <param name="After">The months after that and the ramp-up; empty while there are none.</param>
public sealed record TeamWindows(string Team, Month GoLive, Window Before, Window After)
{
    /// <summary>Whether go-live lies between the two, or in one of them, and not only before or after both.</summary>
    public bool IsParted => GoLive.IsKnown && Before.From < GoLive && GoLive <= After.To;
}

/// <summary>With what the months that are looked at are compared.</summary>
public enum ComparedWith
{
    /// <summary>The months before go-live: each team's own.</summary>
    Baseline,

    /// <summary>As many months just before.</summary>
    PreviousPeriod,

    /// <summary>The same months a year earlier.</summary>
    LastYear,
}

/// <summary>Which months of which team are compared, so that a staggered roll-out is compared like with like.</summary>
/// <remarks>
/// Before are the programme's baseline months before the team's own go-live. After are as many, the last ones that are over, none of
/// them before go-live and ramp-up: fewer where there are not yet so many. Each side is the sum of every team's own window; its
/// months are the mean of the teams' months, so that a total a month is that of the whole company. A team without a month after
/// its ramp-up is left out of both sides.
/// </remarks>
public sealed record ComparisonWindows
{
    private const int MonthsOfYear = 12;

    /// <summary>The windows of each team that has months on both sides, that of no team among them.</summary>
    public required IReadOnlyList<TeamWindows> Teams { get; init; }

    /// <summary>The windows of the programme's own go-live: for metrics that no team has, such as marketing spend.</summary>
    public required TeamWindows Company { get; init; }

    /// <summary>With what is compared.</summary>
    public ComparedWith With { get; init; }

    /// <summary>Whose go-live parts before from after; always there for a baseline.</summary>
    public Programme? Programme { get; init; }

    /// <summary>The months asked for, where two periods are compared.</summary>
    public Window Asked { get; init; }

    /// <summary>The last month that is told of.</summary>
    public required Month LastMonth { get; init; }

    /// <summary>Teams that have no month after their ramp-up yet.</summary>
    public required IReadOnlyList<TeamWindows> LeftOut { get; init; }

    /// <summary>The windows of a programme.</summary>
    /// <param name="programme">When its teams went live, and how many months are compared.</param>
    /// <param name="teams">Every team that there are figures of; <see cref="Cell.Unassigned"/> goes by the programme's own go-live.</param>
    /// <param name="lastFullMonth">The last month that is over.</param>
    /// <exception cref="ArgumentOutOfRangeException">The programme's go-live is not known.</exception>
    public static ComparisonWindows Of(Programme programme, IEnumerable<string> teams, Month lastFullMonth)
    {
        var windows = teams.Append(Cell.Unassigned).Distinct().Select(team =>
            WindowsOf(programme, team, team == Cell.Unassigned ? programme.GoLive : programme.GoLiveOf(team), lastFullMonth)).ToList();
        return new()
        {
            Programme = programme,
            LastMonth = lastFullMonth,
            Teams = [.. windows.Where(team => !team.After.IsEmpty)],
            Company = windows.Single(team => team.Team == Cell.Unassigned),
            LeftOut = [.. windows.Where(team => team.After.IsEmpty && team.Team != Cell.Unassigned)],
        };
    }

    /// <summary>The windows of a period against an earlier one: whole months that are over on both sides, and as many of them.</summary>
    /// <param name="asked">The months that are looked at; those that are not over yet are left out.</param>
    /// <param name="with">Which earlier period. Of more than twelve months the last twelve are set against the twelve before.</param>
    /// <param name="teams">Every team that there are figures of.</param>
    /// <param name="lastFullMonth">The last month that is over.</param>
    /// <param name="programme">Whose go-live may lie between the two; none where nothing went live.</param>
    /// <exception cref="ArgumentOutOfRangeException">A baseline is parted by a programme's go-live and not by a period.</exception>
    public static ComparisonWindows OfPeriods(Window asked, ComparedWith with, IEnumerable<string> teams, Month lastFullMonth, Programme? programme = null)
    {
        var over = asked with { To = Month.Min(asked.To, lastFullMonth) };
        var after = with == ComparedWith.LastYear && over.Length > MonthsOfYear ? over with { From = over.To.Plus(1 - MonthsOfYear) } : over;
        var back = with switch
        {
            ComparedWith.PreviousPeriod => Math.Max(after.Length, 0),
            ComparedWith.LastYear => MonthsOfYear,
            _ => throw new ArgumentOutOfRangeException(nameof(with), with, "Not an earlier period."),
        };
        var before = new Window(after.From.Plus(-back), after.To.Plus(-back));
        TeamWindows WindowsOf(string team) => new(
            team, programme is null ? default : team == Cell.Unassigned ? programme.GoLive : programme.GoLiveOf(team), before, after);
        return new()
        {
            With = with,
            Programme = programme,
            Asked = asked,
            LastMonth = lastFullMonth,
            Teams = after.IsEmpty ? [] : [.. teams.Append(Cell.Unassigned).Distinct().Select(WindowsOf)],
            Company = WindowsOf(Cell.Unassigned),
            LeftOut = after.IsEmpty ? [.. teams.Select(WindowsOf)] : [],
        };
    }

    /// <summary>The windows that count for a metric and filter: the teams' where the metric has teams, otherwise the company's.</summary>
    /// <param name="metric">What is compared. Waits are compared over months whose waits have all had the metric's maturity to end in, once there is such a month after go-live.</param>
    /// <param name="filter">The part of the business.</param>
    /// <param name="asOf">The last day that the figures tell of.</param>
    /// <returns>None where no month after go-live can be compared.</returns>
    public IReadOnlyList<TeamWindows> For(Metric metric, Filter filter, DateOnly asOf)
    {
        if (metric is CohortMetric { Maturity: > 0, Choice: CohortChoice.Begun or CohortChoice.BegunAndMatured } wait)
        {
            var matured = Month.Of(asOf.AddDays(1 - wait.Maturity)).Plus(-1);
            if (matured < LastMonth && Until(matured).For(metric, filter, asOf) is { Count: > 0 } ofMatured)
            {
                return ofMatured;
            }
        }

        if (!metric.Dimensions.HasFlag(Dimensions.Team))
        {
            return Company.After.IsEmpty ? [] : [metric is CustomerMetric ? EquallyLong(Company) : Company];
        }

        return [.. Teams.Where(team => filter.Team is null || filter.Team == team.Team)];
    }

    private ComparisonWindows Until(Month month) =>
        With == ComparedWith.Baseline ? Of(Programme!, TeamNames, month) : OfPeriods(Asked, With, TeamNames, month, Programme);

    // More months have more distinct customers: as many before as after, the same months of the year where the baseline has them.
    private static TeamWindows EquallyLong(TeamWindows company)
    {
        var months = Math.Min(company.Before.Length, company.After.Length);
        var after = company.After with { From = company.After.To.Plus(1 - months) };
        for (var years = 1; after.To.Index > years * 12 && after.From.Plus(-12 * years) >= company.Before.From; years++)
        {
            var before = new Window(after.From.Plus(-12 * years), after.To.Plus(-12 * years));
            if (before.To <= company.Before.To)
            {
                return company with { Before = before, After = after };
            }
        }

        return company with { Before = company.Before with { From = company.Before.To.Plus(1 - months) }, After = after };
    }

    private IEnumerable<string> TeamNames => Teams.Concat(LeftOut).Select(team => team.Team);

    private static TeamWindows WindowsOf(Programme programme, string team, Month goLive, Month lastFullMonth)
    {
        if (!goLive.IsKnown)
        {
            var none = new Window(lastFullMonth.Plus(1), lastFullMonth);
            return new(team, goLive, none, none);
        }

        var ready = goLive.Plus(programme.RampUpMonths);
        var first = lastFullMonth.Plus(1 - programme.BaselineMonths);
        return new(
            team, goLive, new Window(goLive.Plus(-programme.BaselineMonths), goLive.Plus(-1)), new Window(Month.Max(ready, first), lastFullMonth));
    }
}
