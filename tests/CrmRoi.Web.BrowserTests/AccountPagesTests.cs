using CrmRoi.Data;
using CrmRoi.Web.BrowserTests.Pages;

namespace CrmRoi.Web.BrowserTests;

public sealed class AccountPagesTests(BrowserApp app) : BrowserTest(app), IClassFixture<BrowserApp>
{
    public static TheoryData<int> Views => [0, 1, 2, 3];

    [Fact]
    public Task Somebody_signs_in_and_out() => InBrowserAsync(async page =>
    {
        await new SignInPage(page).SignInAsAsync(Roles.Manager, "/account");

        (await page.Locator("h1").TextContentAsync()).Should().Be("Your account");
        await page.Locator(".who summary").ClickAsync();
        await page.GetByText("Sign out").ClickAsync();
        await page.WaitForURLAsync("**/account/sign-in");
    });

    [Fact]
    public Task A_wrong_password_is_told_in_words() => InBrowserAsync(async page =>
    {
        var signIn = await new SignInPage(page).OpenAsync();

        await signIn.SignInAsync("admin@test.example", "not the password");

        (await signIn.Problem.TextContentAsync()).Should().Contain("That did not work");
        await LooksRightAsync(page, "sign-in-refused", View.Desk);
    });

    [Theory]
    [MemberData(nameof(Views))]
    public Task The_sign_in_page_looks_right(int view) => InBrowserAsync(
        async page =>
        {
            await new SignInPage(page).OpenAsync();

            await LooksRightAsync(page, "sign-in", View.All[view]);
        },
        View.All[view]);

    [Theory]
    [MemberData(nameof(Views))]
    public Task The_account_page_looks_right(int view) => InBrowserAsync(
        async page =>
        {
            await new SignInPage(page).SignInAsAsync(Roles.Cfo, "/account");

            await LooksRightAsync(page, "account", View.All[view]);
        },
        View.All[view]);

    [Theory]
    [MemberData(nameof(Views))]
    public Task The_list_of_users_looks_right(int view) => InBrowserAsync(
        async page =>
        {
            await new SignInPage(page).SignInAsAsync(Roles.Admin, "/admin/users");

            await LooksRightAsync(page, "users", View.All[view]);
        },
        View.All[view]);

    [Fact]
    public Task Dark_is_dark_and_light_is_light() => InBrowserAsync(async page =>
    {
        await new SignInPage(page).OpenAsync();

        var background = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

        background.Should().Be("rgb(13, 18, 24)");
    }, View.DeskAtNight);
}
