using System.Security.Claims;
using System.Security.Cryptography;
using CrmRoi.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrmRoi.Web.Pages.Account;

/// <summary>A password that an administrator hands over: whoever signs in with it sees only the page that changes it.</summary>
internal static class OneTimePassword
{
    private const int Length = 16;

    // Without letters and digits that look like others when written down.
    private const string Characters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static readonly Claim Mark = new("crmroi:one-time-password", "true");

    private static readonly HashSet<string> OpenPages = ["/Account/Index", "/Account/SignOut", "/Account/SignIn", "/Preferences", "/Error"];

    public static string Create() => RandomNumberGenerator.GetString(Characters, Length);

    public static bool IsOf(ClaimsPrincipal user) => user.HasClaim(Mark.Type, Mark.Value);

    public static Task<IdentityResult> MarkAsync(UserManager<User> users, User user) => users.AddClaimAsync(user, Mark);

    public static Task<IdentityResult> UnmarkAsync(UserManager<User> users, User user) => users.RemoveClaimAsync(user, Mark);

    /// <summary>Leads from every other page to the one that changes the password.</summary>
    public static Task LeadToChange(HttpContext context, RequestDelegate next)
    {
        if (!IsOf(context.User) || context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not { } page || OpenPages.Contains(page.ViewEnginePath))
        {
            return next(context);
        }

        context.Response.Redirect(context.Request.PathBase + "/account");
        return Task.CompletedTask;
    }
}
