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
        foreach (var section in pages.Shown)
        {
            WriterOf(section)(pages);
        }

        contents.Fill();
        pages.Flow.Finish();
        return pages.Document.Save();
    }

    /// <summary>What a section is called.</summary>
    public static string NameOf(ReportSection section, CultureInfo culture) =>
        new ReportText(culture)[section == ReportSection.CashFlow ? "cash" : section.ToString().ToLowerInvariant()];

    private static Action<ReportPages> WriterOf(ReportSection section) => section switch
    {
        ReportSection.Summary => SummarySection.Write,
        ReportSection.Costs => CostSection.Write,
        ReportSection.Benefits => BenefitSection.Write,
        ReportSection.Bridge => BridgeSection.Write,
        ReportSection.Return => ReturnSection.Write,
        ReportSection.CashFlow => CashFlowSection.Write,
        ReportSection.Scenarios => ScenarioSection.Write,
        ReportSection.Metrics => MetricsSection.Write,
        ReportSection.Assumptions => AssumptionSection.Write,
        ReportSection.Cautions => CautionSection.Write,
        ReportSection.Data => DataSection.Write,
        ReportSection.Method => MethodSection.Write,
        ReportSection.Definitions => DefinitionSection.Write,
        ReportSection.Glossary => GlossarySection.Write,
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, "Unknown section."),
    };
}
