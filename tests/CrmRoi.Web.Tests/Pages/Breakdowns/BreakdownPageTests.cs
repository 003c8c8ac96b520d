using System.Globalization;
using System.Net;
using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using static CrmRoi.Web.Tests.Pages.Metrics.MetricsPageTests;

namespace CrmRoi.Web.Tests.Pages.Breakdowns;

/// <summary>One month before go-live and one after. Web brings 400 margin and 4 leads, and costs 100; Fair brings 200 and costs 500.</summary>
public sealed class ChannelApp : CrmRoiApp
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SeedAsync(new Programme { Name = "CRM", Currency = "EUR", GoLive = new Month(2026, 6), BaselineMonths = 1 });
        await SeedAsync(new RecordBatch
        {
            Deals = [Deal("1", "Web", 5, 500), Deal("2", "Web", 6, 500), Deal("3", "Fair", 6, 1000, cost: 0.8m), Lost("4", "Web", 5)],
            Leads = [.. Enumerable.Range(0, 4).Select(i => Lead($"w{i}", "Web", i < 2 ? 5 : 6)), Lead("f", "Fair", 6)],
            Campaigns = [Campaign("c1", "Web", 100), Campaign("c2", "Fair", 500)],
        });
    }

    private static Deal Deal(string id, string channel, int month, decimal value, decimal cost = 0.6m) => new()
    {
        Source = "probe",
        Id = id,
        Channel = channel,
        CreatedOn = new(2026, month, 2),
        ClosedOn = new(2026, month, 20),
        Outcome = DealOutcome.Won,
        Value = value,
        CostOfGoods = value * cost,
    };

    private static Deal Lost(string id, string channel, int month) =>
        new() { Source = "probe", Id = id, Channel = channel, CreatedOn = new(2026, month, 2), ClosedOn = new(2026, month, 21), Outcome = DealOutcome.Lost };

    private static Lead Lead(string id, string channel, int month) => new() { Source = "probe", Id = id, Channel = channel, CreatedAt = new(2026, month, 1, 9, 0, 0) };

    private static Campaign Campaign(string id, string channel, decimal spend) =>
        new() { Source = "probe", Id = id, Name = id, Channel = channel, Spend = spend, StartOn = new(2026, 6, 1), EndOn = new(2026, 6, 30) };
}

public sealed class BreakdownPageTests(ChannelApp app) : IClassFixture<ChannelApp>
{
    private const string Months = "from=2026-05&to=2026-06";

    [Fact]
    public async Task What_costs_more_than_it_brings_is_named_with_what_it_lost()
    {
        var page = await (await app.SignInAsync(Roles.Cfo)).GetPageAsync($"/breakdown?by=channel&{Months}");

        Written(page.QuerySelector("h1")!).Should().Be("More was spent than earned on Fair: € 300.00 lost in these months.");
        Words(page, "#table tbody th").Should().Equal("Web", "Fair");
        page.QuerySelectorAll("#table tbody tr:first-child td").Skip(1).Take(7).Select(Written).Should().Equal("4", "3", "66.7 % of 3", "€ 1,000", "€ 400.00", "€ 100.00", "€ 300.00");
        page.QuerySelector("#priority").Should().BeNull("one member has no order");
    }

    [Fact]
    public async Task By_segment_acquisition_cost_is_not_known_and_says_why()
    {
        var page = await (await app.SignInAsync(Roles.Cfo)).GetPageAsync($"/breakdown?{Months}");

        var cost = page.QuerySelector("#table tbody td[data-label='Acquisition cost']")!;

        cost.TextContent.Should().StartWith("—").And.Contain("Nobody records marketing spend by segment.");
        page.QuerySelector("#table tbody td[data-label='Profit']")!.TextContent.Should().Contain("before acquisition cost");
    }

    [Fact]
    public async Task The_steps_of_the_bridge_lead_from_before_to_after_to_the_cent()
    {
        var page = await (await app.SignInAsync(Roles.Cfo)).GetPageAsync($"/breakdown?by=channel&{Months}");

        var amounts = page.QuerySelectorAll("#bridge-table td").Select(cell => Amount(Written(cell))).ToList();

        amounts[0].Should().Be(200);
        amounts[^1].Should().Be(400);
        amounts.Skip(1).Take(amounts.Count - 2).Sum().Should().Be(200);
    }

    [Fact]
    public async Task What_there_is_not_is_refused()
    {
        using var response = await (await app.SignInAsync(Roles.Manager)).GetAsync("/breakdown?by=moon");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private static decimal Amount(string written) =>
        decimal.Parse(written.Replace("€", "", StringComparison.Ordinal).Replace("\u2212", "-", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), CultureInfo.GetCultureInfo("en-GB"));
}
