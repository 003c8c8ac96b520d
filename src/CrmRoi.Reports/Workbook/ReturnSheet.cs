using CrmRoi.Metrics.Return;

namespace CrmRoi.Reports.Workbook;

/// <summary>The first sheet: the verdict, the figures of the return as live formulas, and what identifies the report.</summary>
internal static class ReturnSheet
{
    /// <summary>The row in which the rate of discount stands, so that other sheets can name it before this one is filled.</summary>
    public const int RateRow = 6;

    private static readonly string[] Heads = ["column.figure", "column.value", "column.definition"];

    public static Sheet Empty(WorkbookWords words) => new(words.Text["return"], 36, 22, 90) { FrozenColumns = 1 };

    public static void Fill(Sheet sheet, WorkbookWords words, CashFlowPlaces? places, int months)
    {
        var (input, text, result) = (words.Input, words.Text, words.Input.Summary.Return);
        sheet.Add(SheetCell.Of($"{input.CompanyName} · {input.Summary.Programme.Name}", CellStyle.Title));
        sheet.Add(SheetCell.Of(VerdictSentence.Of(input.Summary, words.Culture).Text, CellStyle.Plain));
        sheet.Add(SheetCell.Of(text["sheet.live"], CellStyle.Plain));
        sheet.Add();
        sheet.Add([.. Heads.Select((key, index) => SheetCell.Of(text[key], index == 1 ? CellStyle.HeadNumber : CellStyle.Head))]);
        sheet.FrozenRows = sheet.Next - 1;
        sheet.Add(text["sheet.rate"], SheetCell.Of(result.Programme.DiscountRate, CellStyle.Input), SheetCell.Of(text["sheet.rate.note"], CellStyle.Note));
        sheet.Add(text["sheet.months"], SheetCell.Of(months, CellStyle.Count), SheetCell.Of(result.Window.IsEmpty ? Formats.Undefined : words.Formats.Period(result.Window.From.FirstDay, result.Window.To.FirstDay), CellStyle.Note));
        sheet.Add(text["column.one-off"], SheetCell.Of(result.Cost.OneOff, CellStyle.Money), SheetCell.Of(words.Currency, CellStyle.Note));
        if (places is not null)
        {
            Figures(sheet, words, places, result);
        }

        Identity(sheet, words);
    }

    private static void Figures(Sheet sheet, WorkbookWords words, CashFlowPlaces places, ProgrammeReturn result)
    {
        const int Months = 7;
        const int OneOff = 8;
        var cost = Add("cost-total", $"SUM({places.Cost})", result.Cost.Total, CellStyle.MoneyStrong);
        if (result.Gain is null)
        {
            sheet.Add(words.Words.Name(Of("roi")), Formats.Undefined, SheetCell.Of(string.Join("; ", result.Reasons.Select(words.Words.Of)), CellStyle.Note));
            return;
        }

        var gain = Add("benefit-total", $"SUM({places.Margin})+SUM({places.Savings})", result.Gain, CellStyle.MoneyStrong);
        Add("net-benefit", $"{gain}-{cost}", result.NetBenefit, CellStyle.MoneyStrong);
        Add("roi", Over($"({gain}-{cost})", cost), result.Roi / 100, CellStyle.PercentStrong);
        Add("roi-multiple", Over(gain, cost), result.Multiple, CellStyle.Number);
        Add("roi-average-annual", $"IF({Sheet.At(2, OneOff)}=0,\"{Formats.Undefined}\",({gain}-({cost}-{Sheet.At(2, OneOff)}))*12/{Sheet.At(2, Months)}/{Sheet.At(2, OneOff)})", result.AverageAnnualRoi / 100, CellStyle.Percent);
        Add(
            "roi-discounted", Over($"SUM({places.Present})", $"SUMPRODUCT({places.Cost},{places.Factor})"), result.DiscountedRoi / 100, CellStyle.Percent);
        Add("roi-annualised", $"IF(OR({cost}=0,{gain}<0),\"{Formats.Undefined}\",({gain}/{cost})^(12/{Sheet.At(2, Months)})-1)", result.AnnualisedRoi / 100, CellStyle.Percent);
        Add("npv", $"SUM({places.Present})", result.Npv, CellStyle.MoneyStrong);
        if (result.IrrRoots is [var root] && double.IsFinite(root) && root is > -1 and < 1e6)
        {
            Add("irr", $"(1+IRR({places.Net},{Monthly(root)}))^12-1", (decimal)root, CellStyle.Percent);
        }

        string Add(string key, string formula, decimal? value, CellStyle style)
        {
            var metric = Of(key);
            var definition = words.Words.Definition(metric) + (value is null ? " " + words.Text.Of("undefined.because", words.Words.Undefined(metric)) : "");
            var row = sheet.Add(
                SheetCell.Of(words.Words.Name(metric), key == "roi" ? CellStyle.Strong : CellStyle.Text),
                value is null ? SheetCell.Of(Formats.Undefined) : SheetCell.Live(formula, value, style), SheetCell.Of(definition, CellStyle.Note));
            return Sheet.At(2, row);
        }
    }

    // A spreadsheet looks for the monthly rate near a guess.
    private static string Monthly(double root) => (Math.Pow(1 + root, 1 / 12d) - 1).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);

    private static ReturnMetric Of(string key) => ReturnMetrics.OfReturn.Single(metric => metric.Key == key);

    private static string Over(string numerator, string denominator) => $"IF({denominator}=0,\"{Formats.Undefined}\",{numerator}/{denominator})";

    private static void Identity(Sheet sheet, WorkbookWords words)
    {
        var (input, text, result) = (words.Input, words.Text, words.Input.Summary.Return);
        sheet.Add();
        if (result.Drawn is { Roi: { } interval } drawn)
        {
            sheet.Add(text.Of("sheet.low", words.Formats.Share((decimal)interval.Level, 0)), SheetCell.Of((decimal?)(interval.Low / 100), CellStyle.Percent), SheetCell.Of(text["sheet.drawn"], CellStyle.Note));
            sheet.Add(text.Of("sheet.high", words.Formats.Share((decimal)interval.Level, 0)), SheetCell.Of((decimal?)(interval.High / 100), CellStyle.Percent));
            sheet.Add(words.Words.Name(Of("probability-paid")), SheetCell.Of((decimal)drawn.ProbabilityPaid, CellStyle.Percent));
            sheet.Add();
        }

        sheet.Add(text["sheet.written"], SheetCell.Of(words.Formats.Date(DateOnly.FromDateTime(input.WrittenAt.DateTime))), SheetCell.Of(input.WrittenBy, CellStyle.Note));
        sheet.Add(text["sheet.version"], SheetCell.Of(words.Formats.Version(input.DataVersion)), SheetCell.Of(input.ProgramVersion is { } version ? $"CrmRoi {version}" : "CrmRoi", CellStyle.Note));
        sheet.Add(text["term.fingerprint"], SheetCell.Of("SHA-256"), SheetCell.Of(input.Fingerprint ?? ReportFingerprint.Of(input), CellStyle.Note));
    }
}
