using System.Net;
using CrmRoi.Data;
using CrmRoi.Web.Tests.Pages.Metrics;
using static CrmRoi.Web.Tests.Pages.Metrics.MetricsPageTests;

namespace CrmRoi.Web.Tests.Pages.Sales;

public sealed class SalesPageTests(MeasuredApp app) : IClassFixture<MeasuredApp>
{
    [Theory]
    [InlineData("/sales?by=moon")]
    [InlineData("/sales?sort=moon")]
    [InlineData("/sales?to=2026-6")]
    public async Task What_there_is_not_is_refused(string url)
    {
        using var response = await (await app.SignInAsync(Roles.Manager)).GetAsync(url);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("en-GB", "No clear change in deals won: 80.0 % within 120 days, 60.0 % before.")]
    [InlineData("de-DE", "Keine klare Änderung bei den Abschlüssen: 80,0 % binnen 120 Tagen, vorher 60,0 %.")]
    public async Task The_page_begins_with_what_it_found(string language, string expected)
    {
        var page = await app.GetPageAsync("/sales", language: language);

        Written(page.QuerySelector("h1")!).Should().Be(expected);
        page.QuerySelectorAll(".tile").Should().HaveCount(4);
    }

    [Fact]
    public async Task Teams_stand_in_the_order_of_what_is_asked()
    {
        var byRevenue = await app.GetPageAsync("/sales");
        var byLost = await app.GetPageAsync("/sales?sort=deals-lost");

        Words(byRevenue, "#people tbody th").Should().StartWith(["North", "South"]);
        Words(byLost, "#people tbody th").Should().ContainInOrder("South", "North");
    }

    [Fact]
    public async Task A_team_has_its_figures_and_a_link_to_its_own_page()
    {
        var page = await app.GetPageAsync("/sales");
        var north = page.QuerySelector("#people tbody tr")!;
        var narrowed = await app.GetPageAsync(north.QuerySelector("a")!.GetAttribute("href")!);

        north.QuerySelectorAll("td").Take(7).Select(Written).Should().Equal("€ 8,000", "5", "3", "62.5 %", "40.0 %", "€ 1,600", "42 d");
        Words(narrowed, "#people tbody th").Should().Equal(["Anna", "Unassigned"], "a team leads to its people, and its phone bill is nobody's");
        Words(narrowed, "#people tfoot td").Take(3).Should().Equal("€ 8,000", "5", "3");
    }

    [Fact]
    public async Task Who_lost_no_deal_has_lost_0_and_not_an_unknown_number()
    {
        var page = await app.GetPageAsync("/sales?by=rep");
        var bert = page.QuerySelectorAll("#people tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Trim() == "Bert");

        Written(bert.QuerySelector("td[data-label='Lost']")!).Should().Be("0");
        Written(bert.QuerySelector("td[data-label='Closing rate']")!).Should().Be("100.0 %");
    }

    [Fact]
    public async Task The_funnel_counts_each_stage_and_keeps_lost_deals()
    {
        var page = await app.GetPageAsync("/sales");
        var counts = page.QuerySelectorAll("#funnel tbody tr").ToDictionary(row => Written(row.QuerySelector("th")!), row => Written(row.QuerySelector("td")!));

        counts["Deals opened"].Should().Be("10");
        counts["Deals won"].Should().Be("7");
        counts["Deals lost beside the funnel, counted in another way"].Should().Be("3");
        counts["Leads"].Should().StartWith("—");
    }

    [Fact]
    public async Task A_stage_tells_how_long_deals_stay_in_it()
    {
        var page = await app.GetPageAsync("/sales");
        var first = page.QuerySelectorAll("#stages tbody tr").Single(row => row.QuerySelector("th")!.TextContent == "Qualified");

        first.QuerySelectorAll("td").Take(3).Select(Written).Should().Equal("10 d of 4 stages entered", "100.0 % of 4 stages entered that have had 60 days", "10 d");
    }

    [Fact]
    public async Task Calls_are_shown_and_not_compared_where_logging_changed()
    {
        var page = await app.GetPageAsync("/sales");
        var calls = page.QuerySelectorAll(".card").First(card => card.QuerySelector("h2 a")?.TextContent == "Calls");

        Written(calls.QuerySelector("h2")!).Should().Be("Calls 72 in these months");
        Written(calls.QuerySelector(".pill")!).Should().Be("○ Not comparable");
    }
}

public sealed class SalesPageWithoutFiguresTests(CrmRoiApp app) : IClassFixture<CrmRoiApp>
{
    [Theory]
    [InlineData("/sales", "No sales figures yet.")]
    [InlineData("/metrics/closing-rate", "Closing rate: no value")]
    public async Task Nothing_is_said_in_words(string url, string expected)
    {
        var page = await app.GetPageAsync(url, Roles.Cfo);

        Written(page.QuerySelector("h1")!).Should().Be(expected);
        page.QuerySelectorAll(".blank-title").Should().NotBeEmpty();
    }
}
