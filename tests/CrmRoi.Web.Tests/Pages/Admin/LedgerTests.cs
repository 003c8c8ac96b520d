using System.Net;
using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Web.Tests.Pages.Overview;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Tests.Pages.Admin;

/// <summary>12,000 spent and 75,000 gained, with benefits and assumptions entered by forms.</summary>
public sealed class LedgerTests(PaidCompany app) : IClassFixture<PaidCompany>
{
    private const string NewAssumption = "/admin/assumptions/edit?programme=Paid";
    private const string Form = "[data-testid=assumption-form]";

    [Fact]
    public async Task A_changed_assumption_tells_what_it_does_to_the_roi_and_the_cfo_decides()
    {
        var (admin, cfo) = (await app.SignInAsync(Roles.Admin), await app.SignInAsync(Roles.Cfo));

        using var entered = await admin.SubmitAsync(NewAssumption, Form, Typed("Ours", ("Input.Target", "AttributedShare"), ("Input.Benefit", "SalesMargin"), ("Input.Low", "40"), ("Input.Likely", "80"), ("Input.High", "100")));
        var change = await app.ReadAsync(context => context.AssumptionChanges.SingleAsync(each => each.Assumption == "Ours"));
        using var accepted = await cfo.SubmitAsync("/admin/assumptions?programme=Paid", "form[action*=Decide]", ("note", "Seen"), ("decision", "Accepted"));
        var stored = await app.ReadAsync(context => context.Assumptions.SingleAsync(each => each.Name == "Ours"));
        var page = await cfo.GetPageAsync("/return?programme=Paid");

        entered.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (change.RoiBefore, change.RoiAfter).Should().Be((525m, 400m));
        accepted.StatusCode.Should().Be(HttpStatusCode.Redirect);
        stored.Should().BeEquivalentTo(new { Value = 0.8m, Decision = AssumptionDecision.Accepted, DecidedBy = CrmRoiApp.EmailOf(Roles.Cfo), DecisionNote = "Seen" });
        page.QuerySelector("#scenarios tbody tr")!.GetAttribute("data-scenario").Should().Be("Worst");
        page.QuerySelector("#scenarios tr[data-scenario=Worst] b")!.TextContent.Should().Be("150\u202F%", "30,000 for 12,000");
        page.QuerySelectorAll("#tornado tbody tr").Should().ContainSingle().Which.TextContent.Should().Contain("Ours");
        page.QuerySelector("[data-testid=uncertainty]")!.TextContent.Should().Contain("100\u202F%");
    }

    [Theory]
    [InlineData("Input.Likely", "120", "The likely value lies outside its own range.", "#Input_Likely-error")]
    [InlineData("Input.High", "140", "A share lies between 0 % and 100 %.", "#Input_Likely-error")]
    [InlineData("Input.Owner", "", "This is needed.", "#Input_Owner-error")]
    [InlineData("Input.Benefit", "", "Say which benefit it is about.", "#Input_Benefit-error")]
    public async Task An_assumption_that_cannot_be_is_shown_again(string field, string value, string sentence, string place)
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync(
            NewAssumption, Form, Typed("Refused", ("Input.Target", "AttributedShare"), ("Input.Benefit", "Retention"), ("Input.Low", "40"), ("Input.Likely", "80"), ("Input.High", "100"), (field, value)));
        var page = await Visitor.ReadAsync(response);

        page.QuerySelector(place)!.TextContent.Should().Be(sentence);
    }

    [Fact]
    public async Task Only_the_cfo_decides_and_only_administrators_enter()
    {
        var (admin, cfo, manager) = (await app.SignInAsync(Roles.Admin), await app.SignInAsync(Roles.Cfo), await app.SignInAsync(Roles.Manager));

        using var form = await cfo.GetAsync(NewAssumption);
        using var hidden = await manager.GetAsync("/admin/assumptions");
        using var benefits = await manager.GetAsync("/admin/benefits");
        var page = await admin.GetPageAsync("/admin/assumptions?programme=Paid");

        form.StatusCode.Should().Be(HttpStatusCode.Redirect, "the list is all there is to read");
        hidden.StatusCode.Should().NotBe(HttpStatusCode.OK);
        benefits.StatusCode.Should().NotBe(HttpStatusCode.OK);
        page.QuerySelector("form[action*=Decide]").Should().BeNull();
    }

    [Fact]
    public async Task Views_of_one_margin_cannot_be_given_more_than_all_of_it()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        const string Retention = "/admin/benefits/edit?programme=Unspent&kind=Retention";
        const string Campaigns = "/admin/benefits/edit?programme=Unspent&kind=CampaignCredit";

        using var first = await admin.SubmitAsync(Retention, "[data-testid=benefit-form]", ("Input.Owner", "Service"), ("Input.PartPercent", "60"));
        using var second = await admin.SubmitAsync(Campaigns, "[data-testid=benefit-form]", ("Input.Owner", "Marketing"), ("Input.PartPercent", "50"));
        var page = await Visitor.ReadAsync(second);
        var stored = await app.ReadAsync(context => context.Benefits.Where(each => each.Programme == "Unspent").ToListAsync());

        first.StatusCode.Should().Be(HttpStatusCode.Redirect);
        page.QuerySelector("#Input_PartPercent-error")!.TextContent.Should().Contain("at most 100 %");
        stored.Should().ContainSingle().Which.MarginPart.Should().Be(0.6m);
    }

    [Fact]
    public async Task Pages_that_cannot_be_are_refused()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var kind = await admin.GetAsync("/admin/benefits/edit?programme=Paid&kind=Luck");
        using var programme = await admin.GetAsync("/admin/benefits/edit?programme=Nobody&kind=Retention");
        using var years = await admin.GetAsync("/return?years=lunar");

        kind.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        programme.StatusCode.Should().Be(HttpStatusCode.NotFound);
        years.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private static (string Name, string Value)[] Typed(string name, params (string Name, string Value)[] more)
    {
        var fields = new Dictionary<string, string> { ["Input.Name"] = name, ["Input.Owner"] = "Sales", ["Input.Reason"] = "Survey" };
        foreach (var (field, value) in more)
        {
            fields[field] = value;
        }

        return [.. fields.Select(field => (field.Key, field.Value))];
    }
}
