using System.Net;
using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using static CrmRoi.Web.Tests.Pages.Metrics.MetricsPageTests;

namespace CrmRoi.Web.Tests.Pages.Customers;

/// <summary>
/// Forty customers who order on the 5th of each month from July 2025 to May 2026 with go-live in January 2026; of these ten stopped after August, and
/// "Late" ordered on 5 April 2026 last, so that it is due and not lost.
/// </summary>
public sealed class OrderingApp : CrmRoiApp
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SeedAsync(new Programme { Name = "CRM", Currency = "EUR", GoLive = new Month(2026, 1), BaselineMonths = 6 });
        await SeedAsync(new RecordBatch
        {
            Customers = [new Customer { Source = "probe", Id = "late", Name = "Late", Segment = "Retail" }],
            Orders =
            [
                .. Enumerable.Range(0, 39).SelectMany(customer => Monthly($"c{customer:00}", customer < 10 ? 2 : 11)),
                .. Monthly("Late", 10),
                new Order { Source = "probe", Id = "end", PlacedOn = new(2026, 6, 20), Revenue = 10, Lines = 1 },
            ],
        });
    }

    private static IEnumerable<Order> Monthly(string customer, int months) => Enumerable.Range(0, months).Select(month => new Order
    {
        Source = "probe",
        Id = $"{customer}-{month}",
        Customer = customer,
        PlacedOn = new DateOnly(2025, 7, 5).AddMonths(month),
        Revenue = 100,
        Lines = 1,
    });
}

public sealed class CustomersPageTests(OrderingApp app) : IClassFixture<OrderingApp>
{
    [Theory]
    [InlineData("/customers?due=0")]
    [InlineData("/customers?due=moon")]
    [InlineData("/customers?due=900")]
    [InlineData("/customers?to=2026-6")]
    public async Task What_there_is_not_is_refused(string url)
    {
        using var response = await (await app.SignInAsync(Roles.Manager)).GetAsync(url);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("en-GB", "Retention", "purchases are orders")]
    [InlineData("de-DE", "Kundenbindung", "Käufe sind Bestellungen")]
    public async Task The_page_says_what_it_found_and_what_a_purchase_is(string language, string retention, string purchases)
    {
        var page = await app.GetPageAsync("/customers", language: language);

        Written(page.QuerySelector("h1")!).Should().NotBeEmpty();
        page.QuerySelectorAll(".tile").Should().HaveCount(4);
        Written(page.QuerySelector(".tile span")!).Should().StartWith(retention);
        Written(page.QuerySelector(".eyebrow")!).Should().Contain(purchases);
    }

    [Fact]
    public async Task A_cohort_tells_how_many_came_back_in_each_month()
    {
        var page = await app.GetPageAsync("/customers");
        var row = page.QuerySelectorAll("#cohorts tbody tr").Should().ContainSingle().Subject;

        row.QuerySelectorAll("td").Take(4).Select(Written).Should().Equal("40", "100 %, 40 customers", "100 %, 40 customers", "75 %, 30 customers");
        row.QuerySelectorAll("td")[1].ClassName.Should().Be("c9");
    }

    [Fact]
    public async Task Who_is_due_stands_with_its_last_purchase_and_for_how_long()
    {
        var page = await app.GetPageAsync("/customers");
        var late = page.QuerySelector("#due tbody tr")!;

        Written(late.QuerySelector("th")!).Should().Be("Late");
        late.QuerySelectorAll("td").Take(2).Select(Written).Should().Equal("5 Apr 2026", "31 d its own");
        page.QuerySelectorAll("#due tbody th").Select(Written).Should().NotContain("c00", "it is lost");
    }

    [Fact]
    public async Task A_segment_is_looked_at_by_itself()
    {
        var retail = await app.GetPageAsync("/customers?segment=Retail");

        retail.QuerySelectorAll("#due tbody th").Select(Written).Should().Equal("Late");
    }

    [Fact]
    public async Task The_metrics_have_pages_of_their_own()
    {
        var page = await app.GetPageAsync("/metrics/repeat-rate?by=segment");

        page.QuerySelectorAll("table").Should().NotBeEmpty();
    }
}

public sealed class CustomersPageWithoutFiguresTests(CrmRoiApp app) : IClassFixture<CrmRoiApp>
{
    [Fact]
    public async Task Nothing_is_said_in_words()
    {
        var page = await app.GetPageAsync("/customers", Roles.Cfo);

        Written(page.QuerySelector("h1")!).Should().Be("Nobody is known to have bought anything yet.");
        page.QuerySelectorAll(".blank-title").Should().HaveCount(1);
    }
}
