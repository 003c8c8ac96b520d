namespace CrmRoi.Web.Pages.Shared;

/// <summary>Addresses that people type and others follow.</summary>
public static class Links
{
    /// <summary>Whether a text is an address of the web: nothing else is ever written as a link.</summary>
    public static bool IsAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
