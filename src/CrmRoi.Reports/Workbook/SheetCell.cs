using CrmRoi.Metrics;

namespace CrmRoi.Reports.Workbook;

/// <summary>A typed cell: a text, a number or a month, with the formula that it follows from where there is one.</summary>
/// <param name="Style">How it is written.</param>
/// <param name="Text">Its text; none for numbers.</param>
/// <param name="Number">Its number, and of a formula what the product reckoned; none where that is undefined.</param>
/// <param name="Formula">What a spreadsheet reckons it from, without "=".</param>
internal sealed record SheetCell(CellStyle Style, string? Text = null, decimal? Number = null, string? Formula = null)
{
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    public static implicit operator SheetCell(string text) => Of(text);

    /// <summary>A text, never a formula: what begins as one is marked as text.</summary>
    public static SheetCell Of(string text, CellStyle style = CellStyle.Text) =>
        new(style == CellStyle.Text && text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? CellStyle.QuotedText : style, text);

    /// <summary>A number; an empty cell where it is undefined.</summary>
    public static SheetCell Of(decimal? number, CellStyle style) => new(style, Number: number);

    /// <summary>A formula with what it comes to.</summary>
    public static SheetCell Live(string formula, decimal? number, CellStyle style) => new(style, Number: number, Formula: formula);

    /// <summary>A month as the date of its first day; empty where it is not known.</summary>
    public static SheetCell Of(Month? month) =>
        new(CellStyle.Month, Number: month is { IsKnown: true } known ? known.FirstDay.DayNumber - Epoch.DayNumber : null);
}
