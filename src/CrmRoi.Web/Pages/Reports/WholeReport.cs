using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Pdf;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Shared;

namespace CrmRoi.Web.Pages.Reports;

/// <summary>Writes the report as reviews freeze it and schedules send it: every section, in the company's look.</summary>
public static class WholeReport
{
    /// <param name="figures">What is known.</param>
    /// <param name="summary">Of which programme.</param>
    /// <param name="look">The company's look; none where nobody set one.</param>
    /// <param name="now">When.</param>
    /// <param name="by">By whom, or for whom.</param>
    /// <param name="seesCosts">Whether single costs are listed.</param>
    /// <param name="culture">In whose language.</param>
    public static byte[] Write(Figures figures, ProgrammeSummary summary, CompanyLook? look, DateTimeOffset now, string by, bool seesCosts, CultureInfo culture) =>
        RoiReport.Write(InputOf(figures, summary, look, now, by, seesCosts), culture);

    /// <summary>What the report says, on A4 unless somebody asks for another size.</summary>
    /// <inheritdoc cref="Write" path="/param"/>
    public static ReportInput InputOf(Figures figures, ProgrammeSummary summary, CompanyLook? look, DateTimeOffset now, string by, bool seesCosts)
    {
        var programme = summary.Programme;
        var input = new ReportInput(
            figures.Company.Name,
            summary,
            figures.Cube,
            figures.Company.ClockOf(now),
            by,
            figures.Version,
            PageSize.A4,
            figures.Company.FiscalYearStart)
        {
            HasCostLines = seesCosts,
            Evidence = figures.EvidenceOf(programme),
            Scenarios = figures.ScenariosOf(programme),
            Options = new() { Brand = ReportBrand.Of(look?.Colour, look?.SecondColour, look?.Logo) },
        };

        // It depends on what is told and on nothing else: neither on the look nor on the reader.
        return input with { Fingerprint = figures.Remember((nameof(ReportFingerprint), programme.Name, summary.Filter, summary.LastMonth), () => ReportFingerprint.Of(input)) };
    }
}
