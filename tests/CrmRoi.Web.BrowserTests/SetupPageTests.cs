using Microsoft.Playwright;

namespace CrmRoi.Web.BrowserTests;

public sealed class SetupPageTests(EmptyBrowserApp app) : BrowserTest(app), IClassFixture<EmptyBrowserApp>
{
    public static TheoryData<int> Views => [0, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Views))]
    public Task The_set_up_looks_right(int view) => InBrowserAsync(
        async page =>
        {
            await page.GotoAsync("/account");

            page.Url.Should().EndWith("/setup");
            await LooksRightAsync(page, "setup", View.All[view]);
        },
        View.All[view]);

    [Fact]
    public Task The_example_needs_no_company_of_ones_own() => InBrowserAsync(async page =>
    {
        await page.GotoAsync("/setup");

        await page.Locator("#start-example").CheckAsync();

        await Assertions.Expect(page.GetByLabel("Name of the company")).ToBeHiddenAsync();
    });
}
