using System.Net;
using AngleSharp.Dom;
using CrmRoi.Data;
using CrmRoi.Metrics.Catalogue;

namespace CrmRoi.Web.Tests.Pages.Metrics;

public sealed class MetricsPageTests(MeasuredApp app) : IClassFixture<MeasuredApp>
{
    [Theory]
    [InlineData("en-GB")]
    [InlineData("de-DE")]
    public async Task Every_metric_has_a_page(string language)
    {
        var visitor = await app.SignInAsync(Roles.Manager);
        foreach (var metric in MetricCatalogue.All)
        {
            var page = await visitor.GetPageAsync($"/metrics/{metric.Key}", language);

            page.QuerySelector("h1")!.TextContent.Should().NotBeNullOrWhiteSpace(metric.Key);
        }
    }

    [Theory]
    [InlineData("/metrics/no-such-metric", HttpStatusCode.NotFound)]
    [InlineData("/metrics/closing-rate?by=moon", HttpStatusCode.BadRequest)]
    [InlineData("/metrics/marketing-spend?by=rep", HttpStatusCode.BadRequest)]
    [InlineData("/metrics/closing-rate?from=2026-13", HttpStatusCode.BadRequest)]
    [InlineData("/metrics/closing-rate?team=Nowhere", HttpStatusCode.BadRequest)]
    [InlineData("/metrics?from=now", HttpStatusCode.BadRequest)]
    public async Task What_there_is_not_is_refused(string url, HttpStatusCode expected)
    {
        using var response = await (await app.SignInAsync(Roles.Manager)).GetAsync(url);

        response.StatusCode.Should().Be(expected);
    }

    [Fact]
    public async Task A_search_that_is_too_long_is_refused()
    {
        using var response = await (await app.SignInAsync(Roles.Manager)).GetAsync("/metrics?q=" + new string('a', 101));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_list_holds_every_metric_once()
    {
        var page = await app.GetPageAsync("/metrics");

        page.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")!.Split('?')[0].ToLowerInvariant())
            .Should().Equal(MetricCatalogue.All.Select(metric => $"/metrics/{metric.Key}"));
    }

    [Theory]
    [InlineData("en-GB", "closing VALUE", "Closing rate by value")]
    [InlineData("de-DE", "Abschlussquote nach", "Abschlussquote nach Wert")]
    public async Task A_metric_is_found_by_the_readers_words(string language, string search, string expected)
    {
        var page = await app.GetPageAsync("/metrics?q=" + Uri.EscapeDataString(search), language: language);

        Words(page, "tbody th a").Should().Contain(expected).And.HaveCountLessThan(5);
    }

    [Fact]
    public async Task A_search_without_a_find_says_so()
    {
        var page = await app.GetPageAsync("/metrics?q=zebra");

        Words(page, ".blank-title").Should().Equal("Nothing is called that");
        page.QuerySelector("h1")!.TextContent.Should().Be("0 metrics for “zebra”.");
    }

    [Fact]
    public async Task A_metric_shows_its_value_with_its_denominator()
    {
        var page = await app.GetPageAsync("/metrics/closing-rate");

        Written(page.QuerySelector("h1")!).Should().Be("Closing rate: 70.0 % of 10 closed deals");
    }

    [Fact]
    public async Task A_breakdown_is_ranked_and_rests_on_its_denominators()
    {
        var page = await app.GetPageAsync("/metrics/closing-rate?by=team");

        Words(page, "#by tbody tr").Should().Equal("1 South 100.0 % of 2 closed deals", "2 North 62.5 % of 8 closed deals");
        Words(page, "#by tfoot tr").Should().Equal("Total 70.0 % of 10 closed deals");
    }

    [Fact]
    public async Task A_total_is_broken_down_by_shares_that_add_up()
    {
        var page = await app.GetPageAsync("/metrics/won-revenue?by=rep");

        Words(page, "#by tbody tr").Should().Equal("1 Anna € 8,000 72.7 %", "2 Bert € 3,000 27.3 %");
    }

    [Fact]
    public async Task A_metric_without_a_value_is_a_dash_and_says_why()
    {
        var page = await app.GetPageAsync("/metrics/nps");
        var list = await app.GetPageAsync("/metrics?q=nps");

        page.QuerySelector("h1")!.TextContent.Should().Be("Net promoter score: no value");
        page.QuerySelector(".lead")!.TextContent.Should().Be("When nobody answered.");
        list.QuerySelector("td[data-label='In this period'] span[title]")!.TextContent.Should().Be("— When nobody answered.");
    }

    [Fact]
    public async Task A_figure_that_flatters_names_the_one_to_compare_with()
    {
        var page = await app.GetPageAsync("/metrics/sales-cycle");

        page.QuerySelector(".notes a")!.GetAttribute("href")!.ToLowerInvariant().Should().StartWith("/metrics/sales-cycle-median");
        Words(page, ".tile .pill").Should().Equal("○ Not comparable");
    }

    [Fact]
    public async Task Figures_entered_by_hand_are_not_compared_with_records()
    {
        var page = await app.GetPageAsync("/metrics/calls");

        Words(page, ".tile .pill").Should().Equal("○ Not comparable");
        Words(page, ".facts dd").Should().Contain("3 months 3 of them are shares of a longer total");
    }

    [Theory]
    [InlineData("/metrics/closing-rate-cohort")]
    [InlineData("/metrics/sales-cycle-median")]
    public async Task How_long_deals_take_is_drawn_before_and_after(string url)
    {
        var page = await app.GetPageAsync(url);

        Words(page, "#waits thead th").Should().Equal("After", "Before of 5 deals begun", "After of 5 deals begun");
    }

    [Theory]
    [InlineData("/metrics/closing-rate")]
    [InlineData("/metrics/sales-cycle-median")]
    [InlineData("/sales")]
    public async Task Every_chart_has_its_table(string url)
    {
        var page = await app.GetPageAsync(url);
        var links = page.QuerySelectorAll("figure a[href^='#']").Select(link => link.GetAttribute("href")!).ToList();

        links.Should().NotBeEmpty().And.OnlyContain(link => page.QuerySelector("table" + link) != null);
    }

    internal static IReadOnlyList<string> Words(IDocument page, string selector) => [.. page.QuerySelectorAll(selector).Select(Written)];

    /// <summary>What is read, with one blank between words.</summary>
    internal static string Written(IElement element) =>
        string.Join(' ', string.Join(' ', element.GetDescendants().OfType<IText>().Select(text => text.Data))
            .Split([' ', '\n', '\r', '\t', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries));
}
