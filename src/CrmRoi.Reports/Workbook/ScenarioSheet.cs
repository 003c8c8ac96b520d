using CrmRoi.Metrics.Return;

namespace CrmRoi.Reports.Workbook;

/// <summary>Scenarios side by side, and what each doubt does alone, with its chart.</summary>
internal static class ScenarioSheet
{
    // The head, the worst case, the likely one.
    private const int LikelyRow = 3;

    private static readonly string[] HeadsOfDoubts = ["column.assumption", "column.roi-worse", "column.roi-better", "sheet.delta-worse", "sheet.delta-better"];

    public static Sheet Make(WorkbookWords words)
    {
        var (text, result) = (words.Text, words.Input.Summary.Return);
        var sheet = new Sheet(text["scenarios"], 44, 18, 18, 18, 18, 18);
        sheet.AddHead(text["column.scenario"], words.Money("column.gain"), words.Money("column.cost"), text["column.roi"], words.Money("column.npv"), text["column.payback"]);
        if (ReturnModels.Of(result) is not { } model)
        {
            return sheet;
        }

        foreach (var each in Scenarios.Of(model, words.Input.Scenarios))
        {
            var row = sheet.Next;
            var outcome = each.Outcome;
            sheet.Add(
                each.Name ?? words.Words.Member(each.Kind), SheetCell.Of((decimal)outcome.Gain, CellStyle.Money), SheetCell.Of((decimal)outcome.Cost, CellStyle.Money),
                outcome.Roi is { } roi
                    ? SheetCell.Live($"({Sheet.At(2, row)}-{Sheet.At(3, row)})/{Sheet.At(3, row)}", (decimal)roi / 100, CellStyle.PercentStrong)
                    : SheetCell.Of(Formats.Undefined),
                SheetCell.Of((decimal)outcome.Npv, CellStyle.Money), SheetCell.Of(outcome.Payback, CellStyle.Count));
        }

        Doubts(sheet, words, result, Tornado.Of(model));
        return sheet;
    }

    private static string NameOf(WorkbookWords words, TornadoBar bar) =>
        bar.Name ?? (bar.Estimated is { } kind ? words.Text.Of("scenarios.estimate", words.Words.Member(kind)) : Formats.Undefined);

    private static void Doubts(Sheet sheet, WorkbookWords words, ProgrammeReturn result, IReadOnlyList<TornadoBar> bars)
    {
        var text = words.Text;
        var shown = bars.Where(bar => bar is { WorstRoi: not null, BestRoi: not null }).ToList();
        if (shown.Count == 0 || result.Roi is not { } likely)
        {
            return;
        }

        sheet.Add();
        sheet.Add([.. HeadsOfDoubts.Select((key, index) => SheetCell.Of(text[key], index == 0 ? CellStyle.Head : CellStyle.HeadNumber))]);
        var first = sheet.Next;
        var roi = Sheet.At(4, LikelyRow).Insert(1, "$").Insert(0, "$");
        foreach (var bar in shown)
        {
            var (worst, best) = ((decimal)bar.WorstRoi!.Value, (decimal)bar.BestRoi!.Value);
            var row = sheet.Next;
            sheet.Add(
                NameOf(words, bar), SheetCell.Of(worst / 100, CellStyle.Percent), SheetCell.Of(best / 100, CellStyle.Percent),
                SheetCell.Live($"{Sheet.At(2, row)}-{roi}", (worst - likely) / 100, CellStyle.Percent), SheetCell.Live($"{Sheet.At(3, row)}-{roi}", (best - likely) / 100, CellStyle.Percent));
        }

        var last = sheet.Next - 1;
        sheet.Charts.Add(new(
            text["scenarios.tornado"], isBars: true, sheet.Range(1, first, last), [.. shown.Select(bar => SheetCell.Of(NameOf(words, bar)))],
            [
                new(text["sheet.delta-worse"], sheet.Range(4, first, last), [.. shown.Select(bar => (decimal?)((decimal)bar.WorstRoi! - likely) / 100)], "B5420C"),
                new(text["sheet.delta-better"], sheet.Range(5, first, last), [.. shown.Select(bar => (decimal?)((decimal)bar.BestRoi! - likely) / 100)], "0B7A6F"),
            ],
            "0%")
        { Place = (0, last + 1, 6, 8 + (shown.Count * 2)) });
    }
}
