namespace CrmRoi.Reports.Tests;

/// <summary>The reports on which the rules of PDF/UA-1 and PDF/A-2a are tested, written and read once.</summary>
internal static class ConformanceExample
{
    private static readonly Lazy<IReadOnlyList<(byte[] Bytes, PdfObjects File)>> Written = new(() => [.. new[] { Branded(), Odd() }
        .Select(input => RoiReport.Write(input, ReportExample.German)).Select(bytes => (bytes, new PdfObjects(bytes)))]);

    /// <summary>An ordinary report with every section, a logo and colours; and one whose every name is odd.</summary>
    public static IReadOnlyList<(byte[] Bytes, PdfObjects File)> Both => Written.Value;

    public static ReportInput Branded() => ReportExample.Whole() with { Options = new() { Brand = ReportBrand.Of("#c81e1e", "#f5c400", Logo.Png) } };

    private static ReportInput Odd()
    {
        var input = ReportExample.Whole();
        var name = ReportExample.HostileName + "\uE000\uFFFE\uFEFF\0" + new string('W', 200);
        var summary = input.Summary with { Programme = input.Summary.Programme with { Name = name, Vendor = name } };
        return input with { CompanyName = name, WrittenBy = name, Summary = summary };
    }
}
