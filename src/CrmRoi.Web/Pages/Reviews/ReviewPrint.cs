using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Pdf;
using CrmRoi.Reports;

namespace CrmRoi.Web.Pages.Reviews;

/// <summary>Writes the report that a review freezes: everything, in the language of whoever makes it.</summary>
public static class ReviewPrint
{
    public static byte[] Write(Figures known, ProgrammeSummary summary, DateTimeOffset now, string by, CultureInfo culture) => RoiReport.Write(
        new ReportInput(
            known.Company.Name,
            summary,
            known.Cube,
            TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(known.Company.TimeZone)),
            by,
            known.Version,
            PageSize.A4,
            known.Company.FiscalYearStart),
        culture);
}
