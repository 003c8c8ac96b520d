using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Evidence;

/// <summary>Teams by calendar months, for comparing those that are live with those that are not yet.</summary>
internal static class TeamPanel
{
    /// <summary>The panel of the months that every team with a baseline has.</summary>
    /// <param name="months">The teams and what is known of them.</param>
    /// <param name="cube">What happened.</param>
    /// <param name="until">The last month.</param>
    /// <param name="value">What is compared; none where it is not defined.</param>
    /// <returns>The panel and its first month; no panel with fewer than two teams, two periods, or where a value is not defined.</returns>
    public static (Panel? Panel, Month From) Of(SubjectMonths months, SnapshotCube cube, Month until, Func<string?, Month, double?> value)
    {
        var teams = months.Units.Where(unit => unit.Team is not null && unit.Before > 0).ToList();
        if (teams.Count < 2)
        {
            return (null, until);
        }

        var window = new Window(teams.Max(unit => unit.GoLive.Plus(-unit.Before)), Month.Min(until, cube.Horizon.To));
        var units = teams.Select(unit => new { unit, Values = window.Months.Select(month => value(unit.Team, month)).ToList() }).ToList();
        if (window.Length < 3 || units.Exists(one => one.Values.Contains(null)))
        {
            return (null, window.From);
        }

        return (new(units.Select(one => new PanelUnit(one.unit.Team!, [.. one.Values.OfType<double>()], Math.Max(0, window.From.MonthsUntil(one.unit.GoLive))))), window.From);
    }
}
