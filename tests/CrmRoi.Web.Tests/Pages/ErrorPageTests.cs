using System.Net;

namespace CrmRoi.Web.Tests.Pages;

public sealed class ErrorPageTests(CrmRoiApp site) : IClassFixture<CrmRoiApp>
{
    [Fact]
    public async Task An_unknown_address_is_answered_by_a_page_that_says_so()
    {
        using var response = await site.GetAsync("/there-is-no-such-page");
        var page = await site.PageAsync("/there-is-no-such-page");

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        page.QuerySelector("h1")!.TextContent.Should().Be("There is no such page");
        page.Title.Should().Be("There is no such page · CrmRoi");
    }

    [Fact]
    public async Task An_error_speaks_the_language_of_the_reader()
    {
        var page = await site.PageAsync("/there-is-no-such-page", "de-AT,de;q=0.8");

        page.QuerySelector("h1")!.TextContent.Should().Be("Diese Seite gibt es nicht");
        page.DocumentElement.GetAttribute("lang").Should().Be("de-AT");
    }

    [Theory]
    [InlineData("/error/400", HttpStatusCode.BadRequest)]
    [InlineData("/error/403", HttpStatusCode.Forbidden)]
    [InlineData("/error/500", HttpStatusCode.InternalServerError)]
    [InlineData("/error/200", HttpStatusCode.NotFound)]
    public async Task An_error_page_has_the_status_that_it_explains(string path, HttpStatusCode status)
    {
        using var response = await site.GetAsync(path);

        response.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task A_fault_is_given_a_reference_and_no_stack_trace()
    {
        var page = await site.PageAsync("/error/500");

        page.QuerySelector("code")!.TextContent.Should().NotBeEmpty();
        page.Body!.TextContent.Should().NotContain("   at ");
    }

    [Fact]
    public async Task The_first_thing_on_a_page_skips_to_its_content()
    {
        var page = await site.PageAsync("/error/404");

        var first = page.Body!.FirstElementChild!;

        first.ClassList.Should().Contain("skip");
        page.QuerySelector(first.GetAttribute("href")!)!.LocalName.Should().Be("main");
    }

    [Fact]
    public async Task A_page_has_neither_inline_script_nor_inline_style()
    {
        var page = await site.PageAsync("/error/404");

        page.QuerySelectorAll("script:not([src]), style, [style], [onclick], [onload]").Should().BeEmpty();
    }
}
