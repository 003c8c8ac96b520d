using System.Net;
using CrmRoi.Data;

namespace CrmRoi.Web.Tests.Pages.Overview;

public sealed class OverviewTests(PaidCompany app) : IClassFixture<PaidCompany>
{
    [Fact]
    public async Task Twelve_thousand_spent_and_seventy_five_thousand_gained_is_525_percent()
    {
        var page = await app.GetPageAsync("/?programme=Paid", Roles.Cfo);

        page.QuerySelector("[data-testid=roi] strong")!.TextContent.Should().Be("525\u202F%");
        page.QuerySelector("[data-testid=roi] small")!.TextContent.Should().Be("0\u202F% is break-even: 1.00 back per 1.00 spent");
        page.QuerySelector("h1")!.TextContent.Should().Contain("€\u00A06.25").And.Contain("May 2026");
        page.QuerySelector("[data-testid=net]")!.TextContent.Should().Contain("€\u00A063k").And.Contain("gain €\u00A075k − cost €\u00A012k, after 6 months");
        page.QuerySelector("[data-testid=payback]")!.TextContent.Should().Contain("1 month");
    }

    [Fact]
    public async Task The_table_of_the_chart_ends_at_the_net_benefit()
    {
        var page = await app.GetPageAsync("/?programme=Paid");

        var total = page.QuerySelectorAll("#cumulative tfoot td").Select(cell => cell.TextContent).ToList();
        var bridge = page.QuerySelectorAll("#bridge td").Select(cell => cell.TextContent).ToList();

        total.Should().Equal("€\u00A012,000", "€\u00A075,000", "€\u00A00.00", "€\u00A063,000", "€\u00A063,000");
        bridge.Should().Equal("€\u00A075,000", "−€\u00A012,000", "€\u00A063,000");
        page.QuerySelectorAll("#cumulative tbody tr").Should().HaveCount(6);
    }

    [Theory]
    [InlineData("Future", "no full month since go-live has figures")]
    [InlineData("Unspent", "no cost has fallen due yet")]
    public async Task Without_enough_data_there_is_a_reason_and_no_figure(string programme, string reason)
    {
        var page = await app.GetPageAsync("/?programme=" + programme);

        page.QuerySelector("h1")!.TextContent.Should().Contain(reason).And.NotContain("%");
        page.QuerySelector("[data-testid=roi] strong")!.TextContent.Should().Be("—");
        page.QuerySelector("[data-testid=roi] small")!.TextContent.Should().Contain(reason);
        page.QuerySelector("[data-testid=verdict] .pill")!.TextContent.Should().Contain("Not enough data");
    }

    [Fact]
    public async Task A_figure_that_is_not_known_leads_an_administrator_to_where_it_is_entered()
    {
        var forAdmin = await app.GetPageAsync("/?programme=Unspent");
        var forManager = await app.GetPageAsync("/?programme=Unspent", Roles.Manager);

        forAdmin.QuerySelector("main a[href='/admin/costs']").Should().NotBeNull();
        forManager.QuerySelector("main a[href='/admin/costs']").Should().BeNull();
        forManager.QuerySelector("main")!.TextContent.Should().Contain("An administrator can do this next: Enter what the CRM costs");
    }

    [Fact]
    public async Task The_page_says_what_to_know_before_it_is_quoted()
    {
        var page = await app.GetPageAsync("/?programme=Paid");

        var notes = page.QuerySelector(".notes")!.TextContent;

        notes.Should().Contain("not what the CRM caused").And.Contain("Won margin: entered, from “ledger”, covering 90\u202F% of what happened");
        notes.Should().Contain("October 2026");
    }

    [Fact]
    public async Task Metrics_without_a_value_are_a_dash_with_their_reason()
    {
        var page = await app.GetPageAsync("/?programme=Paid");

        var row = page.QuerySelector("tr[data-metric=csat]")!;

        row.QuerySelector("td")!.TextContent.Should().StartWith("—");
        row.QuerySelector("td:last-child small")!.TextContent.Should().Be("no value before");
    }

    [Fact]
    public async Task The_page_speaks_german()
    {
        var page = await app.GetPageAsync("/?programme=Paid", language: "de-DE");

        page.QuerySelector("h1")!.TextContent.Should().StartWith("Das CRM hat sich bezahlt gemacht").And.Contain("6,25\u00A0€");
        page.QuerySelector(".notes h2")!.TextContent.Should().Be("Bevor Sie das zitieren");
        page.QuerySelector("[data-testid=net]")!.TextContent.Should().Contain("63\u00A0Tsd.\u00A0€");
    }

    [Theory]
    [InlineData("/?programme=Nothing")]
    [InlineData("/?from=2026-13")]
    [InlineData("/?to=May")]
    [InlineData("/?from=2026-06&to=2026-01")]
    [InlineData("/?from=1900-01&to=2199-12")]
    [InlineData("/?from=0001-01")]
    [InlineData("/?team=Nobody")]
    [InlineData("/?region=North")]
    [InlineData("/?segment=%00")]
    [InlineData("/return?channel=web")]
    public async Task A_filter_that_cannot_be_is_refused(string url)
    {
        var visitor = await app.SignInAsync(Roles.Manager);

        using var response = await visitor.GetAsync(url);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?programme=paid&from=2025-01&to=2026-10")]
    [InlineData("/?team=&region=&programme=")]
    [InlineData("/?to=1999-01")]
    [InlineData("/?team=Unassigned")]
    [InlineData("/return?programme=Future")]
    public async Task A_filter_that_can_be_is_answered(string url)
    {
        var visitor = await app.SignInAsync(Roles.Manager);

        using var response = await visitor.GetAsync(url);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }
}

public sealed class EmptyOverviewTests(CrmRoiApp app) : IClassFixture<CrmRoiApp>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/return")]
    public async Task A_company_without_anything_is_told_what_to_do_next(string url)
    {
        var page = await app.GetPageAsync(url);

        page.QuerySelectorAll(".blank a").Select(link => link.GetAttribute("href"))
            .Should().Equal("/admin/programme", "/admin/costs", "/import", "/admin/baseline");
        page.QuerySelector("main")!.TextContent.Should().NotContain("%");
    }
}
