using System.IO.Compression;
using System.Text;

namespace CrmRoi.Import.Tests;

/// <summary>Files that are not what their name says are refused by what they are.</summary>
public sealed class NoFileTests
{
    private const string Deals = "deal id,stage,close date,amount\n1,Won,2026-01-02,5\n";

    [Theory]
    [InlineData("all.zip", "Access denied\n", "misnamed", "begins with 'Access denied'")]
    [InlineData("book.xlsx", "Your session has ended.\nSign in again.\n", "misnamed", "named '.xlsx'")]
    [InlineData("all.zip", "{\"error\":\"expired\",\"code\":401}\n", "not-text", "a JSON document")]
    [InlineData("all.zip", "[\n {\"a\":1,\"b\":2}]\n", "not-text", "a JSON document")]
    [InlineData("all.zip", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code></Error>", "not-text", "a web page or XML document")]
    [InlineData("all.zip", "<!DOCTYPE html><html><body><h1>404</h1><p>Not found</p></body></html>", "not-text", "a web page without a table")]
    [InlineData("mail.xls", "MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html></html>", "not-text", "a web archive (MHTML)")]
    [InlineData("r.rar", "Rar!\u001A\u0007 x", "packed", "a RAR archive")]
    [InlineData("b.csv.bz2", "BZh91AY&SY x", "packed", "a bzip2 archive")]
    public void A_file_that_is_another_is_told_as_what_it_is(string name, string content, string code, string told)
    {
        var problem = ProblemOf(name, Encoding.UTF8.GetBytes(content));

        problem!.Code.Should().Be(code);
        problem.Reason.Should().Contain(told);
    }

    [Fact]
    public void Archives_of_other_kinds_and_parts_of_archives_are_told_as_such()
    {
        var zip = Packed.Zip(("deals.csv", Packed.Text(Deals)));

        ProblemOf("deals.csv.gz", Gzip(Deals))!.Reason.Should().Contain("a gzip archive");
        ProblemOf("all.zip", Gzip(Deals))!.Code.Should().Be("packed");
        ProblemOf("all.zip", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4])!.Reason.Should().Contain("a 7-Zip archive");
        ProblemOf("all.zip", zip[..^30])!.Code.Should().Be("cut-off");
        ProblemOf("book.xlsx", zip[..^30])!.Code.Should().Be("cut-off");
    }

    [Fact]
    public void An_archive_with_a_password_is_told_as_locked()
    {
        var zip = Packed.Zip(("deals.csv", Packed.Text(Deals)));
        zip[6] |= 1; // "encrypted", before the file and in the directory
        zip[zip.AsSpan().IndexOf("PK\x01\x02"u8) + 8] |= 1;

        ProblemOf("all.zip", zip)!.Code.Should().Be("locked");
    }

    [Theory]
    [InlineData("EncryptedPackage", 2048, "locked", "password")]
    [InlineData("WordDocument", 2048, "not-text", "a Word document")]
    [InlineData("__properties_version1.0", 2048, "not-text", "an Outlook message")]
    [InlineData("Workbook", 2040, "bytes-lost", "lost on its way")] // as the .xls of Odoo in odooi/oi, which git once kept as text
    [InlineData("Workbook", 2048, "bad-workbook", "damaged")]
    public void A_folder_of_streams_without_a_workbook_is_told_by_what_is_in_it(string stream, int length, string code, string told)
    {
        var bytes = new byte[length];
        byte[] magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(bytes, 0);
        var name = Encoding.Unicode.GetBytes(stream);
        name.CopyTo(bytes, 1024 + 128);
        bytes[1024 + 128 + 64] = (byte)(name.Length + 2);
        bytes[1024 + 128 + 66] = 2;

        var problem = ProblemOf("book.xls", bytes);

        (problem!.Code, problem.Reason.Contains(told, StringComparison.Ordinal)).Should().Be((code, true));
    }

    [Fact]
    public void A_table_is_read_whatever_its_file_is_called()
    {
        foreach (var name in (string[])["deals.xlsx", "deals.zip", "deals.xls", "deals"])
        {
            Reads.Together([Reads.File(name, Deals)])[0].Reading!.Records.Should().ContainSingle();
        }
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static RefusedFile? ProblemOf(string name, byte[] content) => Reads.Together([new(name, content)])[0].Problem;
}
