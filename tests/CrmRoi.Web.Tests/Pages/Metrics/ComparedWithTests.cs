using System.Net;
using CrmRoi.Data;
using static CrmRoi.Web.Tests.Pages.Metrics.MetricsPageTests;

namespace CrmRoi.Web.Tests.Pages.Metrics;

public sealed class ComparedWithTests(MeasuredApp app) : IClassFixture<MeasuredApp>
{
    [Theory]
    [InlineData("/sales?compare=yesterday")]
    [InlineData("/metrics/deals-won?compare=Previous")]
    public async Task What_cannot_be_compared_with_is_refused(string url)
    {
        using var response = await (await app.SignInAsync(Roles.Manager)).GetAsync(url);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("en-GB", "Period before", "This period")]
    [InlineData("de-DE", "Zeitraum davor", "Dieser Zeitraum")]
    public async Task The_heads_say_what_is_compared(string language, string before, string after)
    {
        var page = await app.GetPageAsync("/sales?compare=previous&from=2026-01&to=2026-06", language: language);

        var heads = page.QuerySelectorAll("#closing thead th").Select(head => head.TextContent.Trim()).ToList();
        heads.Should().ContainSingle(head => head.StartsWith(before)).And.ContainSingle(head => head.StartsWith(after));
    }

    [Fact]
    public async Task Six_months_are_set_against_the_six_before()
    {
        var page = await app.GetPageAsync("/metrics/deals-won?compare=previous&from=2026-01&to=2026-06");

        var tiles = page.QuerySelectorAll(".tile strong").Select(Written).ToList();
        tiles[0].Should().Be("0.6", "deals are known from August on, so three of five months");
        tiles[1].Should().Be("1.3", "and up to March, so four of three months");
    }

    [Fact]
    public async Task A_link_keeps_what_is_compared()
    {
        var page = await app.GetPageAsync("/sales?compare=last-year");

        page.QuerySelector("#closing tbody th a")!.GetAttribute("href").Should().Contain("compare=last-year");
    }
}
