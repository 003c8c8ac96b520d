using CrmRoi.Data;
using CrmRoi.Web.Pages.Account;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace CrmRoi.Web.Hosting;

public static class AccountExtensions
{
    public const string SignInPath = "/account/sign-in";

    private const int ShortestPassword = 12;

    /// <summary>Users, their roles, and the cookie that says who somebody is.</summary>
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddIdentity<User, IdentityRole>(Configure)
            .AddEntityFrameworkStores<CrmRoiContext>()
            .AddErrorDescriber<AccountErrors>()
            .AddPasswordValidator<DemoPasswordValidator>()
            .AddDefaultTokenProviders();
        builder.Services.ConfigureApplicationCookie(Configure);
        // A user who was locked or was given another role is asked for at most this long by the old cookie.
        builder.Services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        builder.Services.AddPolicies();
        builder.Services.AddSingleton<SignInLimiter>();
        builder.Services.AddOptions<SignInLimits>().BindConfiguration(SignInLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<SetupState>();
        builder.Services.AddScoped<UserAdministration>();
        builder.Services.AddDataProtection()
            .SetApplicationName("CrmRoi")
            .PersistKeysToFileSystem(new DirectoryInfo(builder.Configuration["Keys:Folder"] ?? Path.Combine("data", "keys")));
    }

    /// <summary>Who asks, and whether they may: nothing is open unless it says so.</summary>
    public static void UseAccounts(this WebApplication app)
    {
        app.Use(RefuseUnknownAddresses);
        app.Use(SetupState.LeadToSetup);
        app.UseAuthentication();
        app.Use(OneTimePassword.LeadToChange);
        app.UseAuthorization();
    }

    // What nothing answers is 404 for everybody: the fallback policy would send strangers to sign in for it.
    private static Task RefuseUnknownAddresses(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not null)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.Password.RequiredLength = ShortestPassword;
        options.Password.RequiredUniqueChars = 5;
        // Length is what counts: rules about kinds of characters make passwords that are written on paper.
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "crmroi-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.LogoutPath = "/account/sign-out";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized, () => context.Response.Redirect(context.RedirectUri));
        options.Events.OnRedirectToAccessDenied = context =>
            Answer(context, StatusCodes.Status403Forbidden, () => context.Response.StatusCode = StatusCodes.Status403Forbidden);
    }

    // Programs get the bare status, people a page.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status, Action toPeople)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || WantsJson(context.Request))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            toPeople();
        }

        return Task.CompletedTask;
    }

    private static bool WantsJson(HttpRequest request)
    {
        var accepted = request.Headers.Accept.ToString();
        return accepted.Contains("json", StringComparison.OrdinalIgnoreCase) && !accepted.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }
}
