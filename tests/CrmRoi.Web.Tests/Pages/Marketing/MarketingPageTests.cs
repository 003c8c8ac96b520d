using System.Net;
using AngleSharp.Dom;
using CrmRoi.Data;
using static CrmRoi.Web.Tests.Pages.Metrics.MetricsPageTests;

namespace CrmRoi.Web.Tests.Pages.Marketing;

public sealed class MarketingPageTests(CampaignApp app) : IClassFixture<CampaignApp>
{
    [Theory]
    [InlineData("/marketing?model=guess", HttpStatusCode.BadRequest)]
    [InlineData("/marketing?days=31", HttpStatusCode.BadRequest)]
    [InlineData("/marketing?days=many", HttpStatusCode.BadRequest)]
    [InlineData("/marketing?campaign=None", HttpStatusCode.NotFound)]
    public async Task What_there_is_not_is_refused(string url, HttpStatusCode expected)
    {
        using var response = await (await app.SignInAsync(Roles.Manager)).GetAsync(url);

        response.StatusCode.Should().Be(expected);
    }

    [Theory]
    [InlineData("en-GB", "Campaigns cost € 2,000 and are credited with € 3,000 of margin: a return of 50 %.")]
    [InlineData("de-DE", "Kampagnen kosteten 2.000 € und erhalten 3.000 € Marge gutgeschrieben: ein Ertrag von 50 %.")]
    public async Task The_page_begins_with_what_campaigns_return(string language, string expected)
    {
        var page = await PageAsync("/marketing", language);

        Written(page.QuerySelector("h1")!).Should().Be(expected);
        page.QuerySelectorAll(".tile").Should().HaveCount(4);
        Written(page.QuerySelector(".tile strong")!).Should().Contain("100"); // 2,000 / 20 leads
    }

    [Theory]
    [InlineData("linear", "€ 2,000", "€ 2,000")]
    [InlineData("first", "€ 4,000", "€ 0.00")]
    [InlineData("last", "€ 0.00", "€ 4,000")]
    public async Task Campaigns_are_credited_by_the_chosen_model(string model, string fair, string mailing)
    {
        var page = await PageAsync($"/marketing?model={model}");

        RevenueOf(page, "Fair").Should().Be(fair);
        RevenueOf(page, "Good mailing").Should().Be(mailing);
        Written(page.QuerySelector("#by-campaign tfoot td[data-label='Credited revenue']")!).Should().Be("€ 4,000");
    }

    [Fact]
    public async Task A_window_that_is_too_short_credits_nobody()
    {
        var page = await PageAsync("/marketing?days=30");

        Written(page.QuerySelector("#by-campaign tfoot td[data-label='Credited revenue']")!).Should().Be("€ 0.00");
        Written(page.QuerySelector("#campaigns")!).Should().Contain("2 of the deals won, worth € 8,000, had no answered touch");
    }

    [Fact]
    public async Task A_channel_leads_to_its_campaigns_and_a_campaign_to_every_model()
    {
        var channels = (await PageAsync("/marketing")).QuerySelectorAll("#by-channel tbody a");
        var post = await PageAsync(channels.Single(link => link.TextContent == "Post").GetAttribute("href")!);
        var campaign = await PageAsync(post.QuerySelectorAll("#by-campaign tbody a").Single(link => link.TextContent == "Good mailing").GetAttribute("href")!);

        post.QuerySelectorAll("#by-campaign tbody th a").Select(link => link.TextContent).Should().BeEquivalentTo("Good mailing", "Poor mailing");
        campaign.QuerySelectorAll("#by-model tbody tr").Should().HaveCount(7);
        Written(campaign.QuerySelector("#by-model tbody tr:last-child td[data-label='Sales lost without it']")!).Should().Be("100.0 %");
    }

    [Fact]
    public async Task Spend_on_mailings_that_few_answer_is_named()
    {
        var page = await PageAsync("/marketing");

        Written(page.QuerySelector("#responses p")!).Should().StartWith("€ 500.00 was spent on one campaign");
        page.QuerySelectorAll("#mailings tbody tr").Select(row => Written(row.QuerySelector(".pill")!)).Should().Equal("▼ Low", "◆ Not clearly low");
    }

    private static string RevenueOf(IDocument page, string campaign) => Written(page.QuerySelectorAll("#by-campaign tbody tr")
        .Single(row => row.QuerySelector("a")!.TextContent == campaign).QuerySelector("td[data-label='Credited revenue']")!);

    private async Task<IDocument> PageAsync(string url, string language = "en-GB") => await (await app.SignInAsync(Roles.Manager)).GetPageAsync(url, language);
}
