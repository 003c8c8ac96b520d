using System.Globalization;
using System.Text.Json.Nodes;
using CrmRoi.Import;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Web.Tests.Pages.Customers;

/// <summary>The published order lines of an online shop, taken in as a user would and read from the page.</summary>
public sealed class PublishedOrdersTests(CrmRoiApp app) : IClassFixture<CrmRoiApp>
{
    [SharedFact]
    public async Task The_first_cohort_comes_back_as_published()
    {
        var folder = Path.Combine(SharedFactAttribute.Folder, "orders");
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "expected.json")))!["cohort_2010_12_active_by_month"]!.AsArray().Select(each => (int)each!);
        var content = await File.ReadAllBytesAsync(Path.Combine(folder, "online_retail_cut.csv"));
        await app.SeedAsync(async services => await services.GetRequiredService<Importer>().ImportAsync([new ImportFile("online_retail_cut.csv", content)], new ImportOptions(), null, CancellationToken.None));

        var page = await app.GetPageAsync("/customers?from=2010-12&to=2011-12");
        var row = page.QuerySelectorAll("#cohorts tbody tr")[0];

        row.QuerySelector("th")!.TextContent.Should().Be("Dec 2010");
        row.QuerySelectorAll("td .unseen").Select(cell => int.Parse(cell.TextContent.Trim(' ', '%', ',', '\u00A0').Split(' ')[0], CultureInfo.InvariantCulture)).Should().Equal(expected);
    }
}
