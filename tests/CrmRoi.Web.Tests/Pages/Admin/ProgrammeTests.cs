using System.Net;
using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Tests.Pages.Admin;

public sealed class ProgrammeTests(AdminApp app) : IClassFixture<AdminApp>
{
    private const string New = "/admin/programme?add=true";
    private const string Form = "[data-testid=programme-form]";

    [Fact]
    public async Task A_programme_is_entered_with_its_teams()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync(
            New, Form, Typed("Second CRM", ("Input.DiscountPercent", "7.5"), ("Input.Teams[0].Name", "North"), ("Input.Teams[0].Month", "2026-05"), ("Input.MarginPercent", "40"), ("Input.MarginReason", "CFO, plan 2026")));

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var programme = (await FindAsync("Second CRM"))!;
        programme.Should().BeEquivalentTo(new { DiscountRate = 0.075m, MarginRate = 0.4m, MarginRateReason = "CFO, plan 2026", Currency = "EUR" });
        programme.Teams.Should().Equal(new TeamGoLive("North", new(2026, 5)));
    }

    [Theory]
    [InlineData("Input.Name", "new crm", "Another programme has this name.")]
    [InlineData("Input.Name", "", "This is needed.")]
    [InlineData("Input.DiscountPercent", "101", "This must be from 0 to 100.")]
    [InlineData("Input.DiscountPercent", "8,5", "This must be a number.")]
    [InlineData("Input.HorizonMonths", "0", "This must be from 1 to 240.")]
    [InlineData("Input.BaselineMonths", "61", "This must be from 1 to 60.")]
    [InlineData("Input.RampUpMonths", "-1", "This must be from 0 to 24.")]
    [InlineData("Input.GoLive", "2026-02-31", "This is no month: write it as 2026-03.")]
    [InlineData("Input.Teams[0].Month", "soon", "This is no month: write it as 2026-03.")]
    public async Task A_programme_that_cannot_be_is_refused_at_its_field(string field, string value, string sentence)
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync(New, Form, Typed("Never", (field, value)));
        var page = await Visitor.ReadAsync(response);

        var id = field.Replace('.', '_').Replace('[', '_').Replace(']', '_');
        page.QuerySelector($"#{id}-error")!.TextContent.Should().Be(sentence);
        (await FindAsync("Never")).Should().BeNull();
    }

    [Fact]
    public async Task A_stated_margin_needs_its_reason()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync(New, Form, Typed("Never", ("Input.MarginPercent", "40")));
        var page = await Visitor.ReadAsync(response);

        page.QuerySelector("#Input_MarginReason-error")!.TextContent.Should().Be("A stated margin needs who stated it, and on what grounds.");
    }

    [Fact]
    public async Task Costs_and_savings_go_with_a_programme_that_is_renamed()
    {
        var key = await AddAsync("Old name");
        await app.SeedAsync(
            new Cost { Source = "csv", Id = "renamed-cost", Programme = "OLD NAME", Description = "Licence", Amount = 1, From = new(2026, 1) },
            new Saving { Source = "form", Id = "renamed-saving", Programme = "Old name", Description = "Fax", Reason = "Gone", Amount = 1, From = new(2026, 1) });
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync($"/admin/programme?key={key}", Form, ("Input.Name", "Better name"));

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.ReadAsync(context => context.Costs.SingleAsync(cost => cost.Id == "renamed-cost"))).Programme.Should().Be("Better name");
        (await app.ReadAsync(context => context.Savings.SingleAsync(saving => saving.Id == "renamed-saving"))).Programme.Should().Be("Better name");
    }

    [Fact]
    public async Task A_programme_is_deleted_only_without_costs()
    {
        var used = await AddAsync("Used");
        var unused = await AddAsync("Unused");
        await app.SeedAsync(new Cost { Source = "form", Id = "keeps", Programme = "Used", Description = "Licence", Amount = 1, From = new(2026, 1) });
        var admin = await app.SignInAsync(Roles.Admin);

        var page = await admin.GetPageAsync($"/admin/programme?key={used}");
        using var refused = await admin.SubmitAsync($"/admin/programme?key={unused}", "[data-testid=delete]", ("Input.Key", $"{used}"));
        using var deleted = await admin.SubmitAsync($"/admin/programme?key={unused}", "[data-testid=delete]");

        page.QuerySelector("[data-testid=delete]").Should().BeNull();
        (await FindAsync("Used")).Should().NotBeNull();
        deleted.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await FindAsync("Unused")).Should().BeNull();
    }

    [Fact]
    public async Task The_currency_of_a_company_with_records_stays()
    {
        await app.SeedAsync(new Cost { Source = "form", Id = "in euros", Programme = AdminApp.Programme, Description = "Licence", Amount = 1, From = new(2026, 1) });
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync(
            "/admin/programme", "[data-testid=company-form]", ("CompanyInput.Name", "Probe AG"), ("CompanyInput.Currency", "USD"), ("CompanyInput.FiscalYearStart", "7"));
        using var kept = await admin.SubmitAsync("/admin/programme", "[data-testid=company-form]", ("CompanyInput.Name", "Probe AG"), ("CompanyInput.FiscalYearStart", "7"));

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        kept.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.ReadAsync(context => context.Company.SingleAsync())).Should().BeEquivalentTo(new { Name = "Probe AG", Currency = "EUR", FiscalYearStart = 7 });
    }

    private static (string Name, string Value)[] Typed(string name, params (string Name, string Value)[] others)
    {
        (string Name, string Value)[] usual = [("Input.Name", name), ("Input.GoLive", "2026-04"), ("Input.Teams[0].Name", "East")];
        return [.. usual.Where(field => !others.Any(other => other.Name == field.Name)), .. others];
    }

    private async Task<long> AddAsync(string name)
    {
        await app.SeedAsync(new Programme { Name = name, Currency = "EUR", GoLive = new(2026, 3) });
        return await app.ReadAsync(context => context.Programmes.Where(each => each.Name == name).Select(each => EF.Property<long>(each, Shadow.Key)).SingleAsync());
    }

    private Task<Programme?> FindAsync(string name) => app.ReadAsync(context => context.Programmes.SingleOrDefaultAsync(programme => programme.Name == name));
}
