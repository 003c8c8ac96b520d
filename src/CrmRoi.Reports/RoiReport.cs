using System.Globalization;
using CrmRoi.Reports.Sections;

namespace CrmRoi.Reports;

/// <summary>The report that a board is given: what the CRM cost, what came back, how that is known, and what to bear in mind.</summary>
public static class RoiReport
{
    /// <summary>Writes it as a tagged PDF. The same input gives the same bytes.</summary>
    /// <param name="input">What it says.</param>
    /// <param name="culture">In whose language, and how numbers and dates are written: English or German, English words for any other.</param>
    public static byte[] Write(ReportInput input, CultureInfo culture)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(input.FiscalYearStart, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(input.FiscalYearStart, 12);
        var pages = new ReportPages(input, culture);
        CoverPage.Write(pages, culture);
        var contents = ContentsPage.Reserve(pages);
        SummarySection.Write(pages);
        CostSection.Write(pages);
        BenefitSection.Write(pages);
        if (!pages.IsBrief)
        {
            ReturnSection.Write(pages);
            CashFlowSection.Write(pages);
            MetricsSection.Write(pages);
        }

        AssumptionSection.Write(pages);
        CautionSection.Write(pages);
        DataSection.Write(pages);
        if (!pages.IsBrief)
        {
            DefinitionSection.Write(pages);
        }

        contents.Fill();
        pages.Flow.Finish();
        return pages.Document.Save();
    }
}
