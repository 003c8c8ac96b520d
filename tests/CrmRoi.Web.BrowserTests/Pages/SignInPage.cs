using CrmRoi.Web.Tests;
using Microsoft.Playwright;

namespace CrmRoi.Web.BrowserTests.Pages;

/// <summary>The page that signs people in.</summary>
public sealed class SignInPage(IPage page)
{
    public ILocator Problem => page.GetByTestId("problem");

    public async Task<SignInPage> OpenAsync(string returnUrl = "/account")
    {
        await page.GotoAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        return this;
    }

    public async Task SignInAsync(string email, string password)
    {
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByTestId("sign-in").ClickAsync();
    }

    /// <summary>Signs in as the fixture's user of a role and ends on a page.</summary>
    public async Task SignInAsAsync(string role, string returnUrl)
    {
        await OpenAsync(returnUrl);
        await SignInAsync(CrmRoiApp.EmailOf(role), CrmRoiApp.Password);
        await page.WaitForURLAsync("**" + returnUrl);
    }
}
