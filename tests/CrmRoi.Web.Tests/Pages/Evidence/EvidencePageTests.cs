using System.Globalization;
using System.Net;
using System.Text;
using CrmRoi.Data;
using CrmRoi.Import.Csv;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Example;
using CrmRoi.Reports;

namespace CrmRoi.Web.Tests.Pages.Evidence;

public sealed class EvidencePageTests(EvidenceApp app) : IClassFixture<EvidenceApp>
{
    private const string CauseForm = "[data-testid=cause-form]";
    private const string MethodForm = "[data-testid=method-form]";

    [Fact]
    public async Task The_page_says_effect_interval_and_verdict_and_never_the_truth()
    {
        var estimate = (await app.EvidenceAsync()).Official!.Estimate!;
        var formats = new Formats(CultureInfo.GetCultureInfo("en-GB"));

        var page = await app.GetPageAsync("/evidence", Roles.Manager);

        var sentence = page.QuerySelector("[data-testid=sentence]")!.TextContent;
        sentence.Should().Contain("Without the CRM, sales margin would have been")
            .And.Contain(formats.MoneyShort((decimal)estimate.Cumulative, "EUR")).And.Contain(formats.MoneyShort((decimal)estimate.CumulativeLow, "EUR"))
            .And.Contain(formats.MoneyShort((decimal)estimate.CumulativeHigh, "EUR")).And.Contain("95\u202F%");
        page.QuerySelector(".eyebrow .pill")!.TextContent.Should().Contain("Supported");
        page.QuerySelectorAll("#methods tbody tr").Should().HaveCountGreaterThan(3).And.ContainSingle(row => row.TextContent.Contains("official:", StringComparison.Ordinal));
        page.QuerySelectorAll("canvas[data-chart]").Should().HaveCountGreaterThan(3);
        page.DocumentElement.TextContent.Should().NotContain(formats.Money(ExampleCompany.Create().Truth.IncrementalMargin, "EUR"));
    }

    [Fact]
    public async Task The_page_speaks_german()
    {
        var page = await app.GetPageAsync("/evidence", language: "de-DE");

        page.QuerySelector("[data-testid=sentence]")!.TextContent.Should().Contain("ohne das CRM in diesen");
        page.QuerySelector("#causes tbody td:nth-child(4)")!.TextContent.Should().Contain("Zu alten Preisen gerechnet");
    }

    [Theory]
    [InlineData("/evidence?subject=no-such-metric", HttpStatusCode.NotFound)]
    [InlineData("/evidence?programme=Nobody", HttpStatusCode.BadRequest)]
    [InlineData("/evidence/export?subject=sales-margin&table=truth", HttpStatusCode.NotFound)]
    [InlineData("/evidence/export?subject=no-such-metric&table=months", HttpStatusCode.NotFound)]
    public async Task What_there_is_not_is_not_found(string url, HttpStatusCode expected)
    {
        using var response = await (await app.SignInAsync(Roles.Manager)).GetAsync(url);

        response.StatusCode.Should().Be(expected);
    }

    [Fact]
    public async Task A_figure_that_is_not_reckoned_yet_shows_none()
    {
        var page = await app.GetPageAsync("/evidence?subject=closing-rate");

        page.QuerySelector("[data-testid=sentence]")!.TextContent.Should().Be("Closing rate: the evidence is being reckoned.");
        page.QuerySelectorAll("canvas").Should().BeEmpty();
    }

    [Fact]
    public async Task The_export_has_every_digit_of_the_estimate()
    {
        var evidence = await app.EvidenceAsync();

        var months = await ExportAsync("months");
        var methods = await ExportAsync("methods");

        var points = evidence.Official!.Estimate!.Points;
        months.Rows.Select(row => row.Cells[0]).Should().Equal(points.Select(point => evidence.Official.From!.Value.Plus(point.Period).ToString()));
        Column(months, "effect").Should().Equal(points.Select(point => point.Effect));
        Column(months, "cumulative_high").Should().Equal(points.Select(point => point.CumulativeHigh));
        methods.Rows.Should().HaveCount(evidence.Methods.Count);
        var official = methods.Rows.Single(row => row.Cells[1] == "yes");
        double.Parse(official.Cells[methods.Headers.ToList().IndexOf("low")], CultureInfo.InvariantCulture).Should().Be(evidence.Official.Estimate.Low);
        (await ExportAsync("event-study")).Rows.Should().HaveCount(evidence.Differences!.EventStudy.Count);
    }

    [Fact]
    public void No_spreadsheet_takes_a_text_for_a_formula_and_numbers_stay_numbers()
    {
        var file = Encoding.UTF8.GetString(CsvFile.Write(["what", "much"], [["=1+1", -2.5], ["@a,b", null]]));

        file.Should().Be("\uFEFFwhat,much\r\n'=1+1,-2.5\r\n\"'@a,b\",\r\n");
    }

    [Fact]
    public async Task A_manager_reads_the_causes_and_states_none()
    {
        var manager = await app.SignInAsync(Roles.Manager);

        var page = await manager.GetPageAsync("/evidence");
        using var form = new FormUrlEncodedContent([new("Input.Name", "Forged")]);
        using var response = await manager.Client.PostAsync(new Uri("/admin/causes/edit", UriKind.Relative), form);

        page.QuerySelector("#causes [data-testid=cause]")!.TextContent.Should().Contain("Price list 2026").And.Contain("Controlling");
        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_cause_takes_the_figures_away_until_they_are_reckoned_with_it()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var added = await admin.SubmitAsync("/admin/causes/edit", CauseForm, Typed("Two new reps"));
        var meanwhile = await admin.GetPageAsync("/evidence");
        var list = await admin.GetPageAsync("/admin/causes");
        var edit = list.QuerySelectorAll("[data-testid=cause]").Single(row => row.TextContent.Contains("Two new reps", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
        using var deleted = await admin.SubmitAsync(edit, "[data-testid=delete]");
        var afterwards = await admin.GetPageAsync("/evidence");

        added.StatusCode.Should().Be(HttpStatusCode.Redirect);
        meanwhile.QuerySelector("[data-testid=sentence]")!.TextContent.Should().Be("Sales margin: the evidence is being reckoned.");
        deleted.StatusCode.Should().Be(HttpStatusCode.Redirect);
        afterwards.QuerySelector("[data-testid=sentence]")!.TextContent.Should().Contain("Without the CRM");
    }

    [Theory]
    [InlineData("Input.From", "2026-13", "This is no month: write it as 2026-03.")]
    [InlineData("Input.To", "2024-01", "This lies before the first month.")]
    [InlineData("Input.Reason", "", "This is needed.")]
    [InlineData("Input.Treatment", "OldPrices", "Only a price change can be reckoned at the old prices.")]
    public async Task A_cause_that_cannot_be_is_refused_at_its_field(string field, string value, string sentence)
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync("/admin/causes/edit", CauseForm, [.. Typed("Never").Where(typed => typed.Name != field), (field, value)]);
        var page = await Visitor.ReadAsync(response);

        page.QuerySelector($"#{field.Replace('.', '_')}-error")!.TextContent.Should().Be(sentence);
    }

    [Fact]
    public async Task Another_method_needs_a_reason()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var programme = (await app.EvidenceAsync()).Programme.Name;

        using var response = await admin.SubmitAsync(
            "/admin/causes/method?programme=" + Uri.EscapeDataString(programme), MethodForm, ("Input.Official", nameof(EvidenceMethod.StructuralTimeSeries)), ("Input.OfficialReason", " "));
        var page = await Visitor.ReadAsync(response);

        page.QuerySelector("#Input_OfficialReason-error")!.TextContent.Should().StartWith("Another method than the rule’s needs a reason");
    }

    [Fact]
    public async Task Every_other_table_can_be_taken_away_too()
    {
        Column(await ExportAsync("priors"), "level_prior").Should().Equal(0.001, 0.01, 0.05, 0.1);
        (await ExportAsync("checks")).Rows.Should().Contain(row => row.Cells.Contains("placebo")).And.Contain(row => row.Cells.Contains("deals opened"));
        Column(await ExportAsync("since-go-live"), "since_go_live").Should().Contain(-1).And.Contain(0);
        (await ExportAsync("subjects")).Rows.Should().Contain(row => row.Cells[0] == "sales-margin");
        (await ExportAsync("adoption")).Rows.Should().HaveCount(6, "the example has six teams");
    }

    private async Task<CrmRoi.Import.Table> ExportAsync(string table)
    {
        using var response = await (await app.SignInAsync(Roles.Manager)).GetAsync($"/evidence/export?subject=sales-margin&table={table}", "de-DE");
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/csv");
        return CsvTable.Read(await response.Content.ReadAsByteArrayAsync());
    }

    private static IEnumerable<double> Column(CrmRoi.Import.Table table, string header)
    {
        var index = table.Headers.ToList().IndexOf(header);
        return table.Rows.Select(row => double.Parse(row.Cells[index], CultureInfo.InvariantCulture));
    }

    private static (string Name, string Value)[] Typed(string name) =>
    [
        ("Input.Name", name), ("Input.Kind", nameof(CauseKind.Hiring)), ("Input.From", "2025-03"), ("Input.To", ""), ("Input.Treatment", nameof(CauseTreatment.Regressor)),
        ("Input.Reason", "Staff list"), ("Input.StatedBy", "HR"),
    ];
}
