using CrmRoi.Metrics.Programmes;

namespace CrmRoi.Reports.Sections;

/// <summary>What is assumed, by whom, and whether the CFO accepts it.</summary>
internal static class AssumptionSection
{
    public static void Write(ReportPages pages)
    {
        var (result, text) = (pages.Input.Summary.Return, pages.Text);
        var section = pages.SectionBelow("assumptions", 200);
        if (result.Assumptions.Count == 0)
        {
            pages.Body(section, text["assumptions.none"]);
            return;
        }

        pages.Body(section, text["assumptions.lead"]);
        var table = new ReportTable(new(text["column.assumption"], 2.4), new(text["column.range"], 1.6), new(text["column.owner"], 1.2), new(text["column.decision"], 1.2));
        foreach (var assumption in result.Assumptions)
        {
            table.Add(
                new ReportCell(assumption.Name, assumption.Reason), $"{Value(assumption, assumption.Low)} – {Value(assumption, assumption.Value)} – {Value(assumption, assumption.High)}",
                assumption.Owner, new ReportCell(pages.Words.Member(assumption.Decision), assumption.DecisionNote));
        }

        pages.Table(section, table);

        string Value(Assumption assumption, decimal value) => ScenarioSection.Value(pages, assumption, value);
    }
}
