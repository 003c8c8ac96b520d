using System.Net;
using CrmRoi.Data;
using CrmRoi.Web.Tests.Pages.Metrics;
using static CrmRoi.Web.Tests.Pages.Metrics.MetricsPageTests;

namespace CrmRoi.Web.Tests.Pages.Records;

public sealed class RecordsPageTests(MeasuredApp app) : IClassFixture<MeasuredApp>
{
    [Theory]
    [InlineData("/records/moons", HttpStatusCode.NotFound)]
    [InlineData("/records/deals?measure=calls", HttpStatusCode.BadRequest)]
    [InlineData("/records/deals?after=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/records/deals?team=East", HttpStatusCode.BadRequest)]
    public async Task What_there_is_not_is_refused(string url, HttpStatusCode expected)
    {
        using var response = await (await app.SignInAsync(Roles.Manager)).GetAsync(url);

        response.StatusCode.Should().Be(expected);
    }

    [Fact]
    public async Task A_number_of_the_table_leads_to_as_many_records()
    {
        var sales = await app.GetPageAsync("/sales", Roles.Manager);
        var won = sales.QuerySelector("#people tbody tr td[data-label=Won] a")!;

        var page = await app.GetPageAsync(won.GetAttribute("href")!, Roles.Manager);

        Written(won).Should().Be("5");
        page.QuerySelectorAll("#records tbody tr").Should().HaveCount(5);
        page.QuerySelectorAll("#records tbody tr td:nth-child(4) small").Select(Written).Should().OnlyContain(team => team == "North");
    }

    [Fact]
    public async Task A_team_leads_to_its_people_and_a_person_to_their_own_figures()
    {
        var team = (await app.GetPageAsync("/sales")).QuerySelector("#people tbody th a")!.GetAttribute("href")!;
        var people = await app.GetPageAsync(team);
        var person = people.QuerySelector("#people tbody th a")!;
        var own = await app.GetPageAsync(person.GetAttribute("href")!);

        Written(person).Should().Be("Anna");
        Written(own.QuerySelector("#people tfoot td")!).Should().Be("€ 8,000");
    }

    [Fact]
    public async Task Where_the_figure_was_entered_the_list_says_so()
    {
        var page = await app.GetPageAsync("/records/activities?measure=calls");

        page.QuerySelectorAll("#records tbody tr").Should().HaveCount(12);
        page.QuerySelector(".notes")!.TextContent.Should().Contain("entered by hand");
    }
}
