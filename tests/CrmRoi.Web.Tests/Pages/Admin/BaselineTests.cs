using System.Net;
using CrmRoi.Data;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Tests.Pages.Admin;

public sealed class BaselineTests(AdminApp app) : IClassFixture<AdminApp>
{
    private const string One = "/admin/baseline/edit";
    private const string OneForm = "[data-testid=figure-form]";
    private const string Several = "/admin/baseline/several?from=2024-01&rows=3";
    private const string SeveralForm = "[data-testid=save]";

    [Fact]
    public async Task A_quarter_is_entered_spread_and_marked()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync(
            One, OneForm, Typed("meetings", "2023-04", "1,200", ("Input.Months", "3"), ("Input.CompletenessPercent", "87.5"), ("Input.Team", "North")));
        var page = await admin.GetPageAsync("/admin/baseline");

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var row = (await RowsAsync("meetings")).Single();
        row.Figure.Should().BeEquivalentTo(new { Value = 1200m, Team = "North", Completeness = 0.875m, IsComparable = false, SourceNote = "ledger" });
        row.Figure.Period.Should().Be(new CrmRoi.Metrics.Window(new(2023, 4), new(2023, 6)));
        row.EnteredBy.Should().Be(CrmRoiApp.EmailOf(Roles.Admin));
        page.Body!.TextContent.Should().Contain("spread over its months");
    }

    [Theory]
    [InlineData("Input.Value", "12.5", "This counts things, so it has no fraction.")]
    [InlineData("Input.Value", "-1", "This cannot be below zero.")]
    [InlineData("Input.Value", "1e30", "This must be a number.")]
    [InlineData("Input.Value", "1000000000000", "This must be below a trillion (a million million).")]
    [InlineData("Input.From", "2024-13", "This is no month: write it as 2026-03.")]
    [InlineData("Input.CompletenessPercent", "0", "This must be from 1 to 100.")]
    [InlineData("Input.SourceNote", "", "This is needed.")]
    [InlineData("Input.Measure", "happiness", "This is not one of the choices.")]
    public async Task A_figure_that_cannot_be_is_refused_at_its_field(string field, string value, string sentence)
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync(One, OneForm, [.. Typed("quotes", "2024-01", "5").Where(each => each.Name != field), (field, value)]);
        var page = await Visitor.ReadAsync(response);

        page.QuerySelector($"#{field.Replace('.', '_')}-error")!.TextContent.Should().Be(sentence);
        (await RowsAsync("quotes")).Should().BeEmpty();
    }

    [Fact]
    public async Task Figures_that_overlap_are_refused_also_of_a_team_and_its_company()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var year = await admin.SubmitAsync(One, OneForm, Typed("inquiries", "2023-01", "1200", ("Input.Months", "12")));
        using var month = await admin.SubmitAsync(One, OneForm, Typed("inquiries", "2023-12", "100"));
        using var team = await admin.SubmitAsync(One, OneForm, Typed("inquiries", "2023-12", "100", ("Input.Team", "North")));
        using var after = await admin.SubmitAsync(One, OneForm, Typed("inquiries", "2024-01", "100"));

        year.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await Visitor.ReadAsync(month)).QuerySelector("#Input_From-error")!.TextContent.Should().Contain("already");
        (await Visitor.ReadAsync(team)).QuerySelector("#Input_From-error")!.TextContent.Should().Contain("holds this team too");
        after.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Several_months_are_typed_and_pasted_at_once()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync(
            Several, SeveralForm, Basis("won-revenue", ("Input.Rows[1].Value", "1,234.56"), ("Input.Pasted", "2025-01\t1234\r\n\r\n2025-02 ; 2,000.5\n")));

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await RowsAsync("won-revenue")).Select(row => (row.Figure.Period.From.ToString(), row.Figure.Value)).Should().BeEquivalentTo(
            [("2024-02", 1234.56m), ("2025-01", 1234m), ("2025-02", 2000.5m)]);
    }

    [Fact]
    public async Task Each_line_that_is_wrong_is_named_and_nothing_goes_in()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync(
            Several, SeveralForm, Basis("emails", ("Input.Rows[0].Value", "ten"), ("Input.Pasted", "2025-01\t5\n2025-02-31\t6\n2025-03\t1e30\n2025-04\t-7\n2025-01\t8\n2025-05\t1.5")));
        var page = await Visitor.ReadAsync(response);

        var pasted = page.QuerySelector("#Input_Pasted-error")!.TextContent;
        pasted.Should().Contain("Line 2: “2025-02-31” is no month").And.Contain("Line 3: “1e30” is not a number").And.Contain("Line 4: This cannot be below zero")
            .And.Contain("Line 5: This month is here twice: 2025-01").And.Contain("Line 6: This counts things").And.NotContain("Line 1");
        page.QuerySelector("#rows .error")!.TextContent.Should().Be("“ten” is not a number.");
        page.QuerySelector("#Input_Pasted")!.TextContent.Should().Contain("1e30", "what was typed stays");
        (await RowsAsync("emails")).Should().BeEmpty();
    }

    [Fact]
    public async Task Where_there_are_records_of_a_month_the_page_says_that_they_win()
    {
        await app.SeedAsync(new RecordBatch
        {
            Activities = [new() { Source = "test", Id = "call", Kind = ActivityKind.Call, At = new(2025, 6, 3, 9, 0, 0), IsCompleted = true }],
        });
        await app.SeedAsync(new EnteredFigureRow { Figure = new() { Measure = "calls", Period = new(new(2025, 6), new(2025, 8)), Value = 30, SourceNote = "bill" }, EnteredBy = "anna" });
        var admin = await app.SignInAsync(Roles.Admin);

        var page = await admin.GetPageAsync("/admin/baseline");

        page.QuerySelectorAll("[data-testid=figure]").Single(row => row.TextContent.Contains("bill", StringComparison.Ordinal)).TextContent.Should().Contain("records win in 1 of 3 months");
    }

    [Fact]
    public async Task A_figure_is_changed_once_and_the_second_is_told()
    {
        var row = new EnteredFigureRow { Figure = new() { Measure = "staff-months", Period = new(new(2022, 1), new(2022, 1)), Value = 4.5m, SourceNote = "payroll" }, EnteredBy = "anna" };
        await app.SeedAsync(row);
        var admin = await app.SignInAsync(Roles.Admin);
        var version = (await admin.GetPageAsync($"{One}?key={row.Id}")).QuerySelector("#Input_Version")!.GetAttribute("value")!;

        using var first = await admin.SubmitAsync($"{One}?key={row.Id}", OneForm, ("Input.Value", "5.5"));
        using var second = await admin.SubmitAsync($"{One}?key={row.Id}", OneForm, ("Input.Value", "6.5"), ("Input.Version", version));
        var page = await Visitor.ReadAsync(second);

        first.StatusCode.Should().Be(HttpStatusCode.Redirect);
        page.QuerySelector("[role=alert]")!.TextContent.Should().Contain("Somebody else saved this meanwhile");
        page.QuerySelector("#Input_Value")!.GetAttribute("value").Should().Be("6.5");
        (await RowsAsync("staff-months")).Single().Figure.Value.Should().Be(5.5m);
    }

    private static (string Name, string Value)[] Typed(string measure, string from, string value, params (string Name, string Value)[] others) =>
        Basis(measure, [("Input.From", from), ("Input.Value", value), .. others]);

    private static (string Name, string Value)[] Basis(string measure, params (string Name, string Value)[] others) =>
        [("Input.Measure", measure), ("Input.SourceNote", "ledger"), .. others];

    private Task<List<EnteredFigureRow>> RowsAsync(string measure) =>
        app.ReadAsync(context => context.EnteredFigures.Where(row => row.Figure.Measure == measure).ToListAsync());
}
