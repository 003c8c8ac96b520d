using System.Net;
using System.Text;
using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Web.Tests.Pages.Reports;

public sealed class ReportTests(ReportApp app) : IClassFixture<ReportApp>
{
    [Theory]
    [InlineData(Roles.Admin)]
    [InlineData(Roles.Manager)]
    [InlineData(Roles.Cfo)]
    public async Task Everybody_who_is_signed_in_downloads_the_report_as_a_pdf(string role)
    {
        var visitor = await app.SignInAsync(role);

        using var response = await visitor.GetAsync("/reports?handler=Pdf&programme=New%20CRM&language=en&paper=A4");
        var pdf = await response.Content.ReadAsByteArrayAsync();

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/pdf");
        response.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("roi-report-new-crm-2026-11-15.pdf");
        Encoding.ASCII.GetString(pdf, 0, 5).Should().Be("%PDF-");
    }

    [Fact]
    public async Task The_report_comes_in_the_language_and_on_the_paper_that_were_chosen()
    {
        var cfo = await app.SignInAsync(Roles.Cfo);

        var english = await PdfAsync(cfo, "en", "A4");
        var german = await PdfAsync(cfo, "de", "A4");
        var letter = await PdfAsync(cfo, "en", "Letter");

        english.Should().Contain("/MediaBox [0 0 595");
        letter.Should().Contain("/MediaBox [0 0 612 792]");
        german.Should().Contain("/Lang (de");
        english.Should().Contain("/Lang (en");
    }

    [FactWithTool("pdftotext")]
    public async Task Only_the_chosen_sections_stand_in_the_report()
    {
        var cfo = await app.SignInAsync(Roles.Cfo);

        using var response = await cfo.GetAsync("/reports?handler=Pdf&programme=New%20CRM&language=en&paper=A4&sections=Costs&sections=Glossary");
        var text = FactWithToolAttribute.Read("pdftotext", await response.Content.ReadAsByteArrayAsync(), "-layout");

        text.Should().Contain("Line by line").And.Contain("Meaning").And.NotContain("Cash flow").And.NotContain("Metrics before and after");
    }

    [Fact]
    public async Task The_workbook_is_downloaded_as_a_spreadsheet()
    {
        var manager = await app.SignInAsync(Roles.Manager);

        using var response = await manager.GetAsync("/reports?handler=Xlsx&programme=New%20CRM&language=de");
        using var zip = new System.IO.Compression.ZipArchive(await response.Content.ReadAsStreamAsync());

        response.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("roi-report-new-crm-2026-11-15.xlsx");
        zip.Entries.Select(entry => entry.FullName).Should().Contain("xl/workbook.xml");
    }

    [Theory]
    [InlineData("/reports?handler=Pdf&programme=New%20CRM&language=en&paper=A4&sections=Secrets", HttpStatusCode.BadRequest)]
    [InlineData("/reports?handler=Pdf&programme=New%20CRM&language=en&paper=A4&sections=3", HttpStatusCode.BadRequest)]
    [InlineData("/reports?handler=Pdf&programme=Nobody&language=en&paper=A4", HttpStatusCode.NotFound)]
    [InlineData("/reports?handler=Pdf&programme=New%20CRM&language=fr&paper=A4", HttpStatusCode.BadRequest)]
    [InlineData("/reports?handler=Pdf&programme=New%20CRM&language=en&paper=A0", HttpStatusCode.BadRequest)]
    [InlineData("/reports?handler=Pdf", HttpStatusCode.NotFound)]
    public async Task A_report_that_cannot_be_is_refused(string address, HttpStatusCode status)
    {
        var cfo = await app.SignInAsync(Roles.Cfo);

        using var response = await cfo.GetAsync(address);

        response.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task The_page_offers_the_programmes_and_says_what_is_inside()
    {
        var page = await app.GetPageAsync("/reports", Roles.Manager);
        var german = await app.GetPageAsync("/reports", Roles.Manager, "de-DE");

        page.QuerySelectorAll("#programme option").Select(option => option.TextContent).Should().Equal("New CRM");
        page.QuerySelectorAll("input[name=sections]").Should().HaveCount(Enum.GetValues<CrmRoi.Reports.ReportSection>().Length);
        page.Body!.TextContent.Should().Contain("Cash flow").And.Contain("What the sales margin is made of");
        german.QuerySelector("#language option[selected]")!.GetAttribute("value").Should().Be("de");
    }

    [FactWithTool("pdftotext")]
    public async Task The_report_says_the_roi_that_the_figures_give()
    {
        var cfo = await app.SignInAsync(Roles.Cfo);

        using var response = await cfo.GetAsync("/reports?handler=Pdf&programme=New%20CRM&language=en&paper=A4");
        var text = FactWithToolAttribute.Read("pdftotext", await response.Content.ReadAsByteArrayAsync(), "-layout");

        text.Should().Contain("Probe GmbH").And.Contain("New CRM").And.Contain("1,000");
        text.Should().MatchRegex("""140\s*%""", "8 months of 600 more revenue at half margin are 2,400 against 1,000 spent");
    }

    [FactWithTool("pdftotext")]
    public async Task A_manager_reads_totals_and_no_single_cost()
    {
        (await TextAsync(Roles.Cfo)).Should().Contain("Seats for everybody");
        (await TextAsync(Roles.Manager)).Should().NotContain("Seats for everybody").And.Contain("only administrators and the CFO see them");
    }

    private async Task<string> TextAsync(string role)
    {
        using var response = await (await app.SignInAsync(role)).GetAsync("/reports?handler=Pdf&programme=New%20CRM&language=en&paper=A4");
        return FactWithToolAttribute.Read("pdftotext", await response.Content.ReadAsByteArrayAsync(), "-layout");
    }

    private static async Task<string> PdfAsync(Visitor visitor, string language, string paper)
    {
        using var response = await visitor.GetAsync($"/reports?handler=Pdf&programme=New%20CRM&language={language}&paper={paper}");
        return Encoding.Latin1.GetString(await response.Content.ReadAsByteArrayAsync());
    }
}

/// <summary>A company with a programme that cost 1,000 and brought 2,400 more than the year before.</summary>
public sealed class ReportApp : CrmRoiApp
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SeedAsync(
            new Programme { Name = "New CRM", Currency = "EUR", GoLive = new(2026, 1), DiscountRate = 0.08m, MarginRate = 0.5m, MarginRateReason = "plan" },
            new Cost { Source = "form", Id = "licence", Programme = "New CRM", Description = "Seats for everybody", Amount = 1000, From = new(2026, 1) });
        await SeedAsync(new RecordBatch { Deals = [.. Enumerable.Range(0, 20).Select(Deal)] });
    }

    private static Deal Deal(int number) => new()
    {
        Source = "test",
        Id = $"{number}",
        Name = $"Deal {number}",
        Outcome = DealOutcome.Won,
        Value = number < 12 ? 500 : 1100,
        CreatedOn = new DateOnly(2025, 1, 10).AddMonths(number),
        ClosedOn = new DateOnly(2025, 1, 20).AddMonths(number),
    };
}
