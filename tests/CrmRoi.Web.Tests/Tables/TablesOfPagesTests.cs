using System.Net;
using AngleSharp.Dom;
using CrmRoi.Data;
using CrmRoi.Import.Csv;
using CrmRoi.Web.Tests.Pages.Evidence;
using FluentAssertions.Execution;

namespace CrmRoi.Web.Tests.Tables;

/// <summary>Every table of every page, full of the example company, can be taken away.</summary>
public sealed class TablesOfPagesTests(EvidenceApp app) : IClassFixture<EvidenceApp>
{
    private static readonly string[] Pages =
    [
        "/", "/return", "/sales", "/marketing", "/customers", "/service", "/breakdown", "/plan", "/metrics", "/metrics/closing-rate-cohort", "/metrics/won-revenue", "/evidence", "/records/deals", "/import",
        "/reviews", "/reviews/1", "/reports", "/account",
        "/admin/programme", "/admin/costs", "/admin/benefits", "/admin/assumptions", "/admin/baseline", "/admin/targets", "/admin/comparability", "/admin/causes", "/admin/stages", "/admin/schedules", "/admin/users",
    ];

    [Fact]
    public async Task Every_table_of_every_page_has_a_file_with_its_rows()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        using var made = await admin.SubmitAsync("/reviews", "[data-testid=make]");
        await app.SeedAsync(new MailSchedule { Programme = "CRM roll-out" });
        var tables = 0;

        using var every = new AssertionScope();
        foreach (var url in Pages)
        {
            var page = await admin.GetPageAsync(url);
            foreach (var table in page.QuerySelectorAll("main table"))
            {
                tables++;
                await HasItsRowsAsync(admin, url, table);
            }
        }

        tables.Should().BeGreaterThan(50);
    }

    [Fact]
    public async Task Numbers_are_written_alike_in_every_language_and_with_every_digit()
    {
        var english = await FileAsync("/return?csv=owning", "en-GB");
        var german = await FileAsync("/return?csv=owning", "de-DE");

        Numbers(english).Should().Equal(Numbers(german)).And.NotBeEmpty();
    }

    [Fact]
    public async Task The_overview_gives_its_table_again_and_again_though_it_keeps_its_markup()
    {
        var first = await FileAsync("/?csv=before-after", "en-GB");
        var second = await FileAsync("/?csv=before-after", "en-GB");

        second.Rows.Select(row => string.Join('|', row.Cells)).Should().Equal(first.Rows.Select(row => string.Join('|', row.Cells)));
        (await app.GetPageAsync("/")).QuerySelector("#before-after td")!.TextContent.Should().Contain("€", "the page itself is written for people");
    }

    [Theory]
    [InlineData("/return?csv=nothing", Roles.Admin, HttpStatusCode.NotFound)]
    [InlineData("/admin/costs?csv=costs", Roles.Manager, HttpStatusCode.Forbidden)]
    [InlineData("/return?programme=Nobody&csv=owning", Roles.Admin, HttpStatusCode.BadRequest)]
    public async Task What_is_not_on_the_page_is_in_no_file(string url, string role, HttpStatusCode status)
    {
        using var response = await (await app.SignInAsync(role)).GetAsync(url);

        response.StatusCode.Should().Be(status);
    }

    private static async Task HasItsRowsAsync(Visitor visitor, string url, IElement table)
    {
        var name = $"{url} #{table.Id}";
        var link = table.NextElementSibling?.QuerySelector("a[data-csv]")?.GetAttribute("href");
        link.Should().NotBeNull("{0} has a link", name);
        if (link is null)
        {
            return;
        }

        using var response = await visitor.GetAsync(link);
        (response.StatusCode, response.Content.Headers.ContentType?.MediaType).Should().Be((HttpStatusCode.OK, "text/csv"), name);
        var file = CsvTable.Read(await response.Content.ReadAsByteArrayAsync());
        if (link.Contains("csv=", StringComparison.Ordinal))
        {
            file.Rows.Count.Should().BeGreaterThanOrEqualTo(table.QuerySelectorAll("tbody tr, tfoot tr").Length, name);
        }
    }

    private async Task<CrmRoi.Import.Table> FileAsync(string url, string language)
    {
        using var response = await (await app.SignInAsync(Roles.Admin)).GetAsync(url, language);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/csv");
        return CsvTable.Read(await response.Content.ReadAsByteArrayAsync());
    }

    private static IEnumerable<decimal> Numbers(CrmRoi.Import.Table file) => file.Rows.SelectMany(row => row.Cells)
        .Select(cell => decimal.TryParse(cell, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : (decimal?)null).OfType<decimal>();
}
