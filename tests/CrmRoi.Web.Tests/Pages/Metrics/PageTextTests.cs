using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CrmRoi.Web.Tests.Pages.Metrics;

public sealed partial class PageTextTests
{
    [Theory]
    [InlineData("Metrics")]
    [InlineData("Sales")]
    [InlineData("Marketing")]
    [InlineData("Service")]
    [InlineData("Breakdowns")]
    [InlineData("Plan")]
    [InlineData("Admin/Targets")]
    [InlineData("Admin/Causes")]
    [InlineData("Evidence")]
    public void Every_text_of_the_pages_has_its_German(string folder)
    {
        var web = Path.Combine(Repository.Root, "src", "CrmRoi.Web");
        var missing = Directory.GetFiles(Path.Combine(web, "Pages", folder), "*.cshtml").SelectMany(file =>
        {
            var keys = Text().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value);
            var german = Path.Combine(web, "Resources", "Pages", folder, Path.GetFileNameWithoutExtension(file) + ".de.resx");
            var known = File.Exists(german) ? XDocument.Load(german).Descendants("data").Select(text => text.Attribute("name")!.Value).ToList() : [];
            return keys.Except(known).Select(key => $"{Path.GetFileName(file)}: {key}");
        });

        missing.Should().BeEmpty();
    }

    [GeneratedRegex("""Text(?:\[|\.GetString\()"([^"]*)["]""")]
    private static partial Regex Text();
}
