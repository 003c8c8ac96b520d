using CrmRoi.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrmRoi.Web.Pages;

/// <summary>What the reader chose for this browser, kept in cookies; the forms for it are in the head of each page.</summary>
[AllowAnonymous]
public sealed class PreferencesModel : PageModel
{
    public IActionResult OnGet() => Redirect("~/");

    public IActionResult OnPostTheme(string? theme, string? returnUrl)
    {
        if (!ReaderTheme.IsKnown(theme))
        {
            return BadRequest();
        }

        // The script that switches without loading the page reads and writes it too.
        Response.Cookies.Append(ReaderTheme.CookieName, theme!, Cookie());
        return Back(returnUrl);
    }

    public IActionResult OnPostLanguage(string? language, string? returnUrl)
    {
        if (!ReaderLanguage.IsKnown(language))
        {
            return BadRequest();
        }

        ReaderLanguage.Remember(HttpContext, language);
        return Back(returnUrl);
    }

    private LocalRedirectResult Back(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "~/");

    private CookieOptions Cookie() => new()
    {
        HttpOnly = false,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = Request.IsHttps,
    };
}
