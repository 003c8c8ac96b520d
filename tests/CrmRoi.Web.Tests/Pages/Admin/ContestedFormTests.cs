using System.Net;
using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Web.Tests.Pages.Overview;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Web.Tests.Pages.Admin;

/// <summary>Two who change one thing of the ledger at once: the second is told, and nothing is lost.</summary>
public sealed class ContestedFormTests(PaidCompany app) : IClassFixture<PaidCompany>
{
    private const string Benefit = "/admin/benefits/edit?programme=Paid&kind=AdminHours";
    private const string Lever = "/admin/benefits/lever?programme=Paid&function=UpSelling";

    [Theory]
    [InlineData(Benefit, "[data-testid=benefit-form]")]
    [InlineData(Lever, "[data-testid=lever-form]")]
    public async Task Of_two_who_save_at_once_the_second_is_told(string url, string form)
    {
        var (first, second) = ($"First in {form}", $"Second in {form}");
        var admin = await app.SignInAsync(Roles.Admin);
        using var entered = await admin.SubmitAsync(url, form, ("Input.Owner", "Nobody yet"), ("Input.On", "2026-01"), ("Input.MetricKey", "closing-rate"));
        var version = VersionOf(await admin.GetPageAsync(url));

        using var earlier = await admin.SubmitAsync(url, form, ("Input.Owner", first));
        using var later = await admin.SubmitAsync(url, form, ("Input.Owner", second), ("Input.Version", version));
        var page = await Visitor.ReadAsync(later);
        var between = await OwnersAsync();
        using var third = await admin.SubmitAsync(url, form, ("Input.Owner", second), ("Input.Version", VersionOf(page)));

        entered.StatusCode.Should().Be(HttpStatusCode.Redirect);
        earlier.StatusCode.Should().Be(HttpStatusCode.Redirect);
        page.QuerySelector("[role=alert]")!.TextContent.Should().Contain("Somebody else saved this meanwhile");
        page.QuerySelector("#Input_Owner")!.GetAttribute("value").Should().Be(second);
        between.Should().Contain(first).And.NotContain(second);
        third.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await OwnersAsync()).Should().Contain(second).And.NotContain(first);
    }

    [Fact]
    public async Task A_lever_changed_meanwhile_is_not_deleted_unseen()
    {
        const string Url = "/admin/benefits/lever?programme=Paid&function=CrossSelling";
        const string Form = "[data-testid=lever-form]";
        var admin = await app.SignInAsync(Roles.Admin);
        using var entered = await admin.SubmitAsync(Url, Form, ("Input.Owner", "Sales"), ("Input.On", "2026-01"), ("Input.MetricKey", "closing-rate"));
        var version = VersionOf(await admin.GetPageAsync(Url));
        using var changed = await admin.SubmitAsync(Url, Form, ("Input.Owner", "Marketing"));

        using var late = await admin.SubmitAsync(Url, "[data-testid=lever-form] button.danger", ("Input.Version", version));
        var page = await Visitor.ReadAsync(late);

        page.QuerySelector("[role=alert]")!.TextContent.Should().Contain("meanwhile");
        (await app.ReadAsync(context => context.Levers.SingleAsync(each => each.Function == CrmFunction.CrossSelling))).Owner.Should().Be("Marketing");
    }

    [Fact]
    public async Task Of_two_who_change_an_assumption_at_once_the_second_is_told_and_what_was_deleted_can_be_entered_anew()
    {
        const string New = "/admin/assumptions/edit?programme=Paid";
        const string Form = "[data-testid=assumption-form]";
        var admin = await app.SignInAsync(Roles.Admin);
        using var entered = await admin.SubmitAsync(
            New, Form, ("Input.Name", "Contested"), ("Input.Owner", "Sales"), ("Input.Reason", "Survey"), ("Input.Target", "CostFactor"), ("Input.Low", "90"), ("Input.Likely", "100"), ("Input.High", "120"));
        var key = await app.ReadAsync(context => context.Assumptions.Where(each => each.Name == "Contested").Select(each => EF.Property<long>(each, "Key")).SingleAsync());
        var url = $"/admin/assumptions/edit?key={key}";
        var version = VersionOf(await admin.GetPageAsync(url));

        using var first = await admin.SubmitAsync(url, Form, ("Input.High", "130"));
        using var second = await admin.SubmitAsync(url, Form, ("Input.High", "140"), ("Input.Version", version));
        var told = await Visitor.ReadAsync(second);
        var high = await HighAsync();
        using var deleted = await admin.SubmitAsync(url, "[data-testid=assumption-form] button.danger");
        using var late = await admin.SubmitAsync(
            New, Form, ("Input.Key", $"{key}"), ("Input.Version", VersionOf(told)), ("Input.Name", "Contested"), ("Input.Owner", "Sales"), ("Input.Reason", "Survey"), ("Input.Target", "CostFactor"), ("Input.Low", "90"), ("Input.Likely", "100"), ("Input.High", "140"));
        var gone = await Visitor.ReadAsync(late);

        first.StatusCode.Should().Be(HttpStatusCode.Redirect);
        told.QuerySelector("[role=alert]")!.TextContent.Should().Contain("Somebody else saved this meanwhile").And.Contain("1.3");
        high.Should().Be(1.3m);
        deleted.StatusCode.Should().Be(HttpStatusCode.Redirect);
        gone.QuerySelector("[role=alert]")!.TextContent.Should().Contain("deleted this meanwhile");
        gone.QuerySelector("#Input_High")!.GetAttribute("value").Should().Be("140");
        (await HighAsync()).Should().BeNull();
    }

    [Fact]
    public async Task Of_two_who_change_the_look_of_reports_the_second_is_told_what_the_first_chose()
    {
        const string Url = "/admin/company";
        const string Form = "[data-testid=look-form]";
        var admin = await app.SignInAsync(Roles.Admin);
        var none = VersionOf(await admin.GetPageAsync(Url));

        using var first = await admin.SubmitAsync(Url, Form, ("Input.Colour", "#112233"));
        using var second = await admin.SubmitAsync(Url, Form, ("Input.Colour", "#445566"), ("Input.Version", none));
        var told = await Visitor.ReadAsync(second);
        var between = await LookAsync();
        using var third = await admin.SubmitAsync(Url, Form, ("Input.Colour", "#445566"), ("Input.Version", VersionOf(told)));

        first.StatusCode.Should().Be(HttpStatusCode.Redirect);
        told.QuerySelector("[role=alert]")!.TextContent.Should().Contain("Somebody else saved this meanwhile, as: #112233,");
        told.QuerySelector("#Input_Colour")!.GetAttribute("value").Should().Be("#445566");
        between.Colour.Should().Be("#112233");
        third.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await LookAsync()).Colour.Should().Be("#445566");
    }

    [Fact]
    public async Task A_logo_is_not_removed_by_somebody_who_has_not_seen_it()
    {
        const string Url = "/admin/company";
        var admin = await app.SignInAsync(Roles.Admin);
        using var saved = await admin.SubmitAsync(Url, "[data-testid=look-form]", ("Input.SecondColour", "#778899"));
        await SetLogoAsync([0x89, 0x50]);
        var seen = VersionOf(await admin.GetPageAsync(Url));
        await SetLogoAsync([0x89, 0x50, 0x4E]);

        using var late = await admin.SubmitAsync(Url, "[formaction*=Remove]", ("Input.Version", seen));
        var told = await Visitor.ReadAsync(late);
        var kept = (await LookAsync()).Logo;
        using var again = await admin.SubmitAsync(Url, "[formaction*=Remove]", ("Input.Version", VersionOf(told)));

        told.QuerySelector("[role=alert]")!.TextContent.Should().Contain("with a logo");
        kept.Should().HaveCount(3);
        again.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await LookAsync()).Logo.Should().BeNull();
    }

    [Fact]
    public async Task Of_two_who_change_the_company_at_once_the_second_is_told_and_nothing_is_lost()
    {
        const string Url = "/admin/programme";
        const string Form = "[data-testid=company-form]";
        var admin = await app.SignInAsync(Roles.Admin);
        var version = VersionOf(await admin.GetPageAsync(Url), "#CompanyInput_Version");

        using var first = await admin.SubmitAsync(Url, Form, ("CompanyInput.FiscalYearStart", "4"));
        using var second = await admin.SubmitAsync(Url, Form, ("CompanyInput.FiscalYearStart", "7"), ("CompanyInput.Version", version));
        var told = await Visitor.ReadAsync(second);
        var between = await app.ReadAsync(context => context.Company.Select(company => company.FiscalYearStart).SingleAsync());
        using var third = await admin.SubmitAsync(Url, Form, ("CompanyInput.FiscalYearStart", "7"), ("CompanyInput.Version", VersionOf(told, "#CompanyInput_Version")));

        first.StatusCode.Should().Be(HttpStatusCode.Redirect);
        told.QuerySelector("#CompanyInput_Name-error")!.TextContent.Should().Contain("Somebody else changed this meanwhile");
        told.QuerySelector("#CompanyInput_FiscalYearStart option[selected]")!.GetAttribute("value").Should().Be("7");
        between.Should().Be(4);
        third.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await app.ReadAsync(context => context.Company.Select(company => company.FiscalYearStart).SingleAsync())).Should().Be(7);
    }

    private Task<CompanyLook> LookAsync() => app.ReadAsync(context => context.CompanyLooks.AsNoTracking().SingleAsync());

    private Task SetLogoAsync(byte[] logo) => app.SeedAsync(async services =>
    {
        var context = services.GetRequiredService<CrmRoiContext>();
        (await context.CompanyLooks.SingleAsync()).Logo = logo;
        await context.SaveChangesAsync();
    });

    private static string VersionOf(AngleSharp.Dom.IDocument page, string field = "#Input_Version") => page.QuerySelector(field)!.GetAttribute("value") ?? "";

    private Task<List<string?>> OwnersAsync() => app.ReadAsync(async context =>
        (await context.Benefits.Select(each => each.Owner).ToListAsync()).Concat(await context.Levers.Select(each => each.Owner).ToListAsync()).ToList());

    private Task<decimal?> HighAsync() => app.ReadAsync(context => context.Assumptions.Where(each => each.Name == "Contested").Select(each => (decimal?)each.High).SingleOrDefaultAsync());
}
