using System.Text;
using CrmRoi.Import.Reading;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Tests;

/// <summary>What CRMs and shops give as "Excel" that is none: a page with a table, XML of Excel 2003, text parted by tabs, bare records.</summary>
public sealed class MarkupTests
{
    // As VictorEspino/crm_tecnomedia writes its pipeline.xls: no page around the table, a tag that nobody closes.
    private const string Page = """
        <table border=1>
        <tr><td bgcolor="#0099ff"><center>Deal ID</td><td><center>Stage</td><td>Close Date</td><td>Amount</td><td>Account Name</td></tr>
        <tr>
        <td>1</td><td>Won</td><td>2026-01-15</td><td>1,234.50</td><td>M&uuml;ller &amp;
           S&ouml;hne<br>Berlin</td></tr>
        <tr><td>2<td>Lost<td>2026-02-20<td>&nbsp;<td>a < b</tr>
        </table>
        """;

    [Fact]
    public void A_page_with_a_table_is_read_as_a_spreadsheet_reads_it()
    {
        var deals = Only("pipeline.xls", Encoding.UTF8.GetBytes(Page)).Records<Deal>();

        deals.Select(deal => (deal.Id, deal.Outcome, deal.ClosedOn, deal.Value, deal.Customer)).Should().Equal(
            ("1", DealOutcome.Won, new DateOnly(2026, 1, 15), 1234.5m, "Müller & Söhne\nBerlin"),
            ("2", DealOutcome.Lost, new DateOnly(2026, 2, 20), null, "a < b"));
    }

    [Theory]
    [InlineData("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=\"UTF-8\"><!--[if gte mso 9]><xml><x:Name>\"<table>\"</x:Name></xml><![endif]--><style>td > p { color: \"</x\" }</style></head><body>", "</body></html>")]
    [InlineData("<meta http-equiv=\"Content-type\" content=\"text/html;charset=UTF-8\"/>\n<style type=\"text/css\">.a { color: red; }</style>\n", "")] // Bitrix24, GlynTwain/Script.-Managers-and-leads-by-stage
    [InlineData("\n    <html>\n    <head><title>Leads < 5</title></head><body><table><tr><td>Report</td></tr></table><script>if (1 < 2) document.write('<table>')</script>", "</body></html>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html><html>", "</html>")]
    public void What_stands_around_the_table_is_no_part_of_it(string before, string after)
    {
        var bytes = Encoding.UTF8.GetBytes(before + Page + after);

        Only("export.xls", bytes).Records<Deal>().Should().HaveCount(2);
        Only("export.xls", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(before + Page + after)]).Records<Deal>().Should().HaveCount(2);
    }

    [Fact]
    public void A_page_says_of_itself_how_its_letters_are_written()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        var page = "<html><meta content='text/html; charset=windows-1251'>" + Page.Replace("a < b", "Ромашка", StringComparison.Ordinal);

        Only("отчет.xls", encoding.GetBytes(page)).Records<Deal>()[1].Customer.Should().Be("Ромашка");
    }

    [Fact]
    public void Words_over_several_rows_are_said_of_each_and_amounts_are_counted_once()
    {
        const string Merged = """
            <table><tr><th colspan=4>Pipeline of January</th></tr>
            <tr><th>Deal ID</th><th>Account</th><th>Amount</th><th>Stage</th></tr>
            <tr><td>1</td><td rowspan="2">Acme</td><td rowspan='2'>1.500,00 €</td><td>Proposal</td></tr>
            <tr><td>2</td><td>Proposal</td></tr>
            <tr><td>3</td><td>Beta</td><td>7,50 €</td><td>Proposal</td></tr></table>
            """;

        var deals = Only("export.xls", Encoding.UTF8.GetBytes(Merged)).Records<Deal>();

        deals.Select(deal => (deal.Id, deal.Customer, deal.Value)).Should().Equal(("1", "Acme", 1500m), ("2", "Acme", null), ("3", "Beta", 7.5m));
    }

    [Fact]
    public void Several_tables_are_files_of_their_own_and_rows_without_a_table_are_one()
    {
        const string People = "<table><tr><td>sales agent<td>manager<td>regional office</tr><tr><td>Ann<td>Bob<td>West</tr></table>";

        Reads.Together([Reads.File("export.xls", $"<html>{Page}<hr>{People}</html>")]).Select(file => (file.File.Name, file.Reading?.Mapping.Kind)).Should().Equal(
            ("export.xls/1", RecordKind.Deals), ("export.xls/2", RecordKind.People));
        Only("export.xls", Encoding.UTF8.GetBytes(" " + Page[Page.IndexOf("<tr>", StringComparison.Ordinal)..Page.IndexOf("</table>", StringComparison.Ordinal)])).Records<Deal>().Should().HaveCount(2);
    }

    [Fact]
    public void A_page_that_was_cut_or_holds_no_table_is_refused_by_what_it_is()
    {
        Problem("export.xls", Page[..^20]).Should().Be("cut-off");
        Problem("export.xls", "<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>").Should().Be("not-text");
        Problem("export.xls", $"<table><tr>{string.Concat(Enumerable.Repeat("<td>x</td>", 5_001))}</tr></table>").Should().Be("too-many-columns");
        Problem("export.xls", $"<table><tr><td>{new string('x', 1_000_001)}</td></tr></table>").Should().Be("line-too-long");
        Problem("export.xls", string.Concat(Enumerable.Repeat("<table><tr><td>", 60))).Should().Be("not-text");
    }

    [Fact]
    public void A_header_in_pointed_brackets_is_no_page()
    {
        Reads.ByPreset("<deal id>,stage,close date,amount\n1,Won,2026-01-02,5\n").Records<Deal>().Should().ContainSingle();
    }

    [Fact]
    public void A_workbook_in_the_XML_of_Excel_2003_is_read_as_any_other()
    {
        const string Xml = """
            <?xml version="1.0"?>
            <?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
            <Worksheet ss:Name="Lists"><Table><Row><Cell><Data ss:Type="String">sales agent</Data></Cell><Cell><Data ss:Type="String">manager</Data></Cell><Cell><Data ss:Type="String">regional office</Data></Cell></Row>
              <Row><Cell><Data ss:Type="String">Ann</Data></Cell><Cell><Data ss:Type="String">Bob</Data></Cell><Cell><Data ss:Type="String">West</Data></Cell></Row></Table>
              <WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
            <Worksheet ss:Name="Deals"><Table>
              <Row ss:Index="3"><Cell><Data ss:Type="String">Deal ID</Data></Cell><Cell><Data ss:Type="String">Stage</Data></Cell><Cell><Data ss:Type="String">Close Date</Data></Cell><Cell><Data ss:Type="String">Amount</Data></Cell><Cell><Data ss:Type="String">Account</Data></Cell></Row>
              <Row><Cell><Data ss:Type="Number">1</Data><Comment><Data>seen</Data></Comment></Cell><Cell><Data ss:Type="String">Won</Data></Cell><Cell><Data ss:Type="DateTime">2026-01-15T00:00:00.000</Data></Cell><Cell><Data ss:Type="Number">12.345</Data></Cell><Cell ss:MergeDown="1"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>M&amp;</B>S</ss:Data></Cell></Row>
              <Row><Cell><Data ss:Type="Number">2</Data></Cell><Cell><Data ss:Type="String">Lost</Data></Cell><Cell><Data ss:Type="DateTime">2026-02-20T13:30:00.000</Data></Cell></Row>
              <Row><Cell><Data ss:Type="Number">3</Data></Cell><Cell><Data ss:Type="String">Lost</Data></Cell><Cell><Data ss:Type="DateTime">2026-02-21T00:00:00.000</Data></Cell><Cell ss:Index="5"><Data ss:Type="String">Acme</Data></Cell></Row>
            </Table></Worksheet></Workbook>
            """;

        var deals = Only("export.xls", Encoding.UTF8.GetBytes(Xml)).Records<Deal>();

        deals.Select(deal => (deal.Id, deal.ClosedOn, deal.Value, deal.Customer)).Should().Equal(
            ("1", new DateOnly(2026, 1, 15), 12.345m, "M&S"), ("2", new DateOnly(2026, 2, 20), null, "M&S"), ("3", new DateOnly(2026, 2, 21), null, "Acme"));
        Problem("export.xls", Xml[..^60]).Should().Be("broken-xml");
        Problem("export.xls", Xml.Replace("<?mso-application progid=\"Excel.Sheet\"?>", "<!DOCTYPE z [<!ENTITY a \"aaaa\">]>", StringComparison.Ordinal)).Should().Be("entities");
    }

    [Fact]
    public void Text_and_bare_records_under_the_name_of_a_workbook_are_read()
    {
        var tabs = Encoding.Unicode.GetBytes("\uFEFFdeal id\tstage\tclose date\tamount\r\n1\tWon\t2026-01-02\t5\r\n");

        Only("export.xls", tabs).Records<Deal>().Should().ContainSingle(deal => deal.Value == 5);
        Only("export.xls", Biff2(["deal id", "stage", "close date", "amount"], ["1", "Won", "2026-01-02", "5"])).Records<Deal>().Should().ContainSingle(deal => deal.Value == 5);
    }

    // What programs write that know only cells: a beginning, words, an end.
    private static byte[] Biff2(params string[][] rows) =>
    [
        9, 0, 4, 0, 2, 0, 0x10, 0,
        .. rows.SelectMany((cells, row) => cells.SelectMany((text, column) => (byte[])[4, 0, (byte)(8 + text.Length), 0, (byte)row, 0, (byte)column, 0, 0, 0, 0, (byte)text.Length, .. Encoding.ASCII.GetBytes(text)])),
        0x0A, 0, 0, 0,
    ];

    private static FileReading Only(string name, byte[] content)
    {
        var file = Reads.Together([new(name, content)]).Where(file => file.SetAside is null).Should().ContainSingle().Subject;
        file.Problem.Should().BeNull();
        return file.Reading!;
    }

    private static string? Problem(string name, string content) => Reads.Together([Reads.File(name, content)])[0].Problem?.Code;
}
