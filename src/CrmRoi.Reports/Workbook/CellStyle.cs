namespace CrmRoi.Reports.Workbook;

/// <summary>How a cell is written; each is one of the workbook's formats, in this order.</summary>
internal enum CellStyle
{
    Plain,
    Title,
    Head,
    HeadNumber,
    Text,

    /// <summary>Text that begins as a formula would: it stays text when somebody edits the cell.</summary>
    QuotedText,
    Strong,
    Note,
    Money,
    MoneyStrong,
    MoneyTotal,
    TextTotal,
    Percent,
    PercentStrong,
    Count,
    Number,
    Factor,
    Month,
    Input,
    InputNumber,
}
