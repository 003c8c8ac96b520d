using CrmRoi.Metrics;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;
using CrmRoi.Pdf;

namespace CrmRoi.Reports.Sections;

/// <summary>What was spent: by kind, by fiscal year, line by line.</summary>
internal static class CostSection
{
    public static void Write(ReportPages pages)
    {
        var cost = pages.Input.Summary.Return.Cost;
        var section = pages.Section("costs");
        if (cost.Lines.Count == 0)
        {
            pages.Body(section, pages.Text["costs.none"]);
            return;
        }

        var lead = pages.Text.Of(
            "costs.lead", pages.Money(cost.Total), pages.MonthShort(pages.Input.Summary.LastMonth), pages.Money(cost.OneOff), pages.Money(cost.Recurring),
            pages.Money(cost.OverHorizon), pages.MonthShort(cost.HorizonEnd));
        pages.Body(section, cost.PerUserAndMonth is { } each ? $"{lead} {pages.Text.Of("costs.per-user", pages.Money(each))}" : lead);
        pages.Sub(section, pages.Text["costs.kinds"]);
        pages.Table(section, ByKind(pages, cost));
        pages.Sub(section, pages.Text["costs.years"]);
        pages.Table(section, ByYear(pages, cost));
        if (pages.Input.HasCostLines)
        {
            pages.Sub(section, pages.Text["costs.lines"]);
            pages.Table(section, Lines(pages, cost));
        }
        else
        {
            pages.Body(section, pages.Text["costs.lines-hidden"]);
        }
    }

    private static ReportTable ByKind(ReportPages pages, CostSummary cost)
    {
        var text = pages.Text;
        var table = new ReportTable(new(text["column.kind"], 1), new(text["column.one-off"]), new(text["column.recurring"]), new(text["column.total"]), new(text["column.share"]));
        foreach (var (kind, total) in cost.ByKind)
        {
            var once = cost.Lines.Where(line => line.Cost.Kind == kind && line.Cost.Cadence == Cadence.OneOff).Sum(line => line.Spent.Total);
            table.Add(
                pages.Words.Member(kind), pages.Amount(once), pages.Amount(total - once), pages.Money(total),
                new(pages.Formats.Share(Ratio.Of(total, cost.Total)), Tone: Tone.Muted));
        }

        table.AddTotal(text["column.total"], pages.Money(cost.OneOff), pages.Money(cost.Recurring), pages.Money(cost.Total), pages.Formats.Share(Ratio.Of(cost.Total, cost.Total)));
        return table;
    }

    private static ReportTable ByYear(ReportPages pages, CostSummary cost)
    {
        var text = pages.Text;
        var table = new ReportTable(new(text["column.fiscal-year"], 1), new(text["column.spent"]), new(text["column.planned"]), new(text["column.both"]));
        var (spent, planned) = (cost.Monthly, cost.Planned);
        foreach (var year in (spent + planned).Amounts.Keys.GroupBy(month => FiscalYear.Of(month, pages.Input.FiscalYearStart)).OrderBy(group => group.Key))
        {
            var window = FiscalYear.Window(year.Key, pages.Input.FiscalYearStart);
            var (was, will) = (spent.In(window).Total, planned.In(window).Total);
            table.Add(new ReportCell(FiscalYear.Name(year.Key, pages.Input.FiscalYearStart), pages.Period(window)), pages.Amount(was), pages.Amount(will), pages.Amount(was + will));
        }

        table.AddTotal(text["column.total"], pages.Money(spent.Total), pages.Money(planned.Total), pages.Money(spent.Total + planned.Total));
        return table;
    }

    private static ReportTable Lines(ReportPages pages, CostSummary cost)
    {
        var text = pages.Text;
        var table = new ReportTable(
            new(text["column.description"], 2.6), new(text["column.cadence"], 1.5), new(text["column.from-to"], 1.7), new(text["column.amount"]), new(text["column.spent"]));
        foreach (var line in cost.Lines.OrderBy(line => line.Cost.Kind).ThenBy(line => line.Cost.From).ThenBy(line => line.Cost.Id, StringComparer.Ordinal))
        {
            table.Add(
                new ReportCell(line.Cost.Description, pages.Words.Member(line.Cost.Kind)),
                HowOften(pages, line.Cost),
                FromTo(pages, line.Cost.Cadence, line.Cost.From, line.Cost.To),
                pages.Money(line.Cost.Amount),
                line.IsStillToCome ? new ReportCell(Formats.Undefined, text["costs.to-come"], Tone.Muted) : new ReportCell(pages.Money(line.Spent.Total)));
        }

        table.AddTotal(text["column.total"], "", "", "", pages.Money(cost.Total));
        return table;
    }

    private static ReportCell HowOften(ReportPages pages, Cost cost) => new(
        pages.Words.Member(cost.Cadence),
        cost is { Cadence: Cadence.PerUserMonth, Users: { } users } ? pages.Text.Of("costs.users", pages.Formats.Count(users)) : null);

    /// <summary>The months in which something falls due, as far as they are stated.</summary>
    public static string FromTo(ReportPages pages, Cadence cadence, Month from, Month? to) => (cadence, to) switch
    {
        (Cadence.OneOff, _) => pages.MonthShort(from),
        (_, { } last) => pages.Period(new(from, last)),
        _ => pages.Text.Of("from", pages.MonthShort(from)),
    };
}
