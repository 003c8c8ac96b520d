using System.Globalization;
using System.IO.Compression;
using CrmRoi.Import.Excel;

namespace CrmRoi.Import.Tests;

/// <summary>Workbooks that would take more memory than there is, or never end, are refused before they are read.</summary>
public sealed class WorkbookLimitTests
{
    private const string Sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

    [Theory]
    [InlineData("<sst>", "<si><t>Müller</t></si>", 3_000_000)]
    [InlineData("<x:sst>", "<x:si><x:t>Müller</x:t></x:si>", 3_000_000)]
    [InlineData("<sst><si>", "<r><t>aaaaaaaaaaaaaaaaaaaa</t></r></si><si>", 3_000_000)]
    [InlineData("<styleSheet><cellXfs>", "<xf numFmtId=\"0\"/>", 900_000)]
    [InlineData("<mergeCells>", "<mergeCell ref=\"A1:A2\"/>", 900_000)]
    [InlineData("\u00D0\u00CF binary", "some words that a reader would keep", 5_000_000)]
    public void More_than_can_be_kept_in_memory_is_refused(string start, string again, int times) =>
        Problem(start, again, times).Should().Be("workbook-too-large");

    [Theory]
    [InlineData("<row><c><v>", "1234567890", 110_000)]
    [InlineData("<row><c><is>", "<r><t>1234567890</t></r>", 110_000)]
    [InlineData("<row><c><v><![CDATA[", "<c>1234567", 110_000)]
    [InlineData("<row><c><v>", "12345<!-- <row> -->67890", 110_000)]
    [InlineData("<row><c><v x='", "1234567890", 110_000)]
    [InlineData("<row>", "<c r=\"A1\"/>", 17_000)]
    [InlineData("<sst><si><t>", "1234567890", 110_000)]
    public void A_row_or_word_that_says_more_than_a_million_letters_is_refused(string start, string again, int times) =>
        Problem(start, again, times).Should().Be("line-too-long");

    [Theory]
    [InlineData("<row>", "<c><v>12</v></c><c t=\"inlineStr\"><is><t>Müller</t></is></c></row><row>", 500_000)]
    [InlineData("<sst>", "<si><t>Müller &amp; Söhne</t></si>", 1_048_576)]
    [InlineData("<worksheet><!-- ", "12345 <row> 67890", 500_000)]
    [InlineData("\u0089PNG", "<row><c>a picture says much", 1_000_000)]
    public void What_a_large_workbook_holds_is_not(string start, string again, int times) => Problem(start, again, times).Should().BeNull();

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2000000000\"><c r=\"A2000000000\"><v>1</v></c></row>", "workbook-too-large")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"ZZZZZ1\"><v>1</v></c></row>", "too-many-columns")]
    public void A_sheet_that_claims_to_be_larger_than_any_is_refused_without_being_gone_through(string rows, string code)
    {
        using var book = new MemoryStream();
        book.Write(Packed.Workbook(("Deals", "visible", [], [])));
        using (var zip = new ZipArchive(book, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            sheet.Write(Packed.Text(Sheet + rows + "</sheetData></worksheet>"));
        }

        Reads.Together([new("book.xlsx", book.ToArray())]).Should().ContainSingle().Which.Problem!.Code.Should().Be(code);
    }

    [Fact]
    public void Cells_that_say_the_same_long_word_again_and_again_are_refused_together()
    {
        var room = new SheetRoom();
        var row = new TableRow(1, [new string('x', 999_000)]);
        var take = () => Enumerable.Range(0, 2_000).Count(_ => room.Takes(row));

        take.Should().Throw<RefusedFileException>().Which.Code.Should().Be("workbook-too-large");
    }

    [Fact]
    public void Words_merged_over_rows_are_spread_wherever_the_ranges_stand()
    {
        var rows = Enumerable.Range(0, 3_000).Select(i => new object?[] { $"{i}", i % 3 == 0 ? $"Customer {i / 3}" : null }).ToArray();
        var merged = Enumerable.Range(0, 1_000).Reverse().Select(i => string.Create(CultureInfo.InvariantCulture, $"B{(3 * i) + 2}:B{(3 * i) + 4}")).ToArray();

        var table = Files.ImportParts.Table(new("book.xlsx", Packed.Workbook(("Deals", "visible", [["deal id", "account"], .. rows], merged))));

        table.Rows.Select(row => row[1]).Should().Equal(Enumerable.Range(0, 3_000).Select(i => $"Customer {i / 3}"));
    }

    // Pieces of odd lengths, as a decompressor gives them.
    private static string? Problem(string start, string again, int times)
    {
        using var scan = new PartScan(new());
        var some = Packed.Text(string.Concat(Enumerable.Repeat(again, 1_000)));
        try
        {
            scan.Write(start[0] > 127 ? [.. start.Select(letter => (byte)letter)] : Packed.Text(start));
            for (var i = 0; i < times / 1_000; i++)
            {
                scan.Write(some.AsSpan(0, some.Length / 3));
                scan.Write(some.AsSpan(some.Length / 3));
            }

            return null;
        }
        catch (RefusedFileException refused)
        {
            return refused.Code;
        }
    }
}
