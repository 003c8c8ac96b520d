using CrmRoi.Data;
using CrmRoi.Web.BrowserTests.Pages;
using FluentAssertions.Execution;
using Microsoft.Playwright;

namespace CrmRoi.Web.BrowserTests;

/// <summary>Files on their way in, as somebody with a browser sees them.</summary>
public sealed class ImportPagesTests(BrowserApp app) : BrowserTest(app), IClassFixture<BrowserApp>
{
    private const string Deals = "Opportunity ID,Stage,Amount,Account Name,Opportunity Owner,Product,Created Date,Close Date\n";

    private static readonly string Rows = string.Concat(Enumerable.Range(1, 20).Select(id => $"D{id},Closed Won,{(id == 3 ? "twelve" : "12")},{(id == 5 ? "" : "Acme")},Ann,{(id % 2 == 0 ? "GTXPro" : "GTX Pro")},2026-01-05,2026-02-05\n"));

    [Fact]
    public Task Files_dropped_anywhere_on_the_field_are_chosen() => InBrowserAsync(async page =>
    {
        await new SignInPage(page).SignInAsAsync(Roles.Admin, "/import");

        await page.Locator(".drop strong").EvaluateAsync("""
            field => {
              const files = new DataTransfer();
              files.items.add(new File(['a,b'], 'first.csv'));
              files.items.add(new File(['a,b'], 'second.csv'));
              field.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files }));
            }
            """);

        (await page.Locator(".drop .names").TextContentAsync()).Should().Be("first.csv, second.csv");
        (await page.Locator(".drop input").EvaluateAsync<int>("input => input.files.length")).Should().Be(2);
    });

    [Fact]
    public Task Too_much_is_told_before_it_is_sent() => InBrowserAsync(async page =>
    {
        await new SignInPage(page).SignInAsAsync(Roles.Admin, "/import");
        await page.Locator(".drop input").EvaluateAsync("input => { input.dataset.largest = 2; }");

        await page.Locator(".drop input").SetInputFilesAsync(File("large.csv", "a,b,c"));
        await page.GetByText("Look at them").ClickAsync();

        (await page.Locator(".drop input").EvaluateAsync<string>("input => input.validationMessage")).Should().Be("Together these files are larger than 200 MB.");
        new Uri(page.Url).AbsolutePath.Should().Be("/import");
    });

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public Task Preview_and_result_look_right(int view) => InBrowserAsync(
        async page =>
        {
            await new SignInPage(page).SignInAsAsync(Roles.Admin, "/import");
            await page.Locator(".drop input").SetInputFilesAsync([File($"deals-{view}.csv", Deals + Rows.Replace("D", $"D{view}-", StringComparison.Ordinal)), File("products.csv", "Product Name,Product ID,List Price\nGTX Pro,P1,5\n")]);
            await page.GetByText("Look at them").ClickAsync();
            await page.Locator("[data-testid=warned-rows] summary").First.ClickAsync();

            using var every = new AssertionScope();
            await LooksRightAsync(page, "import-preview", View.All[view]);
            await page.Locator("[data-testid=run]").ClickAsync();
            await page.Locator("[data-testid=undo]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await LooksRightAsync(page, "import-result", View.All[view]);
        },
        View.All[view]);

    [Fact]
    public Task On_a_phone_what_a_column_means_is_not_cut_off_and_going_on_is_always_in_reach() => InBrowserAsync(
        async page =>
        {
            await new SignInPage(page).SignInAsAsync(Roles.Admin, "/import");
            await page.Locator(".drop input").SetInputFilesAsync(File("phone.csv", Deals + Rows.Replace("D", "P", StringComparison.Ordinal)));
            await page.GetByText("Look at them").ClickAsync();
            await page.Locator("[data-testid=run]").WaitForAsync();

            var narrowest = await page.Locator("[data-testid=column] select").EvaluateAllAsync<int>("all => Math.min(...all.map(select => select.clientWidth))");
            var end = await page.Locator("[data-testid=run]").EvaluateAsync<int>("button => button.getBoundingClientRect().bottom");
            var cancel = await page.Locator("[data-testid=discard]").EvaluateAsync<int>("button => button.getBoundingClientRect().top");

            narrowest.Should().BeGreaterThanOrEqualTo(190, "half a phone cuts “Abgeschlossen am” off");
            end.Should().BeInRange(800, 900, "the page is much longer than the window, and the button stands at its edge");
            cancel.Should().BeLessThan(end, "the three buttons stand in one row");
        },
        View.Phone);

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };
}
