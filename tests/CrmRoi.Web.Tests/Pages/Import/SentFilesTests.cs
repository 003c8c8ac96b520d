using System.Net;
using CrmRoi.Data;
using static CrmRoi.Web.Tests.Pages.Import.Sending;

namespace CrmRoi.Web.Tests.Pages.Import;

/// <summary>Files that were sent and are not in yet: what is said of them, and finding them again.</summary>
public sealed class SentFilesTests(CrmRoiApp app) : IClassFixture<CrmRoiApp>
{
    private const string Header = "Opportunity ID,Stage,Amount,Account Name,Opportunity Owner,Created Date,Close Date\n";

    [Fact]
    public async Task Files_that_were_looked_at_and_left_are_found_again_by_whoever_sent_them_until_they_are_thrown_away()
    {
        await app.AddUserAsync("first@test.example", Roles.Admin);
        await app.AddUserAsync("second@test.example", Roles.Admin);
        using var admin = app.Visit();
        (await admin.SignInAsync("first@test.example", CrmRoiApp.Password)).Dispose();
        using var other = app.Visit();
        (await other.SignInAsync("second@test.example", CrmRoiApp.Password)).Dispose();
        await UploadAsync(admin, Csv("left.csv", Header + "L1,Closed Won,5,Acme,Ann,2026-01-05,2026-02-05\n"));
        await RunAsync(admin, await UploadAsync(admin, Csv("taken.csv", Header + "T1,Closed Won,5,Acme,Ann,2026-01-05,2026-02-05\n")));

        var mine = (await admin.GetPageAsync("/import")).QuerySelector("[data-testid=waiting]")!;
        var theirs = await other.GetPageAsync("/import");
        var again = await admin.GetPageAsync(mine.QuerySelector("a")!.GetAttribute("href")!);
        using var discarded = await admin.SubmitAsync("/import", "[data-testid=waiting] form");
        var after = await admin.GetPageAsync("/import");

        mine.QuerySelectorAll("form").Should().ContainSingle().Which.TextContent.Should().Contain("left.csv");
        theirs.QuerySelector("[data-testid=waiting]").Should().BeNull();
        again.QuerySelector("h1")!.TextContent.Trim().Should().Be("Would bring: 1 new, 0 changed, 0 refused");
        discarded.StatusCode.Should().Be(HttpStatusCode.Redirect);
        after.QuerySelector("[data-testid=waiting]").Should().BeNull();
        after.QuerySelector("[data-testid=run] th")!.TextContent.Should().MatchRegex("^taken.csvImport [0-9]+ · ");
    }

    [Fact]
    public async Task Cancelling_throws_the_files_away()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var preview = await UploadAsync(admin, Csv("cancelled.csv", Header + "C1,Closed Won,5,Acme,Ann,2026-01-05,2026-02-05\n"));
        using var fields = new FormUrlEncodedContent(Fields(preview));

        using var cancelled = await admin.Client.PostAsync(new Uri(preview.QuerySelector("[data-testid=discard]")!.GetAttribute("formaction")!, UriKind.Relative), fields);
        var page = await admin.GetPageAsync("/import");

        cancelled.Headers.Location!.OriginalString.Should().Be("/import");
        page.Body!.TextContent.Should().NotContain("cancelled.csv");
    }

    [Fact]
    public async Task What_is_wrong_with_a_whole_file_is_said_in_the_readers_words()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var nothing = Csv("recipes.csv", "Dish,Salt\nSoup,1\n");
        var english = await UploadAsync(admin, nothing);
        var form = Fields(english);
        form[form.FindIndex(field => field.Key.EndsWith("].Kind", StringComparison.Ordinal) && !field.Key.Contains("Offered", StringComparison.Ordinal))] = new("Choices[0].Kind", "Deals");

        var deals = await PostAsync(admin, english, "again", form);
        var german = await UploadInGermanAsync(admin, Csv("brief.csv", "%PDF-1.7\n"));
        using var empty = await PostFilesAsync(admin, ("empty.csv", []));

        deals.QuerySelector("[role=alert]")!.TextContent.Should().Contain("For Deals a column is needed that says “Stage” or “Outcome” or “Is won”.");
        german.QuerySelector("[role=alert]")!.TextContent.Should().Contain("Die Datei ist ein PDF-Dokument und keine Tabelle");
        (await Visitor.ReadAsync(empty)).QuerySelector("#files-error")!.TextContent.Should().Be("There is nothing in empty.csv: choose another file.");
    }

    [Fact]
    public async Task Refused_rows_that_come_back_are_read_as_somebody_said_of_the_first_file()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var preview = await UploadAsync(admin, Csv("days.csv", Header + "D1,Closed Won,much,Acme,Ann,03/04/2026,05/06/2026\nD2,Closed Won,5,Acme,Ann,04/04/2026,05/06/2026\n"));
        var form = Fields(preview);
        form[form.FindIndex(field => field.Key == "Choices[0].DateOrder")] = new("Choices[0].DateOrder", "Dmy");
        var result = await RunAsync(admin, preview, form);

        using var refused = await admin.GetAsync(result.QuerySelector("[data-testid=refused]")!.GetAttribute("href")!);
        var mended = (await refused.Content.ReadAsStringAsync()).Replace(",much,", ",7,", StringComparison.Ordinal);
        var again = await UploadAsync(admin, Csv("days-refused.csv", mended));

        again.QuerySelector("[data-testid=saved]").Should().NotBeNull();
        again.QuerySelector("h1")!.TextContent.Trim().Should().Be("Would bring: 1 new, 0 changed, 0 refused");
        again.QuerySelectorAll("[data-testid=column]").Should().HaveCount(7, "line and reason are no columns of the CRM");
    }

    [Fact]
    public async Task Nobody_is_asked_about_each_file_that_lies_beside_the_tables()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        var page = await UploadAsync(admin, Csv("owners.csv", "owner_id,email,first_name,last_name,_fivetran_synced\n1,a@b.example,Ann,King,2026-01-01\n"), Csv("good.csv", Header + "G1,Closed Won,5,Acme,Ann,2026-01-05,2026-02-05\n"));

        var files = page.QuerySelectorAll("[data-testid=file]");
        files[0].QuerySelector("details #kind-0").Should().NotBeNull();
        files[1].QuerySelector("details #kind-1").Should().BeNull();
    }
}
