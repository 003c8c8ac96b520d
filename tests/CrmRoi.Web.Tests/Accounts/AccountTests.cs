using System.Net;
using CrmRoi.Data;

namespace CrmRoi.Web.Tests.Accounts;

public sealed class AccountTests(CrmRoiApp app) : IClassFixture<CrmRoiApp>
{
    [Fact]
    public async Task A_name_and_a_language_are_kept_and_hold_at_once()
    {
        using var visitor = await NewcomerAsync("polyglot@test.example");

        using var saved = await visitor.SubmitAsync("/account", "[data-testid=profile-form]", ("Profile.Name", "Petra Polyglot"), ("Profile.Language", "de"));
        var page = await visitor.GetPageAsync("/account");

        saved.StatusCode.Should().Be(HttpStatusCode.Redirect);
        page.QuerySelector("h1")!.TextContent.Should().Be("Ihr Konto");
        page.QuerySelector("#Profile_Name")!.GetAttribute("value").Should().Be("Petra Polyglot");
        page.QuerySelector("[role=status]")!.TextContent.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_changed_password_replaces_the_old_one()
    {
        using var visitor = await NewcomerAsync("changing@test.example");

        using var changed = await ChangeAsync(visitor, CrmRoiApp.Password, "another five words here", "another five words here");

        changed.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var other = app.Visit();
        using var old = await other.SignInAsync("changing@test.example", CrmRoiApp.Password);
        old.StatusCode.Should().Be(HttpStatusCode.OK);
        using var fresh = await other.SignInAsync("changing@test.example", "another five words here");
        fresh.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("wrong present one", "another five words here", "another five words here", "Password_Present-error", "This is not your present password.")]
    [InlineData(CrmRoiApp.Password, "short", "short", "Password_Chosen-error", "A password needs at least 12 characters.")]
    [InlineData(CrmRoiApp.Password, "crmroi-demo-2026", "crmroi-demo-2026", "Password_Chosen-error", "Everybody knows the password of the demo. Choose another one.")]
    [InlineData(CrmRoiApp.Password, "another five words here", "something else entirely", "Password_Repeated-error", "The two are not the same.")]
    [InlineData(CrmRoiApp.Password, "", "", "Password_Chosen-error", "This is needed.")]
    public async Task A_password_that_cannot_be_is_refused_at_its_field(string present, string chosen, string repeated, string field, string sentence)
    {
        var visitor = await app.SignInAsync(Roles.Cfo);

        using var response = await ChangeAsync(visitor, present, chosen, repeated);
        var page = await Visitor.ReadAsync(response);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        page.QuerySelector("#" + field)!.TextContent.Should().Be(sentence);
    }

    private static Task<HttpResponseMessage> ChangeAsync(Visitor visitor, string present, string chosen, string repeated) => visitor.SubmitAsync(
        "/account", "[data-testid=password-form]", ("Password.Present", present), ("Password.Chosen", chosen), ("Password.Repeated", repeated));

    private async Task<Visitor> NewcomerAsync(string email)
    {
        await app.AddUserAsync(email, Roles.Manager);
        var visitor = app.Visit();
        using var response = await visitor.SignInAsync(email, CrmRoiApp.Password);
        return visitor;
    }
}
