using CrmRoi.Metrics;
using CrmRoi.Metrics.Return;
using CrmRoi.Reports.Charts;

namespace CrmRoi.Reports.Sections;

/// <summary>Cost, gain and what is left of them, month by month.</summary>
internal static class CashFlowSection
{
    public static void Write(ReportPages pages)
    {
        var (result, text) = (pages.Input.Summary.Return, pages.Text);
        var section = pages.Section("cash");
        if (result.Window.IsEmpty)
        {
            pages.Body(section, text["cash.none"]);
            return;
        }

        pages.Body(section, text["cash.lead"]);
        if (result.MonthlyGain is { } gain)
        {
            var chart = new FlowChart(
                result.Window, gain, result.Cost.Monthly, pages.AxisMoney, month => pages.MonthShort(month));
            pages.Flow.Figure(section, 190, InWords(pages, result, gain), chart.Draw);
            pages.Note(section, text["cash.chart.note"]);
        }

        pages.Sub(section, text["cash.months"]);
        pages.Table(section, Months(pages, result));
    }

    private static string InWords(ReportPages pages, ProgrammeReturn result, CashFlow gain)
    {
        var (best, dearest) = (gain.Over(result.Window).MaxBy(each => each.Amount), result.Cost.Monthly.Over(result.Window).MaxBy(each => each.Amount));
        return pages.Text.Of(
            "cash.alt", pages.Period(result.Window), pages.Money(dearest.Amount), pages.MonthShort(dearest.Month), pages.Money(best.Amount), pages.MonthShort(best.Month));
    }

    private static ReportTable Months(ReportPages pages, ProgrammeReturn result)
    {
        var text = pages.Text;
        var table = new ReportTable(
            new(text["column.month"], 1.2), new(text["column.cost"]), new(text["column.sales-gain"]), new(text["column.savings"]), new(text["column.net"]), new(text["column.cumulative"]));
        var (saved, margin) = (result.Saved, result.CountedMargin);
        var cumulative = result.Cumulative.ToDictionary(each => each.Month, each => each.Amount);
        var net = result.MonthlyNet;
        foreach (var year in result.Window.Months.GroupBy(month => FiscalYear.Of(month, pages.Input.FiscalYearStart)))
        {
            foreach (var month in year)
            {
                table.Add(
                    pages.MonthShort(month), pages.Amount(result.Cost.Monthly[month]), Sales(month), pages.Amount(saved[month]),
                    Signed(net?[month]), Signed(cumulative.TryGetValue(month, out var sum) ? sum : null));
            }

            var window = FiscalYear.Window(year.Key, pages.Input.FiscalYearStart).Intersect(result.Window);
            table.AddTotal(
                text.Of("cash.year", FiscalYear.Name(year.Key, pages.Input.FiscalYearStart)), pages.Amount(result.Cost.Monthly.In(window).Total),
                margin.In(window) is { First: not null } sales ? pages.Money(sales.Total) : Formats.Undefined,
                pages.Amount(saved.In(window).Total), Signed(net?.In(window).Total), Signed(cumulative.TryGetValue(window.To, out var end) ? end : null));
        }

        table.AddTotal(
            text["column.total"], pages.Amount(result.Cost.Total), pages.Money(result.MarginTotal), pages.Amount(result.SavingsTotal),
            Signed(result.NetBenefit), Signed(result.NetBenefit));
        return table;

        // Before any team's go-live and in months without figures there is no gain to tell, which is not a gain of 0.
        ReportCell Sales(Month month) => margin.Amounts.TryGetValue(month, out var amount)
            ? new ReportCell(pages.Money(amount))
            : new ReportCell(Formats.Undefined, Tone: Tone.Muted);

        ReportCell Signed(decimal? amount) => new(pages.Money(amount), Tone: amount < 0 ? Tone.Negative : Tone.Plain);
    }
}
