using System.Net;
using CrmRoi.Data;
using CrmRoi.Web.Hosting;

namespace CrmRoi.Web.Tests.Accounts;

public sealed class SignInTests(CrmRoiApp app) : IClassFixture<CrmRoiApp>
{
    [Fact]
    public async Task Leads_back_to_the_page_that_was_asked_for()
    {
        using var visitor = app.Visit();

        using var refused = await visitor.GetAsync("/admin/users");
        using var response = await visitor.SignInAsync(CrmRoiApp.EmailOf(Roles.Admin), CrmRoiApp.Password, "/admin/users");

        refused.Headers.Location!.PathAndQuery.Should().Be("/account/sign-in?returnUrl=%2Fadmin%2Fusers");
        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.Should().Be("/admin/users");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Never_leads_to_another_site(string returnUrl)
    {
        using var visitor = app.Visit();

        using var response = await visitor.SignInAsync(CrmRoiApp.EmailOf(Roles.Manager), CrmRoiApp.Password, returnUrl);

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.Should().Be("/");
    }

    [Fact]
    public async Task Says_the_same_to_a_wrong_password_and_to_a_stranger()
    {
        using var visitor = app.Visit();

        using var wrong = await visitor.SignInAsync(CrmRoiApp.EmailOf(Roles.Cfo), "not the password");
        using var stranger = await visitor.SignInAsync("stranger@test.example", "not the password");

        var words = await ProblemAsync(wrong);
        words.Should().StartWith("That did not work");
        (await ProblemAsync(stranger)).Should().Be(words);
    }

    [Fact]
    public async Task An_account_is_locked_after_five_wrong_passwords_even_for_the_right_one()
    {
        await app.AddUserAsync("forgetful@test.example", Roles.Manager);
        using var visitor = app.Visit();

        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await visitor.SignInAsync("forgetful@test.example", "not the password");
        }

        using var right = await visitor.SignInAsync("forgetful@test.example", CrmRoiApp.Password);

        right.StatusCode.Should().Be(HttpStatusCode.OK);
        (await ProblemAsync(right)).Should().StartWith("That did not work");
        var user = await app.ReadAsync(context => Task.FromResult(context.Users.Single(u => u.Email == "forgetful@test.example")));
        user.LockoutEnd.Should().NotBeNull();
    }

    [Fact]
    public async Task Too_many_tries_in_a_minute_are_told_to_wait()
    {
        using var visitor = app.Visit();

        for (var attempt = 0; attempt < 10; attempt++)
        {
            using var wrong = await visitor.SignInAsync("guessed@test.example", "not the password");
            wrong.StatusCode.Should().Be(HttpStatusCode.OK);
        }

        using var tooMany = await visitor.SignInAsync("Guessed@test.example", "not the password");

        tooMany.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        (await ProblemAsync(tooMany)).Should().StartWith("Too many tries");
    }

    [Fact]
    public async Task The_password_of_the_demo_opens_nothing_without_the_demo()
    {
        await app.SeedAsync(async services =>
        {
            var context = (CrmRoiContext)services.GetService(typeof(CrmRoiContext))!;
            var user = new User { UserName = "left@test.example", NormalizedUserName = "LEFT@TEST.EXAMPLE", SecurityStamp = "stamp" };
            user.PasswordHash = new Microsoft.AspNetCore.Identity.PasswordHasher<User>().HashPassword(user, DemoMode.Password);
            context.Add(user);
            await context.SaveChangesAsync();
        });
        using var visitor = app.Visit();

        using var response = await visitor.SignInAsync("left@test.example", DemoMode.Password);

        (await ProblemAsync(response)).Should().StartWith("That did not work");
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await app.AddUserAsync("leaving@test.example", Roles.Manager);
        using var visitor = app.Visit();
        using var signedIn = await visitor.SignInAsync("leaving@test.example", CrmRoiApp.Password);

        using var signedOut = await visitor.SubmitAsync("/account", "form[action='/account/sign-out']");
        using var afterwards = await visitor.GetAsync("/account");

        signedOut.Headers.Location!.OriginalString.Should().Be("/account/sign-in");
        afterwards.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_form_speaks_german()
    {
        using var visitor = app.Visit();

        var page = await visitor.GetPageAsync("/account/sign-in", "de-DE");

        page.QuerySelector("h1")!.TextContent.Should().Be("Anmelden");
        page.QuerySelector("label[for=Input_Email]")!.TextContent.Should().Be("E-Mail-Adresse");
    }

    private static async Task<string> ProblemAsync(HttpResponseMessage response) =>
        (await Visitor.ReadAsync(response)).QuerySelector("[data-testid=problem]")!.TextContent.Trim();
}
