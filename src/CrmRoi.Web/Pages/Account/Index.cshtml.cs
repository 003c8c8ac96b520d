using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;
using CrmRoi.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Account;

public sealed class ProfileInput
{
    [Display(Name = "Name"), Required, StringLength(Limits.Name)]
    public string Name { get; init; } = "";

    [Display(Name = "Language"), RegularExpression("en|de")]
    public string? Language { get; init; }
}

public sealed class PasswordInput
{
    [Display(Name = "Present password"), Required, StringLength(256)]
    public string Present { get; init; } = "";

    [Display(Name = "New password"), Required, StringLength(256)]
    public string Chosen { get; init; } = "";

    [Display(Name = "New password again"), Required, StringLength(256), Compare(nameof(Chosen), ErrorMessage = "The two are not the same.")]
    public string Repeated { get; init; } = "";
}

public sealed class IndexModel(UserManager<User> users, SignInManager<User> signIn, IStringLocalizer<FormTexts> texts) : PageModel
{
    public ProfileInput Profile { get; private set; } = new();

    public PasswordInput Password { get; private set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public bool MustChangePassword => OneTimePassword.IsOf(User);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() is null ? Challenge() : Page();

    public async Task<IActionResult> OnPostProfileAsync([FromForm(Name = nameof(Profile))] ProfileInput profile)
    {
        if (await LoadAsync() is not { } user)
        {
            return Challenge();
        }

        Profile = profile;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        (user.DisplayName, user.Culture) = (profile.Name.Trim(), profile.Language);
        return await DoneAsync(await users.UpdateAsync(user), user, texts["Your account is saved."]);
    }

    public async Task<IActionResult> OnPostPasswordAsync([FromForm(Name = nameof(Password))] PasswordInput password)
    {
        if (await LoadAsync() is not { } user)
        {
            return Challenge();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await users.ChangePasswordAsync(user, password.Present, password.Chosen);
        if (result.Succeeded)
        {
            await OneTimePassword.UnmarkAsync(users, user);
        }

        return await DoneAsync(result, user, texts["Your password is changed. It holds from now on."]);
    }

    private async Task<User?> LoadAsync()
    {
        var user = await users.GetUserAsync(User);
        Profile = new() { Name = user?.DisplayName ?? "", Language = user?.Culture };
        return user;
    }

    private async Task<IActionResult> DoneAsync(IdentityResult result, User user, string message)
    {
        if (!result.Succeeded)
        {
            foreach (var error in result.Errors)
            {
                ModelState.AddModelError(FieldOf(error.Code), error.Description);
            }

            return Page();
        }

        await signIn.RefreshSignInAsync(user);
        ReaderLanguage.Remember(HttpContext, user.Culture);
        StatusMessage = message;
        return RedirectToPage();
    }

    private static string FieldOf(string code) => code switch
    {
        nameof(IdentityErrorDescriber.PasswordMismatch) => "Password.Present",
        _ when code.StartsWith("Password", StringComparison.Ordinal) => "Password.Chosen",
        _ => "",
    };
}
