using System.Net;
using CrmRoi.Data;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Tests.Accounts;

public sealed class UserAdministrationTests(CrmRoiApp app) : IClassFixture<CrmRoiApp>
{
    [Fact]
    public async Task Who_is_invited_gets_a_password_that_opens_only_the_page_that_changes_it()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        var password = await InviteAsync(admin, "new@test.example", Roles.Cfo);
        using var newcomer = app.Visit();
        using var signedIn = await newcomer.SignInAsync("new@test.example", password);
        using var elsewhere = await newcomer.GetAsync("/metrics");
        using var changed = await newcomer.SubmitAsync(
            "/account", "[data-testid=password-form]", ("Password.Present", password), ("Password.Chosen", "a password of my own"), ("Password.Repeated", "a password of my own"));
        var account = await newcomer.GetPageAsync("/account");

        password.Should().HaveLength(16);
        signedIn.StatusCode.Should().Be(HttpStatusCode.Redirect);
        elsewhere.StatusCode.Should().NotBe(HttpStatusCode.OK);
        changed.StatusCode.Should().Be(HttpStatusCode.Redirect);
        account.QuerySelector("[data-testid=must-change]").Should().BeNull();
        account.QuerySelector("[data-testid=profile-form]").Should().NotBeNull();
    }

    [Fact]
    public async Task A_password_is_shown_once_and_never_kept_in_a_page()
    {
        var admin = await app.SignInAsync(Roles.Admin);

        var password = await InviteAsync(admin, "once@test.example", Roles.Manager);
        var page = await admin.GetPageAsync("/admin/users");

        page.Body!.TextContent.Should().Contain("once@test.example").And.NotContain(password);
    }

    [Theory]
    [InlineData("admin@test.example", "Manager", "Invite_Email-error", "Somebody has this e-mail address already.")]
    [InlineData("not an address", "Manager", "Invite_Email-error", "This is not an e-mail address.")]
    [InlineData("fine@test.example", "Owner", "Invite_Role-error", "This is not one of the choices.")]
    public async Task An_invitation_that_cannot_be_is_refused_at_its_field(string email, string role, string field, string sentence)
    {
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync("/admin/users", "[data-testid=invite-form]", ("Invite.Name", "Nobody"), ("Invite.Email", email), ("Invite.Role", role));
        var page = await Visitor.ReadAsync(response);

        page.QuerySelector("#" + field)!.TextContent.Should().Be(sentence);
        page.QuerySelector("[data-testid=one-time-password]").Should().BeNull();
    }

    [Fact]
    public async Task Who_is_locked_is_out_within_a_minute_and_in_again_when_unlocked()
    {
        await app.AddUserAsync("locked@test.example", Roles.Manager);
        var admin = await app.SignInAsync(Roles.Admin);
        using var visitor = app.Visit();
        using var before = await visitor.SignInAsync("locked@test.example", CrmRoiApp.Password);

        using var locked = await admin.SubmitAsync("/admin/users", await ButtonAsync("locked@test.example", "Lock"));
        app.Clock.Now += TimeSpan.FromMinutes(2);
        using var refused = await visitor.GetAsync("/account");
        using var unlocked = await admin.SubmitAsync("/admin/users", await ButtonAsync("locked@test.example", "Unlock"));
        using var again = await visitor.SignInAsync("locked@test.example", CrmRoiApp.Password);

        before.StatusCode.Should().Be(HttpStatusCode.Redirect);
        refused.StatusCode.Should().Be(HttpStatusCode.Redirect);
        refused.Headers.Location!.OriginalString.Should().Contain("/account/sign-in");
        again.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_role_is_changed()
    {
        await app.AddUserAsync("rising@test.example", Roles.Manager);
        var admin = await app.SignInAsync(Roles.Admin);

        using var response = await admin.SubmitAsync("/admin/users", await ButtonAsync("rising@test.example", "Role"), ("role", Roles.Cfo));

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await RoleAsync("rising@test.example")).Should().Be(Roles.Cfo);
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        var admin = await app.SignInAsync(Roles.Admin);
        var self = CrmRoiApp.EmailOf(Roles.Admin);

        using var demoted = await admin.SubmitAsync("/admin/users", await ButtonAsync(self, "Role"), ("role", Roles.Manager));
        var page = await admin.GetPageAsync("/admin/users");
        using var locked = await admin.SubmitAsync("/admin/users", await ButtonAsync(self, "Lock"));

        page.QuerySelector("[role=alert]")!.TextContent.Should().StartWith("Somebody must be left");
        (await RoleAsync(self)).Should().Be(Roles.Admin);
        (await app.ReadAsync(context => context.Users.SingleAsync(user => user.Email == self))).LockoutEnd.Should().BeNull();
    }

    private static async Task<string> InviteAsync(Visitor admin, string email, string role)
    {
        using var response = await admin.SubmitAsync("/admin/users", "[data-testid=invite-form]", ("Invite.Name", "Nina New"), ("Invite.Email", email), ("Invite.Role", role));
        return (await Visitor.ReadAsync(response)).QuerySelector("[data-testid=one-time-password] code")!.TextContent;
    }

    // The forms of a user's row: that of the role, then those of the buttons.
    private async Task<string> ButtonAsync(string email, string handler)
    {
        var row = $"[data-email='{email}']";
        var page = await app.GetPageAsync("/admin/users");
        page.QuerySelector(row).Should().NotBeNull();
        return handler == "Role" ? $"{row} form.control" : $"{row} [formaction$='handler={handler}']";
    }

    private Task<string?> RoleAsync(string email) => app.ReadAsync(context => (
        from user in context.Users
        join link in context.UserRoles on user.Id equals link.UserId
        join role in context.Roles on link.RoleId equals role.Id
        where user.Email == email
        select role.Name).SingleOrDefaultAsync());
}
