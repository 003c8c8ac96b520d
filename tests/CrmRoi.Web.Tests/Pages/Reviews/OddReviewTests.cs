using System.Net;
using System.Text;
using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Reviews;
using CrmRoi.Web.Sending;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Web.Tests.Pages.Reviews;

/// <summary>A programme under a name that nobody expects, of which nothing is known: it can be reviewed, reported and sent all the same.</summary>
public sealed class OddReviewTests(OddReviewTests.OddApp app) : IClassFixture<OddReviewTests.OddApp>
{
    private const string Name = "<img src=x onerror=alert(1)> \"مؤسسة\" 🦊👩‍👩‍👧 & ‮right to left‬ Zażółć gęślą jaźń";

    private static string Programme => Uri.EscapeDataString(Name);

    [Fact]
    public async Task It_is_reviewed_and_its_notes_are_only_text()
    {
        var cfo = await app.SignInAsync(Roles.Cfo);
        var text = $"<script>alert(2)</script> {Name} {new string('ß', 300)}";

        using var made = await cfo.SubmitAsync($"/reviews?programme={Programme}", "[data-testid=make]");
        var url = made.Headers.Location!.ToString();
        using var written = await cfo.SubmitAsync(url, "[data-testid=item-form]", ("Input.Kind", "Action"), ("Input.Owner", Name), ("Input.DueOn", "2026-12-24"), ("Input.Text", text));
        var page = await cfo.GetPageAsync(url);
        using var signed = await cfo.SubmitAsync(url, "[data-testid=sign-form]", ("note", text));
        var after = await cfo.GetPageAsync(url);
        var list = await cfo.GetPageAsync($"/reviews?programme={Programme}");

        made.StatusCode.Should().Be(HttpStatusCode.Redirect);
        written.StatusCode.Should().Be(HttpStatusCode.Redirect);
        page.QuerySelector("[data-testid=sentence]")!.TextContent.Should().Contain("it was not known whether the CRM paid");
        page.QuerySelector("[data-testid=item]")!.TextContent.Should().Contain(text).And.Contain(Name);
        page.QuerySelectorAll("main img, main script").Should().BeEmpty();
        page.QuerySelector("[data-testid=tiles]")!.TextContent.Should().Contain("—");
        signed.StatusCode.Should().Be(HttpStatusCode.Redirect);
        after.QuerySelector(".eyebrow")!.TextContent.Should().Contain("Signed");
        after.QuerySelector("main")!.TextContent.Should().Contain(text);
        list.QuerySelector("[data-testid=review]")!.TextContent.Should().Contain("—");
        list.QuerySelectorAll("main img").Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_entered_late_is_named_in_words_and_to_a_manager_without_its_amount()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        using var made = await admin.SubmitAsync("/reviews?programme=Plain", "[data-testid=make]");
        var url = made.Headers.Location!.ToString();
        app.Clock.Now = app.Clock.Now.AddMinutes(1);
        await app.SeedAsync(new Cost { Source = "form", Id = "late", Programme = "Plain", Description = "Forgotten <invoice>", Amount = 250, From = new(2026, 2) });

        var full = (await admin.GetPageAsync(url)).QuerySelector("[data-testid=cause]")!.TextContent;
        var brief = (await app.GetPageAsync(url, Roles.Manager)).QuerySelector("[data-testid=cause]")!.TextContent;

        full.Should().Contain("Cost, entered").And.Contain("Forgotten <invoice>").And.Contain("Amount: 250").And.NotContainAny("{", "[", "late");
        brief.Should().Contain("Cost, entered").And.NotContainAny("250", "Forgotten");
    }

    [Theory]
    [InlineData("Pdf", "application/pdf", ".pdf")]
    [InlineData("Xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")]
    public async Task Its_report_is_a_file_with_a_plain_name(string handler, string type, string extension)
    {
        var cfo = await app.SignInAsync(Roles.Cfo);

        using var response = await cfo.GetAsync($"/reports?handler={handler}&programme={Programme}&language=en&paper=A4");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be(type);
        var name = response.Content.Headers.ContentDisposition!.FileNameStar ?? response.Content.Headers.ContentDisposition.FileName!.Trim('"');
        name.Should().StartWith("roi-report-").And.EndWith(extension).And.MatchRegex(@"^[\p{L}\p{N}.-]{1,120}$");
    }

    [Theory]
    [InlineData(MailKind.Report)]
    [InlineData(MailKind.Digest)]
    [InlineData(MailKind.ReviewReminder)]
    public async Task It_is_written_of_as_a_name_and_nothing_else(MailKind kind)
    {
        var recipient = await app.ReadAsync(context => context.Users.Where(user => user.Email == CrmRoiApp.EmailOf(Roles.Cfo)).Select(user => user.Id).SingleAsync());
        await app.ReadAsync(context => context.MailMessages.ExecuteDeleteAsync());

        await app.SeedAsync(services => services.GetRequiredService<Outbox>().WriteAsync(
            new MailSchedule { Programme = Name, Kind = kind, Recipients = [recipient] }, CancellationToken.None));

        var message = await app.ReadAsync(context => context.MailMessages.AsNoTracking().SingleAsync());
        message.Subject.Should().StartWith(Name).And.NotContainAny("\r", "\n");
        message.Html.Should().NotContain("<img").And.NotContain("<script");
        (message.File is null).Should().Be(kind != MailKind.Report);
        if (message.File is { } file)
        {
            Encoding.ASCII.GetString(file, 0, 5).Should().Be("%PDF-");
        }
    }

    [Fact]
    public async Task A_name_of_three_hundred_letters_is_refused_at_its_field()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync("/admin/programme?add=true", "[data-testid=programme-form]", ("Input.Name", new string('x', 300)), ("Input.GoLive", "2026-01"));
        var page = await Visitor.ReadAsync(response);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        page.QuerySelector("#Input_Name-error")!.TextContent.Should().Contain("120");
    }

    public sealed class OddApp : CrmRoiApp
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await SeedAsync(
                new Programme { Name = Name, Currency = "EUR", GoLive = new(2026, 1) },
                new Programme { Name = "Plain", Currency = "EUR", GoLive = new(2026, 1) },
                new ReviewPlan { Programme = Name, Cadence = ReviewCadence.Monthly, Since = new(2025, 1), Days = 0 });
        }
    }
}
