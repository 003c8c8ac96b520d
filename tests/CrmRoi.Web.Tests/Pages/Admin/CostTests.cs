using System.Net;
using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Tests.Pages.Admin;

public sealed class CostTests(AdminApp app) : IClassFixture<AdminApp>
{
    private const string New = "/admin/costs/edit";
    private const string Form = "[data-testid=cost-form]";

    [Fact]
    public async Task A_cost_is_entered_listed_by_kind_and_counted()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync(New, Form, Typed("Seats", ("Input.Cadence", "PerUserMonth"), ("Input.Amount", "1,234.56"), ("Input.Users", "10"), ("Input.To", "2026-12")));
        var page = await admin.GetPageAsync("/admin/costs");

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await CostAsync("Seats")).Should().BeEquivalentTo(new { Amount = 1234.56m, Users = 10, Kind = CostKind.Licences, Source = "form", Programme = AdminApp.Programme });
        page.QuerySelectorAll("[data-testid=cost]").Single(row => row.TextContent.Contains("Seats", StringComparison.Ordinal)).TextContent
            .Should().Contain("24,691", "two months of ten users are spent by the end of October");
    }

    [Fact]
    public async Task An_amount_is_read_as_a_german_reader_writes_it()
    {
        using var admin = app.Visit();
        (await admin.SignInAsync(CrmRoiApp.EmailOf(Roles.Admin), CrmRoiApp.Password)).Dispose();
        admin.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de-DE");

        using var response = await admin.SubmitAsync(New, Form, Typed("Schulung", ("Input.Amount", "1.234,56")));

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await CostAsync("Schulung"))!.Amount.Should().Be(1234.56m);
    }

    [Theory]
    [InlineData("Input.Amount", "0", "This must be above zero.")]
    [InlineData("Input.Amount", "0.00001", "This must be above zero.")]
    [InlineData("Input.Amount", "-5", "This must be above zero.")]
    [InlineData("Input.Amount", "1000000000000", "This must be below a trillion (a million million).")]
    [InlineData("Input.Amount", "1e30", "This must be a number.")]
    [InlineData("Input.Amount", "1.234,56", "This must be a number.")]
    [InlineData("Input.Amount", "", "This is needed.")]
    [InlineData("Input.Description", "", "This is needed.")]
    [InlineData("Input.From", "2026-13", "This is no month: write it as 2026-03.")]
    [InlineData("Input.To", "2026-02", "This lies before the first month.")]
    [InlineData("Input.Kind", "Bribes", "“Bribes” cannot be read here.")]
    [InlineData("Input.Kind", "99", "“99” cannot be read here.")]
    [InlineData("Input.Programme", "Nobody's", "This is not one of the choices.")]
    public async Task A_cost_that_cannot_be_is_shown_again_with_a_sentence_at_its_field(string field, string value, string sentence)
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync(New, Form, Typed("Refused", ("Input.Cadence", "Monthly"), (field, value)));
        var page = await Visitor.ReadAsync(response);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        page.QuerySelector($"#{field.Replace('.', '_')}-error")!.TextContent.Should().Be(sentence);
        (await CostAsync("Refused")).Should().BeNull();
    }

    [Fact]
    public async Task What_was_typed_stays_in_the_form()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync(New, Form, Typed("Kept words", ("Input.Amount", "1e30")));
        var page = await Visitor.ReadAsync(response);

        page.QuerySelector("#Input_Amount")!.GetAttribute("value").Should().Be("1e30");
        page.QuerySelector("#Input_Description")!.GetAttribute("value").Should().Be("Kept words");
    }

    [Fact]
    public async Task A_cost_per_user_needs_its_users()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync(New, Form, Typed("No users", ("Input.Cadence", "PerUserMonth")));
        var page = await Visitor.ReadAsync(response);

        page.QuerySelector("#Input_Users-error")!.TextContent.Should().Be("A cost per user needs the number of users.");
    }

    [Fact]
    public async Task Of_two_who_change_a_cost_at_once_the_second_is_told_and_loses_nothing()
    {
        var key = await AddAsync("Contested");
        var admin = await app.SignInAsync(Roles.Admin);
        var form = await admin.GetPageAsync($"{New}?key={key}");
        var version = form.QuerySelector("#Input_Version")!.GetAttribute("value")!;

        using var first = await admin.SubmitAsync($"{New}?key={key}", Form, ("Input.Amount", "200"));
        using var second = await admin.SubmitAsync($"{New}?key={key}", Form, ("Input.Amount", "300"), ("Input.Version", version));
        var page = await Visitor.ReadAsync(second);
        var between = await CostAsync("Contested");
        using var third = await admin.SubmitAsync($"{New}?key={key}", Form, ("Input.Amount", "300"), ("Input.Version", page.QuerySelector("#Input_Version")!.GetAttribute("value")!));

        first.StatusCode.Should().Be(HttpStatusCode.Redirect);
        second.StatusCode.Should().Be(HttpStatusCode.OK);
        page.QuerySelector("[role=alert]")!.TextContent.Should().Contain("Somebody else saved this meanwhile").And.Contain("200.00");
        page.QuerySelector("#Input_Amount")!.GetAttribute("value").Should().Be("300");
        between!.Amount.Should().Be(200);
        third.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await CostAsync("Contested"))!.Amount.Should().Be(300);
    }

    [Fact]
    public async Task What_somebody_else_deleted_can_be_entered_anew()
    {
        var key = await AddAsync("Gone");
        var admin = await app.SignInAsync(Roles.Admin);
        var version = (await admin.GetPageAsync($"{New}?key={key}")).QuerySelector("#Input_Version")!.GetAttribute("value")!;

        using var deleted = await admin.SubmitAsync($"{New}?key={key}", "[data-testid=delete]");
        using var late = await admin.SubmitAsync(New, Form, Typed("Gone", ("Input.Key", $"{key}"), ("Input.Version", version)));
        var page = await Visitor.ReadAsync(late);

        deleted.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await CostAsync("Gone")).Should().BeNull();
        page.QuerySelector("[role=alert]")!.TextContent.Should().Contain("deleted this meanwhile");
        page.QuerySelector("#Input_Key")!.GetAttribute("value").Should().BeNullOrEmpty();
        page.QuerySelector("#Input_Description")!.GetAttribute("value").Should().Be("Gone");
    }

    [Fact]
    public async Task The_cfo_reads_costs_and_changes_none()
    {
        await AddAsync("Read by the CFO");
        var cfo = await app.SignInAsync(Roles.Cfo);

        var page = await cfo.GetPageAsync("/admin/costs");
        using var form = await cfo.GetAsync(New);
        using var content = new FormUrlEncodedContent([new("Input.Description", "Forged")]);
        using var posted = await cfo.Client.PostAsync(new Uri(New, UriKind.Relative), content);

        page.Body!.TextContent.Should().Contain("Read by the CFO").And.NotContain("Add a cost");
        page.QuerySelectorAll("main a[href*=edit]").Should().BeEmpty();
        form.StatusCode.Should().Be(HttpStatusCode.Redirect);
        posted.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Managers_do_not_see_single_costs()
    {
        var manager = await app.SignInAsync(Roles.Manager);

        using var response = await manager.GetAsync("/admin/costs");

        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        using var content = new FormUrlEncodedContent(Typed("Forged").Select(field => KeyValuePair.Create(field.Name, field.Value)));

        using var response = await admin.Client.PostAsync(new Uri(New, UriKind.Relative), content);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await CostAsync("Forged")).Should().BeNull();
    }

    [Fact]
    public async Task A_saving_needs_its_reason()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        (string, string)[] typed = [("Input.Description", "Old fax"), ("Input.Amount", "50"), ("Input.Cadence", "Monthly"), ("Input.From", "2026-03")];

        using var without = await admin.SubmitAsync("/admin/costs/saving", "[data-testid=saving-form]", typed);
        using var with = await admin.SubmitAsync("/admin/costs/saving", "[data-testid=saving-form]", [.. typed, ("Input.Reason", "Contract cancelled")]);
        var page = await Visitor.ReadAsync(without);

        page.QuerySelector("#Input_Reason-error")!.TextContent.Should().Be("This is needed.");
        with.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.ReadAsync(context => context.Savings.SingleAsync(saving => saving.Description == "Old fax"))).Reason.Should().Be("Contract cancelled");
    }

    private static (string Name, string Value)[] Typed(string description, params (string Name, string Value)[] others)
    {
        (string Name, string Value)[] usual = [("Input.Description", description), ("Input.Kind", "Licences"), ("Input.Cadence", "OneOff"), ("Input.Amount", "100"), ("Input.From", "2026-09"), ("Input.Programme", AdminApp.Programme)];
        return [.. usual.Where(field => !others.Any(other => other.Name == field.Name)), .. others];
    }

    private async Task<long> AddAsync(string description)
    {
        var cost = new Cost { Source = "form", Id = Guid.NewGuid().ToString("N"), Programme = AdminApp.Programme, Description = description, Amount = 100, From = new(2026, 1) };
        await app.SeedAsync(cost);
        return await app.ReadAsync(context => context.Costs.Where(each => each.Id == cost.Id).Select(each => EF.Property<long>(each, Shadow.Key)).SingleAsync());
    }

    private Task<Cost?> CostAsync(string description) => app.ReadAsync(context => context.Costs.SingleOrDefaultAsync(cost => cost.Description == description));
}

/// <summary>A company with a programme.</summary>
public sealed class AdminApp : CrmRoiApp
{
    public const string Programme = "New CRM";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SeedAsync(new Programme { Name = Programme, Currency = "EUR", GoLive = new(2026, 3), DiscountRate = 0.08m });
    }
}
