using System.Security.Cryptography;
using System.Text.Json;

namespace CrmRoi.Web.Tests.Wwwroot;

public sealed class VendoredFilesTests
{
    private static readonly string Folder = Path.Combine(Repository.WebRoot, "lib");

    [Fact]
    public void Every_vendored_file_is_the_one_that_its_package_holds()
    {
        var recorded = Recorded();

        var found = recorded.Keys.ToDictionary(path => path, path => Checksum(Path.Combine(Folder, path)));

        found.Should().BeEquivalentTo(recorded);
    }

    [Fact]
    public void No_file_lies_beside_the_vendored_ones()
    {
        var recorded = Recorded();

        var lying = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'));

        lying.Should().BeEquivalentTo(recorded.Keys.Append("checksums.json"));
    }

    [Fact]
    public void The_manifest_names_every_vendored_file()
    {
        var recorded = Recorded();
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "wwwroot-libs.json")));

        var named = manifest.RootElement.GetProperty("libraries").EnumerateArray().SelectMany(library =>
            library.GetProperty("files").EnumerateArray().Select(file =>
                $"{library.GetProperty("destination").GetString()!["src/CrmRoi.Web/wwwroot/lib/".Length..]}/{file.GetString()}"));

        named.Should().BeEquivalentTo(recorded.Keys);
    }

    [Fact]
    public void Every_icon_that_a_page_asks_for_is_in_the_sprite()
    {
        var sprite = File.ReadAllText(Path.Combine(Repository.WebRoot, "icons.svg"));
        var pages = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "CrmRoi.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories);

        var asked = pages.SelectMany(page => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(page), "<icon name=\"([a-z-]+)\""))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();

        asked.Should().NotBeEmpty().And.OnlyContain(name => sprite.Contains($"<symbol id=\"{name}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void The_style_sheet_stays_under_20_kB()
    {
        var size = new FileInfo(Path.Combine(Repository.WebRoot, "css", "site.css")).Length;

        size.Should().BeLessThan(20_000);
    }

    private static Dictionary<string, string> Recorded() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Folder, "checksums.json")))!;

    private static string Checksum(string path) => "sha384-" + Convert.ToBase64String(SHA384.HashData(File.ReadAllBytes(path)));
}
