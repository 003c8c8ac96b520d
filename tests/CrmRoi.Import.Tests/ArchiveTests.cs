using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Tests;

public sealed class ArchiveTests
{
    private const string Deals = "deal id,stage,close date,amount\n1,Won,2026-01-02,5\n";
    private const string People = "sales agent,manager,regional office\nAnn,Bob,West\n";

    [Fact]
    public void Each_file_of_an_archive_goes_in_and_what_is_no_table_is_set_aside()
    {
        var zip = Packed.Zip(("export/deals.csv", Packed.Text(Deals)), ("people.csv", Packed.Text(People)), ("read me.txt", Packed.Text("Hello\n")),
            ("__MACOSX/._deals.csv", [1, 2, 3]), (".DS_Store", [0, 0]));

        var files = Reads.Together([new("all.zip", zip)]);

        files.Select(file => (file.File.Name, file.Reading?.Records.Count)).Should().Equal(("all.zip/export/deals.csv", 1), ("all.zip/people.csv", 1), ("all.zip/read me.txt", null));
        files[2].SetAside!.Code.Should().Be("one-column");
    }

    [Fact]
    public void An_archive_of_which_nothing_is_known_is_refused()
    {
        var file = Reads.Together([new("all.zip", Packed.Zip(("read me.txt", Packed.Text("Hello\n"))))]).Should().ContainSingle().Subject;

        file.Problem!.Code.Should().Be("one-column");
    }

    [Fact]
    public void A_table_in_an_archive_that_leaves_something_open_refuses_it_all_the_same()
    {
        var files = Reads.Together([new("all.zip", Packed.Zip(("a.csv", Packed.Text(Deals)), ("b.csv", Packed.Text(Deals.Replace("2026-01-02", "03/04/2026", StringComparison.Ordinal)))))]);

        files[1].Problem!.Code.Should().Be("ambiguous-dates");
    }

    [Theory]
    [InlineData("../deals.csv")]
    [InlineData("a/../../deals.csv")]
    [InlineData("/etc/deals.csv")]
    [InlineData("C:\\deals.csv")]
    public void An_archive_that_names_a_place_outside_itself_is_refused(string name) =>
        ProblemOf(Packed.Zip((name, Packed.Text(Deals)))).Should().Be("bad-archive");

    [Fact]
    public void An_archive_in_an_archive_is_refused() =>
        ProblemOf(Packed.Zip(("inner.zip", Packed.Zip(("deals.csv", Packed.Text(Deals)))))).Should().Be("bad-archive");

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
    {
        ProblemOf(Packed.Zip(("deals.csv", new byte[30_000_000]))).Should().Be("archive-too-large");
        ProblemOf(Packed.Zip(("xl/workbook.xml", new byte[30_000_000]))).Should().Be("archive-too-large");
    }

    [Fact]
    public void An_archive_that_says_less_than_it_packed_or_was_damaged_is_refused_and_not_read_in_part()
    {
        var whole = Packed.Zip(("deals.csv", Packed.Text(Deals + Deals[Deals.IndexOf('\n', StringComparison.Ordinal)..])));
        var directory = whole.AsSpan().IndexOf("PK\x01\x02"u8);
        byte[] shorter = [.. whole], damaged = [.. whole];
        shorter[directory + 24] = 30; // what it says is the unpacked length
        damaged[40] ^= 1;

        ProblemOf(whole).Should().BeNull();
        ProblemOf(shorter).Should().Be("bad-archive");
        ProblemOf(damaged).Should().Be("bad-archive");
    }

    [Fact]
    public void An_archive_whose_directory_is_too_long_to_read_is_refused_whatever_it_says_of_it()
    {
        byte[] entry = [.. "PK\x01\x02"u8, .. new byte[42]];
        byte[] end = [.. "PK\x05\x06"u8, 0, 0, 0, 0, 1, 0, 1, 0, 46, 0, 0, 0, 4, 0, 0, 0, 0, 0];
        byte[] many = [.. "PK\x03\x04"u8, .. Enumerable.Repeat(entry, 200_000).SelectMany(each => each), .. end];

        ProblemOf(many).Should().Be("archive-too-large");
    }

    [Fact]
    public void A_document_beside_the_tables_is_set_aside()
    {
        var letter = Packed.Zip(("[Content_Types].xml", [1]), ("word/document.xml", [1]));

        var files = Reads.Together([new("all.zip", Packed.Zip(("deals.csv", Packed.Text(Deals)), ("letter.docx", letter)))]);

        (files[0].Reading!.Records.Count, files[1].SetAside!.Code).Should().Be((1, "not-text"));
    }

    [Fact]
    public void Another_programs_document_a_broken_and_an_empty_archive_are_refused_by_name()
    {
        ProblemOf(Packed.Zip(("[Content_Types].xml", [1]), ("word/document.xml", [1]))).Should().Be("not-text");
        ProblemOf([0x50, 0x4B, 3, 4, 1, 2, 3]).Should().Be("cut-off");
        ProblemOf(Packed.Zip()).Should().Be("empty");
        ProblemOf(Packed.Zip([.. Enumerable.Range(0, 501).Select(i => ($"{i}.csv", Packed.Text(Deals)))])).Should().Be("archive-too-large");
    }

    [Fact]
    public void Files_of_an_archive_are_linked_as_files_sent_together_are()
    {
        var zip = Packed.Zip(
            ("deals.csv", Packed.Text("deal_id,deal_pipeline_stage_id,owner_id,property_createdate,property_closedate\n7,s1,o1,2026-01-02,2026-02-03\n")),
            ("stages.csv", Packed.Text("stage_id,label,closed_won,is_closed,pipeline_id\ns1,Signed,TRUE,TRUE,p\n")));

        var deal = Reads.Together([new("all.zip", zip)])[0].Reading!.Records<Deal>().Should().ContainSingle().Subject;

        (deal.Stage, deal.Outcome, deal.Rep).Should().Be(("Signed", DealOutcome.Won, "o1"));
    }

    private static string? ProblemOf(byte[] content) => Reads.Together([new("all.zip", content)])[0].Problem?.Code;
}
