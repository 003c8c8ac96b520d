using System.Text;
using CrmRoi.Import.Files;

namespace CrmRoi.Import.Tests;

/// <summary>What only shows in files that are too large, too wide, or not still. Runs alone, since what others allocate would be counted too.</summary>
[CollectionDefinition(nameof(LargeFileTests), DisableParallelization = true)]
[Collection(nameof(LargeFileTests))]
public sealed class LargeFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("crmroi-large-").FullName;

    [Fact]
    public void A_line_of_two_gigabytes_is_refused_without_being_read()
    {
        var path = Path.Combine(folder, "line.csv");
        using (var file = File.Create(path))
        {
            file.Write("id,stage\n1,"u8);
            file.SetLength(2_000_000_000);
        }

        var before = GC.GetTotalAllocatedBytes();
        var read = () => ImportParts.Table(ImportFile.At("line.csv", path));

        read.Should().Throw<RefusedFileException>().Which.Code.Should().Be("line-too-long");
        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(50_000_000);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void A_quotation_mark_that_is_never_closed_is_refused_without_holding_the_rest_of_the_file(string name)
    {
        var path = Path.Combine(folder, "quote.csv");
        using (var file = new StreamWriter(path, append: false, Encoding.GetEncoding(name)))
        {
            file.Write("id,stage\n1,Won\n2,\"Lost\n");
            for (var i = 0; i < 1_000_000; i++)
            {
                file.Write("3,Won in this line and in many others\n");
            }
        }

        var before = GC.GetTotalAllocatedBytes();
        var read = () => ImportParts.Table(ImportFile.At("quote.csv", path));

        read.Should().Throw<RefusedFileException>().WithMessage("*line 3*").Which.Code.Should().Be("open-quote");
        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(60_000_000);
    }

    [Fact]
    public void More_than_5000_columns_are_refused()
    {
        var path = Write("wide.csv", string.Join(',', Enumerable.Range(0, 5_001).Select(i => $"c{i}")) + "\n1\n");

        var read = () => ImportParts.Table(ImportFile.At("wide.csv", path));

        read.Should().Throw<RefusedFileException>().Which.Code.Should().Be("too-many-columns");
    }

    [Fact]
    public void A_file_that_changes_while_it_is_read_is_refused()
    {
        var path = Write("growing.csv", "id,stage,created,closed\n1,Won,2024-01-01,2024-02-01\n");
        var table = ImportParts.Table(ImportFile.At("growing.csv", path));

        File.AppendAllText(path, "2,Won,2024-01-01,2024-02-01\n");
        var read = () => table.Rows.Select(row => row[0]).ToList();

        read.Should().Throw<RefusedFileException>().Which.Code.Should().Be("changed");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public void A_file_on_disk_says_what_the_same_bytes_in_memory_say(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var text = "id;stage;name\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i};Gewonnen;Bäckerei Müller & Söhne {i}\n"));
        byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes(text)];
        var path = Path.Combine(folder, "same.csv");
        File.WriteAllBytes(path, bytes);

        var table = ImportParts.Table(ImportFile.At("same.csv", path));

        table.Rows.Count.Should().Be(100_000);
        table.Rows.Select(row => row[2]).Should().Equal(ImportParts.Table(new ImportFile("same.csv", bytes)).Rows.Select(row => row[2]));
        table.Rows.Last()[2].Should().Be("Bäckerei Müller & Söhne 99999");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
