using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Shared;

namespace CrmRoi.Web.Pages.Evidence;

/// <summary>A team's use of the CRM beside what the CRM did there.</summary>
/// <param name="Team">The team.</param>
/// <param name="GoLive">Its first month with the CRM.</param>
/// <param name="Adoption">The share of its licences used in the last months; none where nobody entered it.</param>
/// <param name="Group">The effect on the teams that went live with it, by teams against teams; none where it cannot be told.</param>
/// <param name="Without">The relative effect of all other teams; none where no team is left out.</param>
public sealed record TeamUse(string Team, Month GoLive, decimal? Adoption, EffectAt? Group, double? Without)
{
    private const int MonthsOfUse = 3;

    /// <summary>Every team that is live, empty where nobody entered any team's use.</summary>
    public static IReadOnlyList<TeamUse> Of(Figures figures, ProgrammeEvidence evidence) => figures.Remember((nameof(TeamUse), evidence.Programme.Name, evidence.Subject.Key), () =>
    {
        var uses = figures.MembersOf(Dimensions.Team).Where(team => team != Cell.Unassigned && evidence.Programme.GoLiveOf(team) <= evidence.Until)
            .Select(team => Of(figures, evidence, team)).ToList();
        return uses.Exists(use => use.Adoption is not null) ? uses : [];
    });

    private static TeamUse Of(Figures figures, ProgrammeEvidence evidence, string team)
    {
        var goLive = evidence.Programme.GoLiveOf(team);
        var window = new Window(Month.Max(evidence.Until.Plus(1 - MonthsOfUse), goLive), evidence.Until);
        var group = evidence.Differences?.Groups.FirstOrDefault(group => goLive.IsKnown && evidence.DifferencesFrom.Plus(group.At) == goLive);
        var without = evidence.Opportunities?.WithoutTeam.FirstOrDefault(one => one.Donor == team)?.Average;
        return new(team, goLive, figures.Cube.Read(ServiceMetrics.Adoption, window, Filter.None with { Team = team }).Value, group, without);
    }
}
