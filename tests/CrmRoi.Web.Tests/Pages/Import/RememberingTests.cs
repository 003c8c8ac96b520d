using System.Net;
using CrmRoi.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CrmRoi.Web.Tests.Pages.Import.Sending;

namespace CrmRoi.Web.Tests.Pages.Import;

/// <summary>What somebody says of a file once is known for the next: its columns, its names; and the whole can be taken back.</summary>
public sealed class RememberingTests(CrmRoiApp app) : IClassFixture<CrmRoiApp>
{
    [Fact]
    public async Task What_was_said_of_a_file_is_used_for_the_next_of_its_shape_until_it_is_forgotten()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        const string Header = "Deal Name,Deal Stage,Amount,Heft,Create Date,Close Date\n";
        var first = await UploadAsync(admin, Csv("january.csv", Header + "One,Handshake,100,777,05/01/2026,05/02/2026\n"));
        var form = Fields(first);
        Say(form, "Choices[0].DateOrder", "Dmy");
        var again = await PostAsync(admin, first, "again", form);
        form = Fields(again);
        Say(form, "Choices[0].Columns[2]", "");
        Say(form, "Choices[0].Columns[3]", "value");
        Say(form, "Choices[0].Stages[0].Outcome", "Won");
        await RunAsync(admin, again, form);

        var second = await UploadAsync(admin, Csv("february.csv", Header + "Two,Handshake,100,888,06/01/2026,06/02/2026\n"));
        var result = await RunAsync(admin, second);
        using var forgotten = await admin.Client.PostAsync(
            new Uri((await UploadAsync(admin, Csv("march.csv", Header))).QuerySelector("[data-testid=forget]")!.GetAttribute("formaction")!, UriKind.Relative), new FormUrlEncodedContent(Token(second)));
        var third = await UploadAsync(admin, Csv("april.csv", Header + "Three,Handshake,100,999,07/01/2026,07/02/2026\n"));

        first.QuerySelector("[role=alert]")!.TextContent.Should().Contain("day", "which of day and month comes first is asked, not guessed");
        second.QuerySelector("[data-testid=saved]")!.TextContent.Should().Contain("january.csv");
        result.QuerySelector("h1")!.TextContent.Should().StartWith("It is in: 1 new, 0 changed, 0 refused");
        var deal = await app.ReadAsync(context => context.Deals.SingleAsync(deal => deal.Name == "Two"));
        (deal.Value, deal.CreatedOn).Should().Be((888, new DateOnly(2026, 1, 6)));
        forgotten.StatusCode.Should().Be(HttpStatusCode.Redirect);
        third.QuerySelector("[data-testid=saved]").Should().BeNull();
    }

    [Fact]
    public async Task A_name_that_is_likely_another_is_merged_before_anything_is_counted_and_in_later_imports_too()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        const string Header = "Opportunity ID,Stage,Amount,Product,Created Date,Close Date\n";
        var files = new[] { Csv("products.csv", "Product Name,Product ID,List Price\nGTX Pro,P1,4821\n"), Csv("gtx.csv", Header + "G1,Closed Won,100,GTXPro,2026-01-05,2026-02-05\n") };
        var preview = await UploadAsync(admin, files);
        var form = Fields(preview);
        Say(form, form.Single(field => field.Key.StartsWith("Merges[", StringComparison.Ordinal) && field.Value == "GTXPro").Key.Replace("Alias", "Name", StringComparison.Ordinal), "GTX Pro");

        await RunAsync(admin, preview, form);
        await RunAsync(admin, await UploadAsync(admin, Csv("later.csv", Header + "G2,Closed Won,100,gtxpro,2026-01-05,2026-02-05\n")));
        var names = await admin.GetPageAsync("/admin/names");
        using var back = await admin.SubmitAsync("/admin/names", "[data-testid=alias] form");

        preview.QuerySelector("[data-testid=name]")!.TextContent.Should().Contain("GTXPro").And.Contain("GTX Pro");
        (await app.ReadAsync(context => context.Deals.Where(deal => deal.Id == "G1" || deal.Id == "G2").Select(deal => deal.Product).Distinct().ToListAsync())).Should().Equal("GTX Pro");
        names.QuerySelector("[data-testid=alias]")!.TextContent.Should().Contain("GTXPro").And.Contain("GTX Pro").And.Contain("admin@test.example");
        back.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.ReadAsync(context => context.NameAliases.CountAsync(alias => alias.Alias == "GTXPro"))).Should().Be(0);
    }

    [Fact]
    public async Task Stored_names_that_are_a_letter_apart_are_suggested()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        await RunAsync(admin, await UploadAsync(admin, Csv("near.csv", "Opportunity ID,Stage,Amount,Opportunity Owner,Created Date,Close Date\nN1,Closed Won,1,John Smith,2026-01-05,2026-02-05\nN2,Closed Won,1,John Smith,2026-01-05,2026-02-05\nN3,Closed Won,1,Jon Smith,2026-01-05,2026-02-05\n")));
        await app.SeedAsync(services => services.GetRequiredService<QualityStore>().BringUpToDateAsync(CancellationToken.None));

        var names = await admin.GetPageAsync("/admin/names", "de-DE");
        var near = names.QuerySelectorAll("[data-testid=near]").Single(row => row.TextContent.Contains("Jon Smith", StringComparison.Ordinal));
        near.QuerySelector("input[name='Input.Alias']")!.GetAttribute("value").Should().Be("Jon Smith");
        near.QuerySelector("input[name='Input.Name']")!.GetAttribute("value").Should().Be("John Smith");
        near.TextContent.Should().Contain("Personen").And.Contain("Zusammenführen");
        names.Body!.TextContent.Should().Contain("Einen Buchstaben verschieden");
    }

    [Fact]
    public async Task Names_that_are_stored_are_merged_by_hand_with_their_figures()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        await RunAsync(admin, await UploadAsync(admin, Csv("reps.csv", "Opportunity ID,Stage,Amount,Opportunity Owner,Created Date,Close Date\nR1,Closed Won,100,Zane Levi,2026-01-05,2026-02-05\nR2,Closed Won,50,Zane Levy,2026-01-05,2026-02-05\n")));

        using var merged = await admin.SubmitAsync("/admin/names", "[data-testid=merge]", ("Input.Field", "Rep"), ("Input.Alias", "Zane Levi"), ("Input.Name", "Zane Levy"));
        using var same = await admin.SubmitAsync("/admin/names", "[data-testid=merge]", ("Input.Field", "Rep"), ("Input.Alias", "Zane Levy"), ("Input.Name", "ZANE LEVY"));

        merged.StatusCode.Should().Be(HttpStatusCode.Redirect);
        same.StatusCode.Should().Be(HttpStatusCode.OK, "the form is shown again");
        (await app.ReadAsync(context => context.Snapshots.AsNoTracking().ToListAsync()))
            .Where(row => row.Cell.Rep.StartsWith("Zane", StringComparison.Ordinal) && row.Totals.DealsWon > 0).Should().ContainSingle().Which.Totals.WonRevenue.Should().Be(150);
    }

    [Fact]
    public async Task An_import_is_undone_as_a_whole_once_that_is_confirmed()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        const string Header = "Opportunity ID,Stage,Amount,Account,Created Date,Close Date\n";
        await RunAsync(admin, await UploadAsync(admin, Csv("before.csv", Header + "U1,Closed Won,100,Acme,2026-01-05,2026-02-05\n")));
        var result = await RunAsync(admin, await UploadAsync(admin, Csv("after.csv", Header + "U1,Closed Won,300,Acme,2026-01-05,2026-02-05\nU2,Closed Won,7,,2026-01-05,2026-02-05\n")));
        var undo = result.QuerySelector("[data-testid=undo]")!.Closest("form")!.GetAttribute("action")!;
        var page = undo[..undo.IndexOf('?', StringComparison.Ordinal)];

        using var undone = await admin.SubmitAsync(page, "[data-testid=undo]");
        var after = await admin.GetPageAsync(page);
        var history = await admin.GetPageAsync("/import");

        result.QuerySelector("[data-code=no-customer]")!.TextContent.Should().Contain("line 3", "what was warned of is kept with its rows");
        undone.StatusCode.Should().Be(HttpStatusCode.Redirect);
        after.QuerySelector("h1")!.TextContent.Should().Be("The import is undone");
        history.QuerySelectorAll("[data-testid=run]").First(row => row.TextContent.Contains("after.csv", StringComparison.Ordinal)).TextContent.Should().Contain("Undone");
        (await app.ReadAsync(context => context.Deals.SingleAsync(deal => deal.Id == "U1"))).Value.Should().Be(100);
        (await app.ReadAsync(context => context.Deals.AnyAsync(deal => deal.Id == "U2"))).Should().BeFalse();
    }

    [Theory]
    [InlineData("/import/jobs/4711", HttpStatusCode.NotFound)]
    [InlineData("/import/jobs/x", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_not_found(string address, HttpStatusCode status)
    {
        using var response = await (await app.SignInAsync(Roles.Admin)).GetAsync(address);

        response.StatusCode.Should().Be(status);
    }

    private static void Say(List<KeyValuePair<string, string>> form, string name, string value) => form[form.FindIndex(field => field.Key == name)] = new(name, value);

    private static IEnumerable<KeyValuePair<string, string>> Token(AngleSharp.Dom.IDocument page) =>
        Fields(page).Where(field => field.Key == "__RequestVerificationToken");
}
