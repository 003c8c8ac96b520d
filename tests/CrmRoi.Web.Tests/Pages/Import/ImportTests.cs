using System.Net;
using CrmRoi.Data;
using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using static CrmRoi.Web.Tests.Pages.Import.Sending;

namespace CrmRoi.Web.Tests.Pages.Import;

public sealed class ImportTests(CrmRoiApp app) : IClassFixture<CrmRoiApp>
{
    private const string Deals = "Deal Name,Deal Stage,Amount,Create Date,Close Date,Deal Owner\n";

    [SharedDataFact("crm", "sales_opportunities")]
    public async Task Four_files_of_a_real_crm_go_in_together_and_change_nothing_the_second_time()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var files = new[] { "sales_pipeline.csv", "accounts.csv", "products.csv", "sales_teams.csv" }
            .Select(name => (name, File.ReadAllBytes(Path.Combine(SharedDataFactAttribute.PathOf("crm", "sales_opportunities")!, name)))).ToArray();

        var preview = await UploadAsync(admin, files);
        var result = await RunAsync(admin, preview);
        var again = await RunAsync(admin, await UploadAsync(admin, files));
        var history = await admin.GetPageAsync("/import");

        preview.QuerySelector("h1")!.TextContent.Should().Contain("Would bring: 8,927 new, 0 changed, 0 refused", "8,800 deals, 85 customers, 7 products and 35 people");
        result.QuerySelector("h1")!.TextContent.Should().StartWith("It is in: 8,927 new, 0 changed, 0 refused");
        again.QuerySelector("h1")!.TextContent.Should().Be("Nothing has changed: 8,927 were there already, 0 refused");
        (await app.ReadAsync(context => context.Deals.CountAsync(deal => deal.Outcome == DealOutcome.Won))).Should().BeGreaterThanOrEqualTo(4238);
        history.QuerySelectorAll("[data-testid=run]").Count(row => row.TextContent.Contains("sales_pipeline.csv", StringComparison.Ordinal)).Should().Be(2);
    }

    [Fact]
    public async Task Rows_that_cannot_be_come_back_as_a_file_to_mend_and_send_again()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var preview = await UploadAsync(admin, Csv("refusing.csv", Deals
            + "Good one,Closed Won,100,2026-01-05,2026-02-05,Anna\n"
            + "Bad day,Closed Won,100,2026-01-05,2026-02-31,Anna\n"
            + "Less than nothing,Closed Lost,-100,2026-01-05,2026-02-05,Ben\n"));

        var result = await RunAsync(admin, preview);
        using var download = await admin.GetAsync(result.QuerySelector("[data-testid=refused]")!.GetAttribute("href")!);
        var csv = await download.Content.ReadAsStringAsync();
        var mended = csv.Replace("2026-02-31", "2026-02-28", StringComparison.Ordinal).Replace("-100", "100", StringComparison.Ordinal);
        var second = await RunAsync(admin, await UploadAsync(admin, Csv("mended.csv", mended)));

        preview.QuerySelector("[data-testid=refusals]")!.TextContent.Should().Contain("2026-02-31").And.Contain("line 3");
        result.QuerySelector("h1")!.TextContent.Should().Be("It is in: 1 new, 0 changed, 2 refused");
        download.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("refusing-refused.csv");
        csv.Should().Contain("Bad day").And.Contain("Less than nothing").And.NotContain("Good one");
        second.QuerySelector("h1")!.TextContent.Should().Be("It is in: 2 new, 0 changed, 0 refused");
    }

    [Fact]
    public async Task What_a_column_means_can_be_chosen()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var preview = await UploadAsync(admin, Csv("mapped.csv", "Deal Name,Deal Stage,Amount,Weight,Create Date,Close Date\nMapped,Closed Won,100,777,2026-01-05,2026-02-05\n"));
        var form = Fields(preview);
        var weight = form.FindIndex(field => field.Key.EndsWith("Columns[3]", StringComparison.Ordinal));
        var amount = form.FindIndex(field => field.Key.EndsWith("Columns[2]", StringComparison.Ordinal));

        form[weight] = new(form[weight].Key, form[amount].Value);
        form[amount] = new(form[amount].Key, "");
        var result = await RunAsync(admin, preview, form);

        result.QuerySelector("h1")!.TextContent.Should().StartWith("It is in: 1 new");
        (await app.ReadAsync(context => context.Deals.SingleAsync(deal => deal.Name == "Mapped"))).Value.Should().Be(777);
    }

    [Fact]
    public async Task A_file_that_is_nothing_known_is_refused_with_a_sentence_and_nothing_is_stored()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        var unknown = await UploadAsync(admin, Csv("recipes.csv", "Dish,Salt\nSoup,1\n"));
        var binary = await UploadAsync(admin, ("logo.csv", [0x89, 0x50, 0x4E, 0x47, 0x00, 0x01, 0x02, 0x00, 0x00]));

        unknown.QuerySelector("[role=alert]")!.TextContent.Should().Contain("No column is known as one of a CRM’s export: Dish, Salt.");
        unknown.QuerySelector("[data-testid=run]")!.HasAttribute("disabled").Should().BeTrue();
        binary.QuerySelector("[role=alert]")!.TextContent.Should().Contain("refused whole");
        (await app.ReadAsync(context => context.Imports.CountAsync(run => run.FileName == "recipes.csv"))).Should().Be(0);
    }

    [Fact]
    public async Task What_was_sent_is_gone_after_the_import_and_never_shown_to_others()
    {
        await app.AddUserAsync("other@test.example", Roles.Admin);
        var admin = await app.SignInAsync(Roles.Admin);
        var preview = await UploadAsync(admin, Csv("private.csv", Deals + "Private,Closed Won,5,2026-01-05,2026-02-05,Anna\n"));
        var address = $"/import/preview?id={preview.QuerySelector("input[name=Id]")!.GetAttribute("value")}";
        using var other = app.Visit();
        (await other.SignInAsync("other@test.example", CrmRoiApp.Password)).Dispose();

        using var seen = await other.GetAsync(address);
        await RunAsync(admin, preview);
        using var after = await admin.GetAsync(address);

        seen.StatusCode.Should().Be(HttpStatusCode.NotFound);
        after.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/import/preview?id=..%2F..%2Fkeys")]
    [InlineData("/import/preview?id=00000000000000000000000000000000")]
    [InlineData("/import/refused?run=4711")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.GetAsync(address);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Files_without_the_forms_token_are_refused()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        using var content = new MultipartFormDataContent { { new StringContent("a,b"), "files", "forged.csv" } };

        using var response = await admin.Client.PostAsync(new Uri("/import", UriKind.Relative), content);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Too_much_is_refused_with_a_sentence_before_it_is_read()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/import", UriKind.Relative)) { Content = new ByteArrayContent([1]) };
        request.Content.Headers.ContentLength = 201L * 1024 * 1024;

        using var response = await admin.Client.SendAsync(request);
        var page = await admin.GetPageAsync(response.Headers.Location!.OriginalString);

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        page.QuerySelector("#files-error")!.TextContent.Should().StartWith("Together these files are larger than 200 MB.");
    }

    [Fact]
    public async Task Nothing_chosen_is_said_at_the_field()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await PostFilesAsync(admin);
        var page = await Visitor.ReadAsync(response);

        page.QuerySelector("#files-error")!.TextContent.Should().Be("Choose one file or several.");
    }
}
