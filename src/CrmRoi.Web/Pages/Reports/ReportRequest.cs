using CrmRoi.Pdf;
using CrmRoi.Reports;
using CrmRoi.Web.Hosting;

namespace CrmRoi.Web.Pages.Reports;

/// <summary>Which report is asked for, as a link says it.</summary>
public sealed class ReportRequest
{
    public const string A4 = "A4";

    public const string Letter = "Letter";

    /// <summary>The name of the programme.</summary>
    public string? Programme { get; set; }

    public string? Language { get; set; }

    public string? Paper { get; set; } = A4;

    /// <summary>The sections asked for; all where none is named.</summary>
    public string[] Sections { get; set; } = [];

    /// <summary>Whether there is such a report.</summary>
    public bool IsKnown => Language is not null && ReaderLanguage.IsKnown(Language) && Paper is A4 or Letter
        && Sections.All(name => Enum.TryParse<ReportSection>(name, out var section) && Enum.IsDefined(section) && section.ToString() == name);

    public PageSize Size => Paper == Letter ? PageSize.Letter : PageSize.A4;

    /// <summary>The sections, where there is such a report. No property, since whoever binds a request reads all of those before it is known to be one.</summary>
    public IReadOnlySet<ReportSection> ToSections() => Sections.Length == 0 ? ReportOptions.AllSections : Sections.Select(Enum.Parse<ReportSection>).ToHashSet();
}
