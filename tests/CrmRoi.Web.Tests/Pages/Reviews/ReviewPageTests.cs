using System.Net;
using AngleSharp.Dom;
using CrmRoi.Data;
using CrmRoi.Metrics.Records;
using CrmRoi.Web.Tests.Pages.Reports;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Tests.Pages.Reviews;

public sealed class ReviewPageTests(ReportApp app) : IClassFixture<ReportApp>
{
    [Fact]
    public async Task A_review_is_made_proved_signed_and_then_closed()
    {
        var id = await MakeAsync(Roles.Admin);
        var cfo = await app.SignInAsync(Roles.Cfo);

        using var written = await cfo.SubmitAsync(
            $"/reviews/{id}", "[data-testid=item-form]", ("Input.Kind", "Action"), ("Input.Text", "Train the north"), ("Input.Owner", "Ben"), ("Input.DueOn", "2026-12-01"));
        var proved = await cfo.GetPageAsync($"/reviews/{id}?check=true");
        using var signed = await cfo.SubmitAsync($"/reviews/{id}", "[data-testid=sign-form]", ("note", "Agreed."));
        var page = await cfo.GetPageAsync($"/reviews/{id}");

        written.StatusCode.Should().Be(HttpStatusCode.Redirect);
        proved.QuerySelector("[data-testid=verified]")!.TextContent.Should().Contain("It is what it was.");
        proved.QuerySelector("h1")!.TextContent.Should().Contain("140");
        page.QuerySelector("[data-testid=item]")!.TextContent.Should().Contain("Train the north").And.Contain("Ben");
        page.QuerySelectorAll("main form[method=post]").Should().BeEmpty("nothing of a signed review changes");
        page.Body!.TextContent.Should().Contain("Agreed.");
        (await app.ReadAsync(context => context.AuditEntries.CountAsync(entry => entry.Entity == "Review" && entry.Changes.Contains("SignedBy")))).Should().BePositive();
    }

    [Fact]
    public async Task Only_the_cfo_signs()
    {
        var id = await MakeAsync(Roles.Admin);
        var admin = await app.SignInAsync(Roles.Admin);
        var page = await admin.GetPageAsync($"/reviews/{id}");

        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        using var response = await admin.Client.PostAsync(new Uri($"/reviews/{id}?handler=Sign", UriKind.Relative), form);

        page.QuerySelector("[data-testid=sign-form]").Should().BeNull();
        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await app.ReadAsync(context => context.Reviews.AsNoTracking().SingleAsync(review => review.Id == id))).SignedAt.Should().BeNull();
    }

    [Fact]
    public async Task A_manager_reads_reviews_and_neither_makes_one_nor_gets_the_report_with_its_costs()
    {
        var id = await MakeAsync(Roles.Cfo);
        var manager = await app.SignInAsync(Roles.Manager);

        var list = await manager.GetPageAsync("/reviews");
        var page = await manager.GetPageAsync($"/reviews/{id}");
        using var report = await manager.GetAsync($"/reviews/{id}?handler=Pdf");

        list.QuerySelector("[data-testid=make]").Should().BeNull();
        page.QuerySelector("[data-testid=item-form]").Should().BeNull();
        report.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Data_that_come_in_late_restate_a_review_and_it_is_read_beside_another()
    {
        var id = await MakeAsync(Roles.Admin);
        await app.SeedAsync(new RecordBatch { Deals = [Late($"late-{id}")] });
        var later = await MakeAsync(Roles.Admin);

        var restated = await app.GetPageAsync($"/reviews/{id}");
        var beside = await app.GetPageAsync($"/reviews/{later}?with={id}");
        var list = await app.GetPageAsync("/reviews");

        restated.QuerySelector("[data-testid=restated]")!.TextContent.Should().Contain("Restated since");
        Cell(restated, "benefit-total", 3).Should().NotBe("the same").And.Contain("€");
        Cell(beside, "benefit-total", 4).Should().StartWith("+€");
        list.Body!.TextContent.Should().Contain("Restated").And.Contain("As it was");
    }

    [Fact]
    public async Task A_cadence_that_is_overdue_is_told_on_the_list_and_on_the_overview()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        using var saved = await admin.SubmitAsync("/reviews", "[data-testid=plan-form]", ("Input.Cadence", "Monthly"), ("Input.Days", "10"));

        var overview = await app.GetPageAsync("/", Roles.Manager);
        var german = await app.GetPageAsync("/reviews", Roles.Manager, "de-DE");

        saved.StatusCode.Should().Be(HttpStatusCode.Redirect);
        overview.QuerySelector("[data-testid=due]")!.TextContent.Should().Contain("A review is overdue.");
        german.QuerySelector("h1")!.TextContent.Should().Contain("fällig");
    }

    [Theory]
    [InlineData("/reviews/9999", HttpStatusCode.NotFound)]
    [InlineData("/reviews?programme=Nobody", HttpStatusCode.NotFound)]
    public async Task What_there_is_not_is_not_found(string address, HttpStatusCode status)
    {
        using var response = await (await app.SignInAsync(Roles.Admin)).GetAsync(address);

        response.StatusCode.Should().Be(status);
    }

    private static string Cell(IDocument page, string figure, int column) => page.QuerySelector($"#return [data-figure={figure}] > :nth-child({column})")!.TextContent.Trim();

    private static Deal Late(string id) => new()
    {
        Source = "test",
        Id = id,
        Outcome = DealOutcome.Won,
        Value = 1000,
        CreatedOn = new DateOnly(2026, 7, 1),
        ClosedOn = new DateOnly(2026, 7, 20),
    };

    private async Task<int> MakeAsync(string role)
    {
        using var response = await (await app.SignInAsync(role)).SubmitAsync("/reviews", "[data-testid=make]");
        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        return int.Parse(response.Headers.Location!.OriginalString.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
