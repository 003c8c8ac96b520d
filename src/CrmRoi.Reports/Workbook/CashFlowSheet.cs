using CrmRoi.Metrics;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Reports.Workbook;

/// <summary>Where the columns of the cash flow stand, for the figures that are reckoned from them.</summary>
internal sealed record CashFlowPlaces(string Cost, string Margin, string Savings, string Net, string Factor, string Present, string Months);

/// <summary>Cost, gain and net benefit by month, cumulative and discounted: every cell a formula.</summary>
internal static class CashFlowSheet
{
    private const int ChartRows = 22;

    public static (Sheet Sheet, CashFlowPlaces? Places) Make(WorkbookWords words, IReadOnlyList<Month> months, string rate, MonthSheet costs, (MonthSheet Margin, MonthSheet Savings) gains)
    {
        var (text, result) = (words.Text, words.Input.Summary.Return);
        var sheet = new Sheet(text["cash"], 12, 9, 16, 16, 16, 16, 16, 14, 16);
        sheet.AddHead(
            text["column.month"], text["sheet.months-since"], words.Money("column.cost"), words.Money("column.sales-gain"), words.Money("column.savings"), words.Money("column.net"),
            words.Money("column.cumulative"), text["sheet.discount-factor"], words.Money("sheet.present"));
        if (months.Count == 0)
        {
            return (sheet, null);
        }

        var (first, isKnown) = (sheet.Next, result.Gain is not null);
        var cumulative = result.Cumulative.Select(each => (decimal?)each.Amount).ToList();
        for (var index = 0; index < months.Count; index++)
        {
            sheet.Add(Row(result, months[index], index, first, rate, isKnown ? cumulative[index] : null, costs.Totals[index], gains.Margin.Totals[index], gains.Savings.Totals[index]));
        }

        var last = sheet.Next - 1;
        sheet.Add(
            SheetCell.Of(text["column.total"], CellStyle.TextTotal), SheetCell.Of("", CellStyle.TextTotal), Sum(3, result.Cost.Total), Sum(4, isKnown ? result.MarginTotal ?? 0 : null),
            Sum(5, isKnown ? result.SavingsTotal : null), Sum(6, result.NetBenefit), SheetCell.Of("", CellStyle.TextTotal), SheetCell.Of("", CellStyle.TextTotal), Sum(9, result.Npv));
        if (isKnown)
        {
            sheet.Charts.Add(new(
                text["summary.cumulative"], isBars: false, sheet.Range(1, first, last), [.. months.Select(month => SheetCell.Of(month))],
                [new(words.Money("column.cumulative"), sheet.Range(7, first, last), cumulative, "0B7A6F")], "#,##0")
            { Place = (0, last + 2, 9, ChartRows) });
        }

        return (sheet, new(Range(3), Range(4), Range(5), Range(6), Range(8), Range(9), Range(1)));

        string Range(int column) => sheet.Range(column, first, last);

        SheetCell Sum(int column, decimal? total) => total is null
            ? SheetCell.Of("", CellStyle.TextTotal)
            : SheetCell.Live($"SUM({Sheet.At(column, first)}:{Sheet.At(column, last)})", total, CellStyle.MoneyTotal);
    }

    private static SheetCell?[] Row(
        ProgrammeReturn result, Month month, int index, int first, string rate, decimal? cumulative, string cost, string margin, string savings)
    {
        var row = first + index;
        SheetCell?[] start =
        [
            SheetCell.Of(month),
            SheetCell.Of(index, CellStyle.Count),
            SheetCell.Live(cost, result.Cost.Monthly[month], CellStyle.Money),
        ];
        if (result.MonthlyNet is not { } net)
        {
            return start;
        }

        var factor = (decimal)Math.Pow(1 + (double)result.Programme.DiscountRate, -index / 12d);
        return
        [
            .. start,
            SheetCell.Live(margin, result.CountedMargin[month], CellStyle.Money),
            SheetCell.Live(savings, result.Saved[month], CellStyle.Money),
            SheetCell.Live($"{Sheet.At(4, row)}+{Sheet.At(5, row)}-{Sheet.At(3, row)}", net[month], CellStyle.Money),
            SheetCell.Live(index == 0 ? Sheet.At(6, row) : $"{Sheet.At(7, row - 1)}+{Sheet.At(6, row)}", cumulative, CellStyle.MoneyStrong),
            SheetCell.Live($"(1+{rate})^(-{Sheet.At(2, row)}/12)", factor, CellStyle.Factor),
            SheetCell.Live($"{Sheet.At(6, row)}*{Sheet.At(8, row)}", net[month] * factor, CellStyle.Money),
        ];
    }
}
