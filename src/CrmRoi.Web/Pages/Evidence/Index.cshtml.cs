using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CrmRoi.Web.Pages.Evidence;

/// <summary>What would have happened without the CRM: one subject with its methods and checks, and the list of subjects.</summary>
public sealed class IndexModel(FigureStore store, Formats formats, DomainText words) : FiguresPage(store)
{
    private const int MonthsOfUse = 3;

    /// <summary>The key of what is asked about; the sales margin unless something else is.</summary>
    [BindProperty(SupportsGet = true, Name = "subject")]
    public string? Asks { get; set; }

    public EvidenceSubject Subject { get; private set; } = EvidenceSubject.SalesMargin;

    /// <summary>None without a go-live, and while it is being reckoned.</summary>
    public ShownEvidence? Shown { get; private set; }

    /// <summary>Whether anybody has said when the CRM went live.</summary>
    public bool HasGoLive => Programme?.FirstGoLive().IsKnown == true;

    /// <summary>Whether evidence on the subject is kept ready by itself.</summary>
    public bool IsKeptReady => EvidenceSubject.Usual.Any(usual => usual.Key == Subject.Key);

    /// <summary>The subjects to choose from, with what is known of each.</summary>
    public IReadOnlyList<(EvidenceSubject Subject, EvidenceFormats Written, ProgrammeEvidence? Evidence)> Subjects { get; private set; } = [];

    public override FilterChips Chips => base.Chips with { HasPeriod = false, HasParts = false, Keep = new Dictionary<string, string?> { ["subject"] = Asks } };

    /// <summary>How the subject is written.</summary>
    public EvidenceFormats Written => WrittenOf(Subject);

    public IActionResult OnGet()
    {
        if (EvidenceSubject.Find(Asks ?? EvidenceSubject.SalesMargin.Key) is not { } subject)
        {
            return NotFound();
        }

        Subject = subject;
        if (Programme is { } programme)
        {
            Subjects = [.. EvidenceSubject.Usual.Select(usual => (usual, WrittenOf(usual), Figures.EvidenceOf(programme, usual)))];
            Shown = Figures.EvidenceOf(programme, subject) is { } evidence ? new(evidence, Written) { Teams = TeamsOf(evidence) } : null;
        }

        return Page();
    }

    private EvidenceFormats WrittenOf(EvidenceSubject subject) => new(subject, formats, words, Currency);

    private List<TeamUse> TeamsOf(ProgrammeEvidence evidence) => Figures.Remember((nameof(TeamsOf), evidence.Programme.Name, evidence.Subject.Key), () =>
    {
        var uses = Figures.MembersOf(Dimensions.Team).Where(team => team != Cell.Unassigned && evidence.Programme.GoLiveOf(team) <= evidence.Until)
            .Select(team => UseOf(evidence, team)).ToList();
        return uses.Exists(use => use.Adoption is not null) ? uses : [];
    });

    private TeamUse UseOf(ProgrammeEvidence evidence, string team)
    {
        var goLive = evidence.Programme.GoLiveOf(team);
        var window = new Window(Month.Max(evidence.Until.Plus(1 - MonthsOfUse), goLive), evidence.Until);
        var group = evidence.Differences?.Groups.FirstOrDefault(group => goLive.IsKnown && evidence.DifferencesFrom.Plus(group.At) == goLive);
        var without = evidence.Opportunities?.WithoutTeam.FirstOrDefault(one => one.Donor == team)?.Average;
        return new(team, goLive, Figures.Cube.Read(ServiceMetrics.Adoption, window, Filter.None with { Team = team }).Value, group, without);
    }
}
