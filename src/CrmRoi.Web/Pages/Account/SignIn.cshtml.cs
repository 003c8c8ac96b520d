using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;
using CrmRoi.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Account;

public sealed class SignInInput
{
    [Display(Name = "E-mail address"), Required, StringLength(256)]
    public string Email { get; init; } = "";

    [Display(Name = "Password"), Required, StringLength(256)]
    public string Password { get; init; } = "";
}

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SignInModel(SignInManager<User> signIn, IPasswordHasher<User> hasher, SignInLimiter limiter, DemoMode demo, IStringLocalizer<FormTexts> texts)
    : PageModel
{
    [BindProperty]
    public SignInInput Input { get; init; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; init; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Back() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!limiter.Allows(HttpContext.Connection.RemoteIpAddress?.ToString(), Input.Email))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", texts["Too many tries. Wait a minute, then try again."]);
            return Page();
        }

        if (await MatchAsync() is not { } user)
        {
            // One sentence for every reason: who has an account here is nobody's business.
            ModelState.AddModelError("", texts["That did not work: the address or the password is wrong, or the account is locked."]);
            return Page();
        }

        await signIn.SignInAsync(user, isPersistent: false);
        ReaderLanguage.Remember(HttpContext, user.Culture);
        return Back();
    }

    private async Task<User?> MatchAsync()
    {
        if (await signIn.UserManager.FindByNameAsync(Input.Email.Trim()) is not { } user)
        {
            hasher.HashPassword(new User(), Input.Password); // takes as long as for a user who is there
            return null;
        }

        var result = await signIn.CheckPasswordSignInAsync(user, Input.Password, lockoutOnFailure: true);
        return result.Succeeded && demo.Accepts(Input.Password) ? user : null;
    }

    private LocalRedirectResult Back() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "~/");
}
