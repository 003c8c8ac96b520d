using System.Text;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Tests;

public sealed class CellTests
{
    [Theory]
    [InlineData("$342.09K", 342090)]
    [InlineData("\"95,570.69\"", 95570.69)]
    [InlineData("\"$12,400.00\"", 12400)]
    [InlineData("1.5M", 1500000)]
    [InlineData("\"12.400,00 €\"", 12400)]
    [InlineData("CHF 1'234.50", 1234.5)]
    public void Amounts_are_read_as_people_write_them(string amount, double expected)
    {
        var map = new Mapping.MapFile { Rates = new Dictionary<string, decimal> { ["USD"] = 1, ["CHF"] = 1 } };

        Reads.Text($"deal id,stage,close date,amount\n1,Won,2026-01-02,{amount}\n", map: map).Records<Deal>()[0].Value.Should().Be((decimal)expected);
    }

    [Fact]
    public void One_column_may_write_its_dates_in_several_ways()
    {
        var deals = Reads.Text("deal id,stage,close date\n1,Won,2026-11-15\n2,Won,10/31/2026\n3,Won,\"Sep 12, 2026\"\n4,Won,10/01/2026\n").Records<Deal>();

        deals.Select(deal => deal.ClosedOn!.Value.ToString("MMdd", System.Globalization.CultureInfo.InvariantCulture)).Should().Equal("1115", "1031", "0912", "1001");
    }

    [Theory]
    [InlineData("2026-07-01T22:30:00Z", "2026-07-02T00:30:00")]
    [InlineData("2026-07-01T22:30:00.000Z-0300", "2026-07-02T03:30:00")]
    [InlineData("07/01/2026 22:30:00+0800", "2026-07-01T16:30:00")]
    [InlineData("2026-07-01 22:30:00+00", "2026-07-02T00:30:00")]
    [InlineData("2026-07-01 10:30 PM", "2026-07-01T22:30:00")]
    [InlineData("1782945000000", "2026-07-02T00:30:00")]
    public void A_time_with_an_offset_is_told_by_the_companys_clock(string written, string expected)
    {
        var order = new Mapping.MapFile { DateOrder = Mapping.DateOrder.Mdy };
        var table = Csv.CsvTable.Read(Encoding.UTF8.GetBytes($"case number,opened,case owner\n1,{written},Ann\n"));
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        var reading = Reading.RecordReader.Read(table, Mapping.MappingGuess.Of(RecordKind.Cases, table), new("csv", "EUR", zone, new(2026, 11, 21), null, order));

        reading.Records<Case>()[0].OpenedAt.ToString("s", System.Globalization.CultureInfo.InvariantCulture).Should().Be(expected);
    }

    [Fact]
    public void Amounts_in_thousands_are_multiplied_and_a_warning_says_so()
    {
        var reading = Reads.Text("deal id,stage,close date,Amount (in thousands)\n1,Won,2026-01-02,1.5\n");

        reading.Records<Deal>()[0].Value.Should().Be(1500);
        reading.Warnings.Should().ContainSingle(warning => warning.Code == "scaled");
    }

    [Theory]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", false)]
    [InlineData("utf-32BE", true)]
    [InlineData("utf-32", true)]
    public void Wide_letters_are_found_without_a_mark_and_behind_a_wrong_one(string name, bool isMarkedWrong)
    {
        var bytes = Encoding.GetEncoding(name).GetBytes("deal id;stage;account;close date\n1;Won;Müller;2026-01-02\n");
        byte[] content = isMarkedWrong ? [0xFE, 0xFF, .. bytes] : bytes;

        Reads.Bytes(content).Records<Deal>()[0].Customer.Should().Be("Müller");
    }

    [Fact]
    public void An_encoding_can_be_chosen()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("deal id;stage;account;close date\n1;Won;Ã¼;2026-01-02\n");
        var map = Mapping.MapFile.Parse("""{"encoding":"windows-1252"}""");

        Reads.Together([new("a.csv", bytes)])[0].Reading!.Records<Deal>()[0].Customer.Should().Be("ü");
        Reads.Together([new("a.csv", bytes)], new() { Map = map })[0].Reading!.Records<Deal>()[0].Customer.Should().Be("Ã¼");
    }

    [Fact]
    public void An_endless_line_is_refused_before_it_is_decoded()
    {
        var content = new byte[50_000_000];
        content.AsSpan().Fill((byte)'x');

        var read = () => Csv.TextContent.Read(content);

        read.Should().Throw<RefusedFileException>().Which.Code.Should().Be("line-too-long");
    }

    [Fact]
    public async Task Cells_that_a_spreadsheet_would_run_go_out_as_words()
    {
        string[] cells = ["=1+1", "+1", "-1", "@x", "\tx", "plain"];

        var file = await RefusedRows.FileOf((2, "=reason", $"=a,b,c,d,e,f\n{string.Join(',', cells)}"));

        file.Should().Be("\uFEFFCrmRoi line,CrmRoi reason,'=a,b,c,d,e,f\r\n2,'=reason,'=1+1,'+1,'-1,'@x,'\tx,plain\r\n");
    }
}
