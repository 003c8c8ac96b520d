using CrmRoi.Data;
using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using static CrmRoi.Web.Tests.Pages.Import.Sending;

namespace CrmRoi.Web.Tests.Pages.Import;

/// <summary>What somebody sees of files, and what can be put right before they go in.</summary>
public sealed class PuttingRightTests(CrmRoiApp app) : IClassFixture<CrmRoiApp>
{
    private const string Header = "Opportunity ID,Stage,Amount,Account Name,Opportunity Owner,Created Date,Close Date\n";

    [Fact]
    public async Task Nothing_is_deleted_before_somebody_was_told_how_much()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        const string Products = "Product Name,Product ID,List Price\nKept,P1,5\n";
        await RunAsync(admin, await UploadAsync(admin, Csv("all.csv", Products + "Gone,P2,7\n")));
        var preview = await UploadAsync(admin, Csv("fewer.csv", Products));

        var asked = await PostAsync(admin, preview, "run", [.. Fields(preview), new("IsFullLoad", "true")]);
        var untouched = await app.ReadAsync(context => context.Products.CountAsync());
        var result = await RunAsync(admin, asked);
        var left = await app.ReadAsync(context => context.Products.Select(product => product.Name).ToListAsync());
        var history = await admin.GetPageAsync("/import");

        asked.QuerySelector("h1")!.TextContent.Trim().Should().Be("Would bring: 0 new, 0 changed, 1 deleted, 0 refused");
        asked.QuerySelector("[data-testid=deletions]")!.TextContent.Should().StartWith("One record that is there now would be deleted.");
        untouched.Should().Be(2);
        result.QuerySelector("h1")!.TextContent.Should().Be("It is in: 0 new, 0 changed, 1 deleted, 0 refused");
        left.Should().Equal("Kept");
        history.QuerySelector("[data-testid=run] td[data-label=Deleted]")!.TextContent.Should().Be("1");
    }

    [Fact]
    public async Task A_file_that_is_refused_can_be_left_out_so_that_the_others_go_in()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var preview = await UploadAsync(admin, Csv("letter.csv", "%PDF-1.7\nDear customer\n"), Csv("good.csv", Header + "L1,Closed Won,5,Acme,Ann,2026-01-05,2026-02-05\n"));

        var box = preview.QuerySelector("[data-testid=leave-out]")!.GetAttribute("name")!;
        var again = await PostAsync(admin, preview, "again", [.. Fields(preview), new(box, "true")]);
        var result = await RunAsync(admin, again);

        preview.QuerySelector(".lead")!.TextContent.Should().Contain("no file goes in as long as one is refused");
        preview.QuerySelector("#kind-0").Should().BeNull("whatever somebody says of it, it is no table");
        again.QuerySelector("h1")!.TextContent.Trim().Should().Be("Would bring: 1 new, 0 changed, 0 refused");
        result.QuerySelector("h1")!.TextContent.Should().Be("It is in: 1 new, 0 changed, 0 refused");
        (await app.ReadAsync(context => context.Deals.AnyAsync(deal => deal.Id == "L1"))).Should().BeTrue();
    }

    [Fact]
    public async Task Amounts_in_another_currency_go_in_once_somebody_says_what_it_is_worth_and_so_do_those_of_the_next_file()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        const string Foreign = "Opportunity ID,Stage,Amount (NOK),Account Name,Opportunity Owner,Created Date,Close Date\n";
        var preview = await UploadAsync(admin, Csv("foreign.csv", Foreign + "N1,Closed Won,200,Acme,Ann,2026-01-05,2026-02-05\n"));
        var field = preview.QuerySelector("[data-testid=rate]")!.GetAttribute("name")!;

        var wrong = await PostAsync(admin, preview, "run", [.. Fields(preview).Where(each => each.Key != field), new(field, "much")]);
        var below = await PostAsync(admin, preview, "again", [.. Fields(preview).Where(each => each.Key != field), new(field, "-1")]);
        var result = await RunAsync(admin, await PostAsync(admin, preview, "again", [.. Fields(preview).Where(each => each.Key != field), new(field, "0.085")]));
        var next = await UploadAsync(admin, Csv("foreign2.csv", Foreign + "N2,Closed Won,1000,Acme,Ann,2026-01-05,2026-02-05\n"));

        preview.QuerySelector($"label[for='{preview.QuerySelector("[data-testid=rate]")!.Id}']")!.TextContent.Should().Be("One NOK in EUR");
        wrong.QuerySelector("#rate-0-0-error")!.TextContent.Should().Be("This must be a number.");
        wrong.QuerySelector("[data-testid=rate]")!.GetAttribute("value").Should().Be("much", "what was typed is not lost");
        below.QuerySelector("#rate-0-0-error")!.TextContent.Should().NotBeEmpty();
        result.QuerySelector("h1")!.TextContent.Should().Be("It is in: 1 new, 0 changed, 0 refused");
        (await app.ReadAsync(context => context.Deals.SingleAsync(deal => deal.Id == "N1"))).Should().BeEquivalentTo(new { Value = 17m, OriginalValue = 200m, OriginalCurrency = "NOK" });
        next.QuerySelector("h1")!.TextContent.Trim().Should().Be("Would bring: 1 new, 0 changed, 0 refused");
        next.QuerySelector("[data-testid=rate]")!.GetAttribute("value").Should().Be("0.085");
    }

    [Fact]
    public async Task A_file_of_thousands_of_columns_shows_those_that_matter_and_can_be_put_right()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var (names, cells) = (string.Concat(Enumerable.Range(0, 3_000).Select(n => $"Extra {n},")), string.Concat(Enumerable.Repeat("x,", 3_000)));
        var preview = await UploadAsync(admin, Csv("wide.csv", names + "Weight," + Header + cells + "777,W1,Closed Won,5,Acme,Ann,2026-01-05,2026-02-05\n"));
        var form = Fields(preview);
        string Cell(string header, string part) => preview.QuerySelectorAll("[data-testid=column]").Single(row => row.QuerySelector("th")!.TextContent == header).QuerySelector(part)!.GetAttribute("name")!;

        form[form.FindIndex(field => field.Key == Cell("Amount", "select"))] = new(Cell("Amount", "select"), "");
        var again = await PostAsync(admin, preview, "again", form);
        var result = await RunAsync(admin, again);

        preview.QuerySelectorAll("[data-testid=column]").Should().HaveCount(300);
        preview.QuerySelectorAll("[data-testid=column] th").Take(7).Select(head => head.TextContent).Should().Contain(["Opportunity ID", "Close Date"], "what means something comes first");
        again.QuerySelectorAll("[data-testid=column]").Should().HaveCount(300);
        result.QuerySelector("h1")!.TextContent.Should().Be("It is in: 1 new, 0 changed, 0 refused");
        (await app.ReadAsync(context => context.Deals.SingleAsync(deal => deal.Id == "W1"))).Value.Should().BeNull("its column is not used any more");
    }

    [Fact]
    public async Task Warnings_show_the_rows_behind_them_before_and_after_the_import()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var preview = await UploadAsync(admin, Csv("warned.csv", Header + "R1,Closed Won,5,Acme,Ann,2026-01-05,2026-02-05\nR2,Closed Won,7,,Ann,2026-01-05,2026-02-05\n"));

        var result = await RunAsync(admin, preview);

        foreach (var page in new[] { preview, result })
        {
            var rows = page.QuerySelector("[data-code=no-customer]")!.ParentElement!.QuerySelector("[data-testid=warned-rows]")!;
            rows.QuerySelector("summary")!.TextContent.Should().Be("The row");
            rows.QuerySelector("tbody tr")!.TextContent.Should().Contain("R2").And.Contain("3", "its line is told");
            rows.QuerySelectorAll("tbody tr").Should().ContainSingle();
        }
    }

    [Fact]
    public async Task What_is_merged_keeps_its_rows_and_the_other_names_when_the_files_are_looked_at_again()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var preview = await UploadAsync(admin, Csv("names.csv", Header
            + "N1,Closed Won,5,Acme,Zane Levy,2026-01-05,2026-02-05\nN2,Closed Won,5,Acme,Zane Levy,2026-01-05,2026-02-05\nN3,Closed Won,5,Acme,Zane Levi,2026-01-05,2026-02-05\n"));
        var form = Fields(preview);
        var name = form.Single(field => field.Value == "Zane Levi" && field.Key.EndsWith("Alias", StringComparison.Ordinal)).Key.Replace("Alias", "Name", StringComparison.Ordinal);

        form[form.FindIndex(field => field.Key == name)] = new(name, "Zane Levy");
        var again = await PostAsync(admin, preview, "again", form);

        var row = again.QuerySelectorAll("[data-testid=name]").Single(row => row.QuerySelector("th")!.TextContent == "Zane Levi");
        row.QuerySelector("td.num")!.TextContent.Should().Be("1");
        row.QuerySelectorAll("option").Select(option => option.TextContent).Should().Equal("as it is: Zane Levi", "Zane Levy");
        row.QuerySelector("option[selected]")!.TextContent.Should().Be("Zane Levy");
    }

    [Fact]
    public async Task Names_that_differ_in_blanks_that_nobody_sees_are_one_without_a_question()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var preview = await UploadAsync(admin, Csv("blanks.csv", Header + "B1,Closed Won,5,Acme,Ada King,2026-01-05,2026-02-05\nB2,Closed Won,5,Acme,Ada  King,2026-01-05,2026-02-05\nB3,Closed Won,5,Acme,Ada\u00A0King,2026-01-05,2026-02-05\n"));

        await RunAsync(admin, preview);

        preview.QuerySelectorAll("[data-testid=name] th").Select(head => head.TextContent).Should().NotContain(name => name.Contains("King", StringComparison.Ordinal));
        List<string> ids = ["B1", "B2", "B3"];
        (await app.ReadAsync(context => context.Deals.Where(deal => ids.Contains(deal.Id)).Select(deal => deal.Rep).Distinct().ToListAsync())).Should().Equal("Ada King");
    }

    [Fact]
    public async Task Refused_rows_come_back_with_their_column_and_in_the_readers_language()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var result = await RunAsync(admin, await UploadAsync(admin, Csv("refused.csv", Header + "X1,Closed Won,twelve,Acme,Ann,2026-01-05,2026-02-05\n")));
        var address = result.QuerySelector("[data-testid=refused]")!.GetAttribute("href")!;

        using var english = await admin.GetAsync(address);
        using var german = await admin.GetAsync(address, "de-DE");

        (await english.Content.ReadAsStringAsync()).Should().Contain("\n2,Amount: This is not a number.,X1,");
        (await german.Content.ReadAsStringAsync()).Should().Contain("\n2,Amount: Das ist keine Zahl.,X1,");
    }

    [Fact]
    public async Task A_file_that_is_asked_about_shows_what_its_columns_say()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        var page = await UploadAsync(admin, Csv("asked.csv", Header + "A1,Closed Won,5,Acme,Ann,03/04/2026,05/06/2026\nA2,Closed Won,5,Acme,Ann,04/04/2026,05/06/2026\n"));

        page.QuerySelector("[role=alert]")!.TextContent.Should().Contain("day");
        page.QuerySelectorAll("[data-testid=column]").Single(row => row.TextContent.Contains("Created Date", StringComparison.Ordinal)).TextContent.Should().Contain("03/04/2026 · 04/04/2026");
    }

    [Fact]
    public async Task Rows_without_an_id_are_named_by_words_and_not_by_a_key()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        const string Row = "Same thing,Closed Won,5,Acme,2026-01-05,2026-02-05\n";

        var page = await UploadAsync(admin, Csv("twice.csv", "Deal Name,Deal Stage,Amount,Account,Create Date,Close Date\n" + Row + Row));

        page.QuerySelector("[data-code=duplicate-id]")!.TextContent.Should().Contain("Same thing").And.NotContain("|");
    }

    [Fact]
    public async Task Only_imports_that_are_in_are_counted()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var result = await RunAsync(admin, await UploadAsync(admin, Csv("counted.csv", Header + "C1,Closed Won,5,Acme,Ann,2026-01-05,2026-02-05\n")));
        var undo = result.QuerySelector("[data-testid=undo]")!.Closest("form")!.GetAttribute("action")!;
        using var undone = await admin.SubmitAsync(undo[..undo.IndexOf('?', StringComparison.Ordinal)], "[data-testid=undo]");

        var page = await admin.GetPageAsync("/import");

        var done = await app.ReadAsync(context => context.Imports.CountAsync(run => run.State == ImportState.Done));
        page.QuerySelector("h1")!.TextContent.Should().Be(done switch { 0 => "Begin with an export of your CRM", 1 => "One file is imported", _ => $"{done} files are imported" });
        (await app.ReadAsync(context => context.Imports.CountAsync())).Should().BeGreaterThan(done);
    }
}
