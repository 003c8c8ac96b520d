using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Reports.Sections;

/// <summary>What is assumed, by whom, and whether the CFO accepts it.</summary>
internal static class AssumptionSection
{
    public static void Write(ReportPages pages)
    {
        var (result, text) = (pages.Input.Summary.Return, pages.Text);
        if (result.Assumptions.Count == 0 || pages.IsBrief)
        {
            return;
        }

        var section = pages.SectionBelow("assumptions", 200);
        pages.Body(section, text["assumptions.lead"]);
        if (result.Drawn is { } drawn)
        {
            pages.Body(section, text.Of(
                "assumptions.interval", pages.Formats.Share((decimal)drawn.Roi.Level, 0), Percent(drawn.Roi.Low), Percent(drawn.Roi.High), pages.Formats.Share((decimal)drawn.ProbabilityPaid, 0)));
        }

        var table = new ReportTable(new(text["column.assumption"], 2.4), new(text["column.range"], 1.6), new(text["column.owner"], 1.2), new(text["column.decision"], 1.2));
        foreach (var assumption in result.Assumptions)
        {
            table.Add(
                new ReportCell(assumption.Name, assumption.Reason), $"{Value(assumption, assumption.Low)} – {Value(assumption, assumption.Value)} – {Value(assumption, assumption.High)}",
                assumption.Owner, new ReportCell(pages.Words.Member(assumption.Decision), assumption.DecisionNote));
        }

        pages.Table(section, table);

        string Percent(double? value) => pages.Formats.Percent((decimal?)value);

        string Value(Assumption assumption, decimal value) => assumption.Target switch
        {
            AssumptionTarget.HourlyRate => pages.Formats.Money(value, pages.Currency),
            AssumptionTarget.Nothing => pages.Formats.Count(value, 2),
            _ => pages.Formats.Share(value, 0),
        };
    }
}
