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
            Shown = Figures.EvidenceOf(programme, subject) is { } evidence ? new(evidence, Written) { Teams = TeamUse.Of(Figures, evidence) } : null;
        }

        return Page();
    }

    private EvidenceFormats WrittenOf(EvidenceSubject subject) => new(subject, formats, words, Currency);
}
