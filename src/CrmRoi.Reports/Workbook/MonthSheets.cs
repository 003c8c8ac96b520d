using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Reports.Workbook;

/// <summary>A sheet of months in which some columns add up to a total, and where the total of a month stands.</summary>
internal sealed record MonthSheet(Sheet Sheet, int FirstRow, IReadOnlyList<string> Totals);

/// <summary>What was spent of each kind, and what was gained by each benefit, month by month.</summary>
internal static class MonthSheets
{
    /// <summary>A column for each kind of cost, and their sum.</summary>
    public static MonthSheet Costs(WorkbookWords words, IReadOnlyList<Month> months)
    {
        var cost = words.Input.Summary.Return.Cost;
        var kinds = cost.Lines.GroupBy(line => line.Cost.Kind).OrderBy(group => group.Key)
            .Select(group => (Name: words.Words.Member(group.Key), Flow: CashFlow.Sum(group.Select(line => line.Spent)))).ToList();
        var sheet = new Sheet(words.Text["sheet.costs-by-month"], [12, .. Enumerable.Repeat(15d, kinds.Count + 1)]);
        sheet.AddHead([words.Text["column.month"], .. kinds.Select(kind => kind.Name), words.Money("column.total")]);
        var first = sheet.Next;
        foreach (var month in months)
        {
            var row = sheet.Next;
            var sum = kinds.Count == 0
                ? SheetCell.Of(0, CellStyle.MoneyStrong)
                : SheetCell.Live($"SUM({Sheet.At(2, row)}:{Sheet.At(kinds.Count + 1, row)})", kinds.Sum(kind => kind.Flow[month]), CellStyle.MoneyStrong);
            sheet.Add([SheetCell.Of(month), .. kinds.Select(kind => SheetCell.Of(kind.Flow[month], CellStyle.Money)), sum]);
        }

        AddTotals(words, sheet, first, [.. kinds.Select(kind => months.Sum(month => kind.Flow[month])), months.Sum(month => kinds.Sum(kind => kind.Flow[month]))]);
        return new(sheet, first, [.. months.Select((_, index) => sheet.Range(kinds.Count + 2, first + index))]);
    }

    /// <summary>For each benefit that counts what was measured, times the factor above it; the factors can be turned.</summary>
    /// <returns>The sheet twice: the sum of the sales margin, and the sum of savings.</returns>
    public static (MonthSheet Margin, MonthSheet Savings) Benefits(WorkbookWords words, IReadOnlyList<Month> months)
    {
        const int Factors = 2;
        var lines = words.Input.Summary.Return.Benefits.Where(line => line.IsCounted && line.Raw.First is not null).ToList();
        var sheet = new Sheet(words.Text["sheet.benefits-by-month"], [22, .. Enumerable.Repeat(17d, 2 * lines.Count)]);
        sheet.Add([SheetCell.Of(words.Text["sheet.factor"], CellStyle.Plain)]);
        sheet.Add([SheetCell.Of(words.Text["sheet.factor.row"], CellStyle.Strong), .. lines.SelectMany(FactorOf)]);
        sheet.AddHead([words.Text["column.month"], .. lines.SelectMany(line => Headings(words, line.Kind))]);
        var first = sheet.Next;
        foreach (var month in months)
        {
            var row = sheet.Next;
            sheet.Add([SheetCell.Of(month), .. lines.SelectMany((line, index) => new[]
            {
                SheetCell.Of(line.Raw[month], CellStyle.Money),
                SheetCell.Live($"{Sheet.At(2 + (2 * index), row)}*${Sheet.Letter(3 + (2 * index))}${Factors}", line.Monthly[month], CellStyle.MoneyStrong),
            })]);
        }

        AddTotals(words, sheet, first, [.. lines.SelectMany(line => new[] { months.Sum(month => line.Raw[month]), months.Sum(month => line.Monthly[month]) })]);
        return (Of(isMargin: true), Of(isMargin: false));

        MonthSheet Of(bool isMargin)
        {
            var columns = lines.Select((line, index) => (line, Column: 3 + (2 * index))).Where(each => each.line.Kind.IsMargin() == isMargin).Select(each => each.Column).ToList();
            return new(sheet, first, [.. months.Select((_, index) => columns.Count == 0 ? "0" : string.Join("+", columns.Select(column => sheet.Range(column, first + index))))]);
        }
    }

    // Above what counts; above what was measured nothing.
    private static SheetCell?[] FactorOf(BenefitLine line) => [null, SheetCell.Of(line.Factor, line.Kind == BenefitKind.AdminHours ? CellStyle.InputNumber : CellStyle.Input)];

    private static string[] Headings(WorkbookWords words, BenefitKind kind) =>
    [
        words.Text.Of("sheet.measured", words.Words.Member(kind), kind == BenefitKind.AdminHours ? words.Text["sheet.hours"] : words.Currency),
        words.Text.Of("sheet.counted", words.Words.Member(kind), words.Currency),
    ];

    private static void AddTotals(WorkbookWords words, Sheet sheet, int first, IReadOnlyList<decimal> totals)
    {
        var last = sheet.Next - 1;
        if (last >= first)
        {
            sheet.Add([SheetCell.Of(words.Text["column.total"], CellStyle.TextTotal), .. totals.Select((total, index) =>
                SheetCell.Live($"SUM({Sheet.At(index + 2, first)}:{Sheet.At(index + 2, last)})", total, CellStyle.MoneyTotal))]);
        }
    }
}
