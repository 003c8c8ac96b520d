using CrmRoi.Data;
using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using static CrmRoi.Web.Tests.Pages.Import.Sending;

namespace CrmRoi.Web.Tests.Pages.Import;

public sealed class PreviewTextTests(CrmRoiApp app) : IClassFixture<CrmRoiApp>
{
    private const string Header = "Deal ID,Deal Stage,Amount,Expected Revenue,Close Date,Account Name\n";

    [Fact]
    public async Task German_readers_get_every_finding_in_German()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        var page = await UploadInGermanAsync(admin, Csv("deutsch.csv", Header + "D1,Won,5,6,2026-02-05,\nD2,Won\nD3,Mystery,5,6,2026-02-05,Acme\n"));

        page.QuerySelector("[data-code=no-customer]")!.TextContent.Should().Be("1 Verkaufschance nennt keinen Kunden: Zeile 2");
        page.QuerySelector("[data-testid=refusals]")!.TextContent.Should().Contain("Die Zeile endet nach 2 von 6 Feldern.").And.Contain("„Mystery“").And.NotContain("--map");
        page.Body!.TextContent.Should().Contain("„Expected Revenue“ könnte auch „Wert“ sein; verwendet wird „Amount“.").And.Contain("Der erste Datensatz");
        page.QuerySelector("[data-testid=column] option[value=customer]")!.TextContent.Should().Be("Kunde");
    }

    [Fact]
    public async Task German_readers_get_records_in_their_words_and_names_as_the_file_has_them()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        var page = await UploadInGermanAsync(admin, Csv("worte.csv", "Deal ID,Stage,Product,Close Date\n1,Won,Won,2026-02-03\n"));

        page.QuerySelectorAll("[data-testid=file] details td").Select(cell => cell.TextContent).Should().Contain("Gewonnen").And.Contain("Won");
    }

    [Fact]
    public async Task The_order_of_dates_that_was_found_stands_beside_its_choice_until_somebody_chooses()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var file = Csv("ordnung.csv", "Deal ID,Stage,Close Date\n1,Won,13/02/2026\n");

        var german = await UploadInGermanAsync(admin, file);
        var english = await UploadAsync(admin, file);
        var form = Fields(english);
        form[form.FindIndex(field => field.Key == "Choices[0].DateOrder")] = new("Choices[0].DateOrder", "Dmy");
        var chosen = await PostAsync(admin, english, "again", form);

        german.QuerySelector("[data-testid=found-dates]")!.TextContent.Should().Be("Datumsangaben erkannt: Tag zuerst, wie in 13/02/2026");
        english.QuerySelector("[data-testid=found-dates]")!.TextContent.Should().Be("Dates found: day first, as in 13/02/2026");
        chosen.QuerySelector("[data-testid=found-dates]").Should().BeNull();
    }

    [Fact]
    public async Task What_a_file_really_is_stands_in_the_readers_language()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        var packed = await UploadInGermanAsync(admin, ("deals.zip", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]));
        var page = await UploadInGermanAsync(admin, Csv("deals.xls", "<!DOCTYPE html><html><body>Anmelden</body></html>"));
        var text = await UploadInGermanAsync(admin, Csv("deals.zip", "Access denied\n"));

        packed.Body!.TextContent.Should().Contain("Die Datei ist ein 7-Zip-Archiv: Packen Sie sie aus");
        page.Body!.TextContent.Should().Contain("Die Datei ist eine Webseite ohne Tabelle und keine Tabelle");
        text.Body!.TextContent.Should().Contain("Die Datei heißt „.zip“, ist aber nur Text, der mit „Access denied“ beginnt");
    }

    [Fact]
    public async Task English_findings_tell_a_count_once()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var rows = string.Concat(Enumerable.Range(1, 1_200).Select(id => $"E{id},Won,5,6,2026-02-05,\n"));

        var page = await UploadAsync(admin, Csv("english.csv", Header + rows));

        page.QuerySelector("[data-code=no-customer]")!.TextContent.Should().Be("1,200 deals name no customer: lines 2, 3, 4, 5, 6 and 1,195 more");
    }

    [Fact]
    public async Task What_an_unknown_stage_means_can_be_chosen()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var preview = await UploadAsync(admin, Csv("stages.csv", Header.Replace("Account Name", "Account", StringComparison.Ordinal) + "S1,Mystery,5,6,2026-02-05,Acme\n"));
        var form = Fields(preview);
        var stage = form.FindIndex(field => field.Key == "Choices[0].Stages[0].Outcome");

        form[stage] = new(form[stage].Key, "Won");
        var again = await PostAsync(admin, preview, "again", form);
        var result = await RunAsync(admin, again);

        again.QuerySelector("h1")!.TextContent.Should().Contain("Would bring: 1 new, 0 changed, 0 refused");
        result.QuerySelector("h1")!.TextContent.Should().Be("It is in: 1 new, 0 changed, 0 refused");
        (await app.ReadAsync(context => context.Deals.SingleAsync(deal => deal.Id == "S1"))).Outcome.Should().Be(DealOutcome.Won);
    }

    [Fact]
    public async Task A_file_of_nothing_but_a_header_cannot_be_imported()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        var page = await UploadAsync(admin, Csv("header.csv", Header));

        page.QuerySelector("[data-testid=run]")!.HasAttribute("disabled").Should().BeTrue();
        page.QuerySelector("[data-testid=empty]")!.TextContent.Should().StartWith("There is nothing to import");
    }
}
