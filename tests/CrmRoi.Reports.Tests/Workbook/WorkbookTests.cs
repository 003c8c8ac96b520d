using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using CrmRoi.Reports.Workbook;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using static CrmRoi.Reports.Tests.ReportExample;

namespace CrmRoi.Reports.Tests.Workbook;

public sealed class WorkbookTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void It_is_a_valid_workbook_with_or_without_figures_in_either_language()
    {
        foreach (var (input, culture) in new[] { (Whole(), British), (Whole(), German), (Empty(), British), (Input(), German) })
        {
            using var file = new MemoryStream(RoiWorkbook.Write(input, culture));
            using var document = SpreadsheetDocument.Open(file, isEditable: false);

            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").Should().BeEmpty();
        }
    }

    [ReportFactWithTool("soffice")]
    public void A_spreadsheet_that_reckons_every_formula_itself_comes_to_the_products_figures_to_the_cent()
    {
        var input = Whole();
        var result = input.Summary.Return;

        var sheets = Spreadsheet.Reckon(WithoutStoredValues(RoiWorkbook.Write(input, British)));

        var (figures, cash) = (sheets["Return"], sheets["Cash flow"]);
        Cent(figures["Total cost"]).Should().Be(Cent(result.Cost.Total));
        Cent(figures["Total gain"]).Should().Be(Cent(result.Gain!.Value));
        Cent(figures["Net benefit"]).Should().Be(Cent(result.NetBenefit!.Value));
        Cent(figures["Net present value"]).Should().Be(Cent(result.Npv!.Value));
        figures["ROI"].Should().BeApproximately(result.Roi!.Value / 100, 1e-9m);
        figures["Discounted ROI"].Should().BeApproximately(result.DiscountedRoi!.Value / 100, 1e-9m);
        figures["Annualised ROI"].Should().BeApproximately(result.AnnualisedRoi!.Value / 100, 1e-9m);
        figures["Average annual ROI"].Should().BeApproximately(result.AverageAnnualRoi!.Value / 100, 1e-9m);
        figures["Internal rate of return"].Should().BeApproximately((decimal)result.IrrRoots.Single(), 1e-6m);
        Cent(cash["Total"]).Should().Be(Cent(result.Cost.Total));
    }

    [Fact]
    public void What_formulas_hold_follows_from_the_cells_that_they_name()
    {
        var result = Whole().Summary.Return;

        var cash = Cells(RoiWorkbook.Write(Whole(), British), sheet: 2);

        var rows = Enumerable.Range(2, result.Window.Length).ToList();
        rows.Should().AllSatisfy(row => cash[$"F{row}"].Value.Should().Be(cash[$"D{row}"].Value + cash[$"E{row}"].Value - cash[$"C{row}"].Value));
        var last = rows[^1];
        cash[$"G{last}"].Value.Should().Be(result.NetBenefit);
        cash[$"C{last + 1}"].Should().Be((result.Cost.Total, $"SUM(C2:C{last})"));
        Cent(rows.Sum(row => cash[$"F{row}"].Value!.Value * (decimal)Math.Pow(1 + (double)result.Programme.DiscountRate, -(row - 2) / 12d))).Should().Be(Cent(result.Npv!.Value));
        Cells(RoiWorkbook.Write(Whole(), British), sheet: 1).Values.Should().Contain(cell => cell.Value == result.Roi / 100 && cell.Formula!.Contains("=0"));
    }

    [Fact]
    public void Names_that_begin_as_formulas_stay_text()
    {
        string[] names = ["=1+1", "+cmd", "-2", "@SUM(A1)", "<b>&\"'", HostileName, new string('W', 300), "\u0001\uFFFE"];
        var costs = names.Select((name, index) => Cost(index, name, 100));

        var file = RoiWorkbook.Write(Input(Company.Programme, costs, []), British);

        using var stream = new MemoryStream(file);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Should().BeEmpty();
        var written = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()).ToList();
        written.Where(cell => cell.InnerText is "=1+1" or "+cmd" or "-2" or "@SUM(A1)").Should().HaveCount(4)
            .And.AllSatisfy(cell => (cell.DataType!.Value, cell.CellFormula).Should().Be((DocumentFormat.OpenXml.Spreadsheet.CellValues.InlineString, null)));
    }

    [Fact]
    public void Without_a_gain_there_are_costs_and_the_reason_and_no_zero()
    {
        var input = Input(Company.Programme with { GoLive = default, Teams = [] }, Company.Costs, []);

        var figures = Cells(RoiWorkbook.Write(input, British), sheet: 1);

        figures.Values.Should().Contain(cell => cell.Value == input.Summary.Return.Cost.Total);
        figures.Values.Where(cell => cell.Formula is not null).Should().HaveCount(1);
    }

    [Fact]
    public void Single_costs_are_no_sheet_for_readers_who_may_not_see_them()
    {
        Names(RoiWorkbook.Write(Whole(), British)).Should().Contain("Costs");
        Names(RoiWorkbook.Write(Whole() with { HasCostLines = false }, British)).Should().NotContain("Costs").And.Contain("Costs by month");
    }

    [Fact]
    public void Heads_are_frozen_and_charts_are_native()
    {
        using var stream = new MemoryStream(RoiWorkbook.Write(Whole(), British));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var sheets = document.WorkbookPart!.WorksheetParts.ToList();

        sheets.Should().AllSatisfy(sheet => sheet.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Pane>().Should().ContainSingle());
        sheets.SelectMany(sheet => sheet.DrawingsPart?.ChartParts ?? []).Should().HaveCount(2);
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "samples")).FullName, "return.xlsx"), stream.ToArray());
    }

    private static decimal Cent(decimal amount) => decimal.Round(amount, 2);

    private static IEnumerable<string> Names(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        return [.. document.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value!)];
    }

    private static Dictionary<string, (decimal? Value, string? Formula)> Cells(byte[] file, int sheet)
    {
        using var stream = new MemoryStream(file);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var id = document.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ElementAt(sheet - 1).Id!.Value!;
        return ((WorksheetPart)document.WorkbookPart.GetPartById(id)).Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToDictionary(
            cell => cell.CellReference!.Value!,
            cell => ((decimal?)(cell.CellValue is { } value ? decimal.Parse(value.Text, CultureInfo.InvariantCulture) : null), cell.CellFormula?.Text));
    }

    // So that nothing that the product reckoned can be read back.
    private static byte[] WithoutStoredValues(byte[] file)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries.Where(entry => entry.FullName.Contains("worksheets/sheet", StringComparison.Ordinal)).ToList())
            {
                using var content = entry.Open();
                var sheet = XDocument.Load(content);
                sheet.Descendants(Main + "c").Where(cell => cell.Element(Main + "f") is not null).Elements(Main + "v").ToList().ForEach(value => value.Remove());
                content.SetLength(0);
                sheet.Save(content);
            }
        }

        return stream.ToArray();
    }
}
