using CrmRoi.Metrics;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Reports.Workbook;

/// <summary>Sheets that list: costs, metrics before and after, assumptions.</summary>
internal static class ListSheets
{
    /// <summary>Every cost with what of it was spent and is still planned.</summary>
    public static Sheet Costs(WorkbookWords words)
    {
        var (text, cost) = (words.Text, words.Input.Summary.Return.Cost);
        var sheet = new Sheet(text["costs"], 44, 24, 20, 14, 12, 12, 10, 16, 16);
        sheet.AddHead(
            text["column.description"], text["column.kind"], text["column.cadence"], words.Money("column.amount"), text["sheet.from"], text["sheet.to"], text["sheet.users"],
            words.Money("column.spent"), words.Money("column.planned"));
        var first = sheet.Next;
        foreach (var line in cost.Lines.OrderBy(line => line.Cost.Kind).ThenBy(line => line.Cost.From).ThenBy(line => line.Cost.Id, StringComparer.Ordinal))
        {
            sheet.Add(
                line.Cost.Description, words.Words.Member(line.Cost.Kind), words.Words.Member(line.Cost.Cadence), SheetCell.Of(line.Cost.Amount, CellStyle.Money),
                SheetCell.Of(line.Cost.From), SheetCell.Of(line.Cost.To), SheetCell.Of(line.Cost.Users, CellStyle.Count),
                SheetCell.Of(line.Spent.Total, CellStyle.Money), SheetCell.Of(line.Planned.Total, CellStyle.Money));
        }

        var last = sheet.Next - 1;
        if (last >= first)
        {
            var blank = SheetCell.Of("", CellStyle.TextTotal);
            sheet.Add(
                SheetCell.Of(text["column.total"], CellStyle.TextTotal), blank, blank, blank, blank, blank, blank,
                SheetCell.Live($"SUM({Sheet.At(8, first)}:{Sheet.At(8, last)})", cost.Total, CellStyle.MoneyTotal),
                SheetCell.Live($"SUM({Sheet.At(9, first)}:{Sheet.At(9, last)})", cost.Planned.Total, CellStyle.MoneyTotal));
        }

        return sheet;
    }

    /// <summary>Each metric before and after with its denominators, as numbers.</summary>
    public static Sheet Metrics(WorkbookWords words)
    {
        var text = words.Text;
        var sheet = new Sheet(text["metrics"], 34, 14, 14, 16, 16, 18, 26, 22, 60);
        sheet.AddHead(
            text["column.metric"], text["column.before"], text["column.after"], text["sheet.of-before"], text["sheet.of-after"], text["column.change"], text["column.interval"],
            text["column.reading"], text["column.definition"]);
        foreach (var comparison in words.Input.Summary.Comparisons)
        {
            var isRefused = comparison.Verdict is Verdict.NotComparable or Verdict.Undefined;
            sheet.Add(
                words.Words.Name(comparison.Metric), Value(comparison.Metric, comparison.Before.Value), Value(comparison.Metric, comparison.After.Value),
                SheetCell.Of(comparison.Before.Denominator, CellStyle.Number), SheetCell.Of(comparison.After.Denominator, CellStyle.Number),
                isRefused ? SheetCell.Of(text["metrics.not-compared"]) : SheetCell.Of(words.Figures.Change(comparison), CellStyle.Text),
                SheetCell.Of(isRefused ? Formats.Undefined : words.Figures.Interval(comparison) ?? Formats.Undefined, CellStyle.Text),
                comparison.Reason == VerdictReason.None ? words.Words.Found(comparison) : $"{words.Words.Found(comparison)}: {words.Words.Of(comparison.Reason)}",
                SheetCell.Of(words.Words.Definition(comparison.Metric), CellStyle.Note));
        }

        return sheet;
    }

    /// <summary>What is assumed, with its range, its owner and what the CFO says.</summary>
    public static Sheet Assumptions(WorkbookWords words)
    {
        var text = words.Text;
        var sheet = new Sheet(text["sheet.assumptions"], 40, 14, 14, 14, 24, 20, 60);
        sheet.AddHead(
            text["column.assumption"], text["sheet.lowest"], text["sheet.likely"], text["sheet.highest"], text["column.owner"], text["column.decision"], text["column.reason"]);
        foreach (var assumption in words.Input.Summary.Return.Assumptions)
        {
            var style = assumption.Target is CrmRoi.Metrics.Programmes.AssumptionTarget.Nothing or CrmRoi.Metrics.Programmes.AssumptionTarget.HourlyRate ? CellStyle.Number : CellStyle.Percent;
            sheet.Add(
                assumption.Name, SheetCell.Of(assumption.Low, style), SheetCell.Of(assumption.Value, style), SheetCell.Of(assumption.High, style),
                assumption.Owner, words.Words.Member(assumption.Decision), assumption.Reason);
        }

        return sheet;
    }

    private static SheetCell Value(Metric metric, decimal? value) => SheetCell.Of(value, metric.Unit switch
    {
        Unit.Share => CellStyle.Percent,
        Unit.Money => CellStyle.Money,
        _ => CellStyle.Number,
    });
}
