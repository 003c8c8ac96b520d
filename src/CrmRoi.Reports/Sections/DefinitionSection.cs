using CrmRoi.Metrics.Snapshots;
using CrmRoi.Pdf;

namespace CrmRoi.Reports.Sections;

/// <summary>Which part of the business was looked at in which months, and what every metric means.</summary>
internal static class DefinitionSection
{
    public static void Write(ReportPages pages)
    {
        var section = pages.Section("definitions");
        pages.Body(section, FilterInWords(pages));
        pages.Sub(section, pages.Text["definitions.windows"]);
        Windows(pages, section);
        if (pages.Input.Summary.Comparisons.Count > 0)
        {
            pages.Sub(section, pages.Text["definitions.metrics"]);
            Metrics(pages, section);
        }
    }

    public static string FilterInWords(ReportPages pages)
    {
        var filter = pages.Input.Summary.Filter;
        (Dimensions Dimension, string? Member)[] named =
        [
            (Dimensions.Rep, filter.Rep), (Dimensions.Team, filter.Team), (Dimensions.Region, filter.Region), (Dimensions.Segment, filter.Segment),
            (Dimensions.Channel, filter.Channel), (Dimensions.Campaign, filter.Campaign), (Dimensions.Product, filter.Product),
        ];
        var said = named.Where(each => each.Member is not null).Select(each => $"{pages.Words.Member(each.Dimension)}: {each.Member}").ToList();
        return said.Count == 0 ? pages.Text["definitions.filter.none"] : pages.Text.Of("definitions.filter", string.Join(", ", said));
    }

    private static void Windows(ReportPages pages, StructureElement section)
    {
        var (text, windows) = (pages.Text, pages.Input.Summary.Windows);
        var table = new ReportTable(new(text["column.team"], 1.2), new(text["column.go-live"], 1), new(text["column.before"], 1.6), new(text["column.after"], 1.6));
        foreach (var team in windows.Teams.Concat(windows.LeftOut).Where(team => team.Team != Cell.Unassigned))
        {
            table.Add(BenefitSection.NameOf(pages, team.Team), pages.MonthShort(team.GoLive), pages.Period(team.Before), pages.Period(team.After));
        }

        var company = windows.Company;
        table.Add(new ReportCell(text["team.company"], text["definitions.company"]), pages.MonthShort(company.GoLive), pages.Period(company.Before), pages.Period(company.After));
        pages.Table(section, table);
    }

    private static void Metrics(ReportPages pages, StructureElement section)
    {
        var text = pages.Text;
        var table = new ReportTable(new(text["column.metric"], 1), new(text["column.definition"], 2.4), new(text["column.undefined"], 1.6));
        foreach (var comparison in pages.Input.Summary.Comparisons)
        {
            var metric = comparison.Metric;
            table.Add(MetricsSection.Name(pages, comparison), pages.Words.Definition(metric), new ReportCell(pages.Words.Undefined(metric), Tone: Tone.Muted));
        }

        pages.Table(section, table, text["definitions.return"]);
    }
}
