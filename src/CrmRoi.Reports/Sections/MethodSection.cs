using CrmRoi.Metrics.Evidence;
using CrmRoi.Pdf;

namespace CrmRoi.Reports.Sections;

/// <summary>How the figures are reckoned, on one page.</summary>
internal static class MethodSection
{
    private static readonly string[] Parts = ["counting", "before-after", "counterfactual", "money", "present", "doubt", "verdicts", "not-counted"];

    public static void Write(ReportPages pages)
    {
        var section = pages.Section("method");
        pages.Body(section, pages.Text["method.lead"]);
        foreach (var part in Parts)
        {
            pages.Flow.Space(7);
            pages.Flow.Paragraph(section,
            [
                new TextSpan(pages.Text[$"method.{part}"] + "\u2002", ReportLook.Strong),
                new TextSpan(pages.Text.Of($"method.{part}.text", Arguments(pages)), ReportLook.Body),
            ]);
        }
    }

    // What the sentences may name: the official method, its rule, months before, ramp-up, the rate and its month, draws and level.
    private static object[] Arguments(ReportPages pages)
    {
        var (summary, programme) = (pages.Input.Summary, pages.Input.Summary.Programme);
        var official = pages.Input.Evidence.FirstOrDefault(each => each.Subject.Key == EvidenceSubject.SalesMargin.Key)?.Official;
        var method = summary.Return.Estimate?.Method ?? official?.Method ?? EvidenceMethod.BeforeAfter;
        return
        [
            pages.Words.Member(summary.Return.Estimate is null ? EvidenceMethod.BeforeAfter : method),
            pages.Formats.Count(programme.BaselineMonths),
            pages.Formats.Count(programme.RampUpMonths),
            pages.Formats.Share(programme.DiscountRate),
            pages.MonthShort(summary.Return.Window.From),
            pages.Formats.Count(summary.Return.Drawn?.Draws ?? 0),
            pages.Words.Member(programme.MarginSource),
        ];
    }
}
