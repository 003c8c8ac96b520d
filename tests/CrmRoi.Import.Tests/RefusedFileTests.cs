using System.Text;

namespace CrmRoi.Import.Tests;

public sealed class RefusedFileTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n\n", "empty")]
    [InlineData("%PDF-1.7 x", "not-text")]
    [InlineData("PK\u0003\u0004 x", "not-text")]
    [InlineData("a,b\0c\n", "not-text")]
    [InlineData("<!DOCTYPE html><html>", "not-text")]
    [InlineData("colour,taste\nred,sweet\n", "unknown-columns")]
    [InlineData("deal id!stage!amount\n1!Won!5\n", "one-column")]
    [InlineData("deal id,deal name,amount\n1,A,5\n", "missing-columns")]
    [InlineData("deal id,stage,close date\n1,\"Won,2026-01-01\n", "open-quote")]
    public void A_file_that_is_not_what_it_says_is_refused_whole(string content, string code)
    {
        var read = () => Reads.Text(content);

        read.Should().Throw<RefusedFileException>().Which.Code.Should().Be(code);
    }

    [Fact]
    public void Too_many_columns_and_too_long_lines_are_refused()
    {
        var wide = () => Reads.Text("deal id,stage," + string.Join(',', Enumerable.Range(0, 5000)) + "\n");
        var @long = () => Reads.Text($"deal id,stage,close date\n1,Won,{new string('x', 1_000_001)}\n");

        wide.Should().Throw<RefusedFileException>().Which.Code.Should().Be("too-many-columns");
        @long.Should().Throw<RefusedFileException>().Which.Code.Should().Be("line-too-long");
    }

    [Fact]
    public void A_header_alone_is_no_rows_and_a_warning()
    {
        var reading = Reads.Text("deal id,stage,close date\n");

        reading.Records.Should().BeEmpty();
        reading.Warnings.Should().ContainSingle(warning => warning.Code == "no-rows");
    }

    [Fact]
    public void Dates_that_could_have_either_order_are_refused_until_somebody_chooses()
    {
        const string Csv = "deal id,stage,close date,amount\n1,Won,03/04/2026,5\n2,Lost,05/06/2026,5\n";

        var undecided = () => Reads.Text(Csv);
        var chosen = Reads.Text(Csv, map: Mapping.MapFile.Parse("""{"dateOrder":"dmy"}"""));

        undecided.Should().Throw<RefusedFileException>().Which.Code.Should().Be("ambiguous-dates");
        chosen.Records<Metrics.Records.Deal>()[0].ClosedOn.Should().Be(new DateOnly(2026, 4, 3));
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void Every_usual_separator_is_found(string separator)
    {
        var csv = "deal id,stage,close date,amount\n1,Won,2026-01-02,1234.5\n".Replace(",", separator, StringComparison.Ordinal);

        Reads.Text(csv).Records<Metrics.Records.Deal>().Should().ContainSingle(deal => deal.Value == 1234.5m);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_usual_encoding_is_read(string name)
    {
        var encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        byte[] content = [.. encoding.Preamble, .. encoding.GetBytes("deal id;stage;account;close date\n1;Won;Müller & Söhne;2026-01-02\n")];

        Reads.Bytes(content).Records<Metrics.Records.Deal>()[0].Customer.Should().Be("Müller & Söhne");
    }
}
