using Microsoft.AspNetCore.Localization;

namespace CrmRoi.Web.Hosting;

/// <summary>The language that a reader chose, kept in a cookie of this browser.</summary>
public static class ReaderLanguage
{
    public const string English = "en";

    public const string German = "de";

    public static bool IsKnown(string? language) => language is English or German;

    /// <summary>Writes pages in a language from the next request on; without one nothing changes.</summary>
    public static void Remember(HttpContext context, string? language)
    {
        if (CultureOf(language) is { } culture)
        {
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
                new()
                {
                    HttpOnly = true,
                    IsEssential = true,
                    MaxAge = TimeSpan.FromDays(365),
                    SameSite = SameSiteMode.Lax,
                    Secure = context.Request.IsHttps,
                });
        }
    }

    private static string? CultureOf(string? language) => language switch
    {
        English => "en-GB",
        German => "de-DE",
        _ => null,
    };
}
