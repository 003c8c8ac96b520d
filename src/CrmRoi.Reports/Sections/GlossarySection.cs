namespace CrmRoi.Reports.Sections;

/// <summary>What words mean.</summary>
internal static class GlossarySection
{
    private static readonly string[] Terms =
        ["baseline", "go-live", "ramp-up", "margin", "gain", "counterfactual", "bridge", "break-even", "npv", "irr", "interval", "points", "median", "completeness", "fingerprint"];

    public static void Write(ReportPages pages)
    {
        var text = pages.Text;
        var section = pages.SectionBelow("glossary", 200);
        var table = new ReportTable(new(text["column.term"], 1), new(text["column.meaning"], 3.6));
        foreach (var term in Terms)
        {
            table.Add(new ReportCell(text[$"term.{term}"], Tone: Tone.Strong), text[$"term.{term}.meaning"]);
        }

        pages.Table(section, table);
    }
}
