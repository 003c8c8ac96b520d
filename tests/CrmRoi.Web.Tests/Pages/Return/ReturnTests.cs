using CrmRoi.Data;
using CrmRoi.Metrics.Return;
using CrmRoi.Web.Tests.Pages.Overview;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Web.Tests.Pages.Return;

public sealed class ReturnTests(PaidCompany app) : IClassFixture<PaidCompany>
{
    [Fact]
    public async Task Every_convention_stands_there_with_the_official_one_first()
    {
        var page = await app.GetPageAsync("/return?programme=Paid", Roles.Cfo);

        var rows = page.QuerySelectorAll("#conventions tbody tr").ToList();

        rows.Select(row => row.GetAttribute("data-metric"))
            .Should().Equal("roi", "roi-multiple", "roi-average-annual", "roi-discounted", "roi-annualised");
        rows[0].TextContent.Should().Contain("official").And.Contain("525\u202F%");
        rows[1].QuerySelector("td")!.TextContent.Trim().Should().Be("6.25");
        rows[2].QuerySelector("td")!.TextContent.Trim().Should().Be("1,250\u202F%", "75,000 in half a year is 150,000 a year, for 12,000");
    }

    [Fact]
    public async Task Figures_are_those_of_the_calculation()
    {
        var page = await app.GetPageAsync("/return?programme=Paid", Roles.Cfo);

        var result = await ResultAsync("Paid");

        page.QuerySelector("h1")!.TextContent.Trim().Should().Be("ROI is 525\u202F%: €\u00A075k gained for €\u00A012k spent.");
        page.QuerySelector("tr[data-metric=npv] td")!.TextContent.Trim().Should().Be($"€\u00A0{result.Npv!.Value:N0}");
        page.QuerySelector("#gain tfoot td:last-child")!.TextContent.Should().Be($"€\u00A0{result.Gain!.Value:N0}");
        result.Npv.Should().BeInRange(61_000, 63_000);
    }

    [Fact]
    public async Task A_figure_without_an_answer_is_a_dash_with_its_reason()
    {
        var page = await app.GetPageAsync("/return?programme=Future");

        var npv = page.QuerySelector("tr[data-metric=npv] td")!;

        page.QuerySelector("h1")!.TextContent.Should().Contain("no full month since go-live has figures").And.NotContain("%");
        npv.TextContent.Should().Contain("—").And.Contain("no full month since go-live has figures");
        page.QuerySelector("[data-testid=no-gain]").Should().NotBeNull();
    }

    [Fact]
    public async Task Payback_that_no_rate_has_says_why()
    {
        var page = await app.GetPageAsync("/return?programme=Paid");

        var users = page.QuerySelector("tr[data-metric=cost-per-user] td")!;

        users.TextContent.Should().Contain("—").And.Contain("When no users are stated.");
    }

    [Theory]
    [InlineData(Roles.Admin, true)]
    [InlineData(Roles.Cfo, true)]
    [InlineData(Roles.Manager, false)]
    public async Task Managers_see_kinds_of_cost_and_no_single_one(string role, bool maySee)
    {
        var page = await app.GetPageAsync("/return?programme=Paid", role);

        page.QuerySelector("#costs tbody th")!.TextContent.Should().Be("Licences");
        page.QuerySelector("#costs tfoot")!.TextContent.Should().Contain("€\u00A012,000");
        page.DocumentElement.TextContent.Contains("Secret vendor offer", StringComparison.Ordinal).Should().Be(maySee);
    }

    [Fact]
    public async Task Months_are_summed_by_fiscal_year()
    {
        var page = await app.GetPageAsync("/return?programme=Paid");

        page.QuerySelectorAll("#months tr.year th").Select(cell => cell.TextContent).Should().Equal("Fiscal year 2026");
        page.QuerySelectorAll("#months tbody tr:not(.year)").Should().HaveCount(6);
        page.QuerySelector("#months tfoot td:last-child")!.TextContent.Should().Be("€\u00A063,000");
    }

    [Fact]
    public async Task The_page_speaks_german()
    {
        var page = await app.GetPageAsync("/return?programme=Paid", language: "de-DE");

        page.QuerySelector("h1")!.TextContent.Trim().Should().Be("Der ROI ist 525\u202F%: 75\u00A0Tsd.\u00A0€ gewonnen für 12\u00A0Tsd.\u00A0€ Ausgaben.");
        page.QuerySelector("#conventions tr[data-metric=roi] th")!.TextContent.Should().Contain("offiziell");
    }

    private async Task<ProgrammeReturn> ResultAsync(string name)
    {
        var figures = await app.Services.GetRequiredService<FigureStore>().LoadAsync(CancellationToken.None);
        var programme = figures.Programmes.Single(programme => programme.Name == name);
        return ReturnCalculation.Of(programme, figures.Costs, figures.Savings, figures.Cube);
    }
}
