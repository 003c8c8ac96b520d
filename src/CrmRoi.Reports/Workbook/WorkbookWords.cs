using System.Globalization;

namespace CrmRoi.Reports.Workbook;

/// <summary>What the sheets of one report share: the input, its words and its currency.</summary>
internal sealed class WorkbookWords(ReportInput input, CultureInfo culture)
{
    public ReportInput Input => input;

    public CultureInfo Culture => culture;

    public Formats Formats { get; } = new(culture);

    public DomainText Words { get; } = new(culture);

    public ReportText Text { get; } = new(culture);

    public string Currency => input.Summary.Programme.Currency;

    public MetricFormats Figures => new(Formats, Words, Currency);

    /// <summary>"Cost (EUR)": a heading whose column is money.</summary>
    public string Money(string key) => $"{Text[key]} ({Currency})";
}
