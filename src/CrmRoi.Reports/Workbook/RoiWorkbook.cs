using System.Globalization;

namespace CrmRoi.Reports.Workbook;

/// <summary>The return as a workbook in which a CFO can follow the arithmetic: typed cells, live formulas, native charts.</summary>
/// <remarks>Formulas hold what the product reckoned, so that programs that only read show the same figures to the cent.</remarks>
public static class RoiWorkbook
{
    /// <summary>Writes it as XLSX.</summary>
    /// <param name="input">What it says, as the report does.</param>
    /// <param name="culture">In whose language: English or German, English words for any other. Numbers are typed and shown by the reader's own program.</param>
    public static byte[] Write(ReportInput input, CultureInfo culture)
    {
        var words = new WorkbookWords(input, culture);
        var window = input.Summary.Return.Window;
        var months = window.IsEmpty ? [] : window.Months.ToList();
        var result = ReturnSheet.Empty(words);
        var costs = MonthSheets.Costs(words, months);
        var gains = MonthSheets.Benefits(words, months);
        var (cash, places) = CashFlowSheet.Make(words, months, result.Range(2, ReturnSheet.RateRow), costs, gains);
        ReturnSheet.Fill(result, words, places, months.Count);
        Sheet[] sheets =
        [
            result, cash, costs.Sheet, gains.Margin.Sheet,
            .. input.HasCostLines ? [ListSheets.Costs(words)] : Array.Empty<Sheet>(),
            ScenarioSheet.Make(words), ListSheets.Metrics(words), ListSheets.Assumptions(words),
        ];
        return WorkbookFile.Write(sheets, words.Text.Of("document.title", input.Summary.Programme.Name, input.CompanyName), input.WrittenBy, input.WrittenAt);
    }
}
