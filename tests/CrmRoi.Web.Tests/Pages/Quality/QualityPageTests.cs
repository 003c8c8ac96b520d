using System.Net;
using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using Microsoft.Extensions.DependencyInjection;
using static CrmRoi.Web.Tests.Pages.Metrics.MetricsPageTests;

namespace CrmRoi.Web.Tests.Pages.Quality;

/// <summary>
/// Four months, go-live in the third. Each month six deals of 100 are won and four lost, ten days after their opening; in the last one a seventh is
/// won that is the sixth again. One customer has two names. Ten calls are logged a month before go-live and fifty from it on.
/// </summary>
public sealed class DoubtfulApp : CrmRoiApp
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SeedAsync(new Programme { Name = "CRM", Currency = "EUR", GoLive = new Month(2026, 5), BaselineMonths = 2 });
        await SeedAsync(new RecordBatch
        {
            Deals =
            [
                .. Enumerable.Range(3, 4).SelectMany(month => Enumerable.Range(0, 10).Select(i => Deal($"{month}-{i}", month, i < 6, i))),
                Deal("again", 6, true, 5) with { Customer = "customer 5" },
            ],
            Activities = [.. Enumerable.Range(2, 5).SelectMany(month => Enumerable.Range(0, month < 5 ? 10 : 50).Select(i => Call($"{month}-{i}", month)))],
        });
        await ReckonAsync();
    }

    public Task ReckonAsync() => SeedAsync(services => services.GetRequiredService<QualityStore>().BringUpToDateAsync(CancellationToken.None));

    private static Deal Deal(string id, int month, bool isWon, int customer) => new()
    {
        Source = "probe",
        Id = id,
        Customer = $"Customer-{customer}",
        Rep = customer < 5 ? "Anna" : null,
        CreatedOn = new(2026, month, 1),
        ClosedOn = new(2026, month, 11),
        Outcome = isWon ? DealOutcome.Won : DealOutcome.Lost,
        Value = 100,
    };

    private static Activity Call(string id, int month) => new() { Source = "probe", Id = id, Kind = ActivityKind.Call, At = new(2026, month, 3, 9, 0, 0), IsCompleted = true, Rep = "Anna" };
}

public sealed class QualityPageTests(DoubtfulApp app) : IClassFixture<DoubtfulApp>
{
    private const string Months = "?from=2026-03&to=2026-06";

    [Fact]
    public async Task A_deal_that_is_there_twice_is_told_with_the_figures_without_it()
    {
        var page = await app.GetPageAsync("/quality" + Months, Roles.Manager);

        Written(page.QuerySelector("h1")!).Should().Contain("Deals that are there twice").And.Contain("€ 2,400").And.Contain("€ 2,500");
        var rate = page.QuerySelector("#duplicate [data-metric=closing-rate]")!;
        rate.QuerySelectorAll("td").Take(3).Select(Written).Should().Equal("61.0 %", "60.0 %", "−1.0 pts");
        Written(rate.QuerySelectorAll("td")[3]).Should().StartWith("60.0 % → 61.9 %");
        Written(rate.QuerySelectorAll("td")[4]).Should().StartWith("60.0 % → 60.0 %");
        page.QuerySelectorAll("#duplicate details tbody tr").Should().ContainSingle().Which.TextContent.Should().Contain("like 6-5");
        page.QuerySelectorAll("[data-testid=finding]").Should().ContainSingle("nothing else is wrong with these deals");
    }

    [Fact]
    public async Task A_jump_in_logging_is_told_with_what_is_not_compared()
    {
        var page = await app.GetPageAsync("/quality" + Months);

        var calls = page.QuerySelector("[data-family=calls]")!;
        calls.QuerySelectorAll("td").Take(3).Select(Written).Should().Equal("10", "50", "5.00");
        calls.TextContent.Should().Contain("Logging changed").And.Contain("not compared across go-live");
    }

    [Fact]
    public async Task A_field_is_told_with_its_gaps_before_and_after()
    {
        var page = await app.GetPageAsync("/quality" + Months + "&kind=deals");

        var rep = page.QuerySelector("[data-field=rep]")!;
        rep.QuerySelectorAll("td").Take(4).Select(Written).Should().Equal("41", "48.8 %", "50.0 %", "47.6 %");
        Written(page.QuerySelector("[data-testid=spellings][data-field=customer]")!).Should().Contain("11").And.Contain("10").And.Contain("Customer-5 = customer 5");
    }

    [Theory]
    [InlineData("effects", "check,deals,of,value,metric,counted,otherwise,change")]
    [InlineData("deals&check=Duplicate", "source,id,name,rep,opened,closed,value,like")]
    [InlineData("fields", "kind,field,month,records,complete")]
    [InlineData("logging", "logged,a_month_before,a_month_after,changed,metrics,compared")]
    [InlineData("names", "names_of,name,like")]
    public async Task Every_table_can_be_taken_away(string table, string head)
    {
        using var response = await (await app.SignInAsync(Roles.Cfo)).GetAsync($"/quality/export{Months}&table={table}");

        var csv = await response.Content.ReadAsStringAsync();
        csv.TrimStart('\uFEFF').Split("\r\n").Should().HaveCountGreaterThan(2).And.HaveElementAt(0, head);
    }

    [Theory]
    [InlineData("/quality?kind=moons", HttpStatusCode.BadRequest)]
    [InlineData("/quality/export?table=moons", HttpStatusCode.NotFound)]
    [InlineData("/quality/export?table=deals&check=Moon", HttpStatusCode.BadRequest)]
    public async Task What_there_is_not_is_refused(string url, HttpStatusCode status)
    {
        using var response = await (await app.SignInAsync(Roles.Manager)).GetAsync(url);

        response.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task What_is_no_record_makes_the_report_no_older()
    {
        await app.SeedAsync(new Cost { Source = "form", Id = "1", Programme = "CRM", Description = "Licences", Amount = 100, From = new Month(2026, 4) });
        var page = await app.GetPageAsync("/quality" + Months);
        var isReckoned = true;
        await app.SeedAsync(async services => isReckoned = await services.GetRequiredService<QualityStore>().BringUpToDateAsync(CancellationToken.None));

        page.QuerySelector(".eyebrow")!.TextContent.Should().NotContain("changed since");
        isReckoned.Should().BeFalse("nothing that it tells of has changed");
    }

    [Fact]
    public async Task The_page_is_there_in_German_and_says_when_it_is_old()
    {
        await app.SeedAsync(new RecordBatch { Products = [new Product { Source = "probe", Id = "1", Name = "New" }] });
        var old = await app.GetPageAsync("/quality" + Months, Roles.Admin, "de-DE");
        await app.ReckonAsync();
        var anew = await app.GetPageAsync("/quality" + Months, Roles.Admin, "de-DE");

        Written(old.QuerySelector("h1")!).Should().StartWith("Doppelte Verkaufschancen: Ohne diesen Mangel läge");
        old.QuerySelector(".eyebrow")!.TextContent.Should().Contain("haben sich seither geändert");
        anew.QuerySelector(".eyebrow")!.TextContent.Should().NotContain("geändert");
    }
}
