using CrmRoi.Web.Pages.Shared;

namespace CrmRoi.Web.Tests.Pages;

public sealed class NavigationTests
{
    [Theory]
    [InlineData("/", "/", true)]
    [InlineData("/", "/sales", false)]
    [InlineData("/metrics", "/metrics/closing-rate", true)]
    [InlineData("/return", "/returns", false)]
    public void A_link_is_current_on_its_page_and_below(string link, string path, bool here)
    {
        new NavigationLink("Label", link).IsHere(path).Should().Be(here);
    }

    [Fact]
    public void Administration_is_for_administrators()
    {
        var links = Navigation.Groups.SelectMany(group => group.Links).Where(link => link.Path.StartsWith("/admin/", StringComparison.Ordinal));

        links.Should().NotBeEmpty().And.OnlyContain(link => link.Roles.Contains("Admin"));
    }
}
