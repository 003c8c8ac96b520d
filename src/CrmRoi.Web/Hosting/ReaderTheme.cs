namespace CrmRoi.Web.Hosting;

/// <summary>Light or dark as the reader chose it; nothing chosen leaves it to the browser.</summary>
public static class ReaderTheme
{
    /// <summary>Also written by wwwroot/js/site.js.</summary>
    public const string CookieName = "crmroi-theme";

    public static string? Of(HttpRequest request) =>
        request.Cookies[CookieName] is { } theme && IsKnown(theme) ? theme : null;

    public static bool IsKnown(string? theme) => theme is "light" or "dark";
}
