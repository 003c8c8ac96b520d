using CrmRoi.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace CrmRoi.Web.Hosting;

/// <summary>Who may do what. What names none of these is for everybody who is signed in and has a role.</summary>
public static class Policies
{
    /// <summary>Administrators.</summary>
    public const string Administration = "Administration";

    /// <summary>Those who may see what the CRM costs, item by item: administrators and the CFO.</summary>
    public const string Money = "Money";

    /// <summary>Read by those of <see cref="Money"/>, changed by those of <see cref="Administration"/>.</summary>
    public const string MoneyReading = "MoneyReading";

    public static void AddPolicies(this IServiceCollection services)
    {
        var everybody = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(Roles.All).Build();

        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(everybody)
            .SetFallbackPolicy(everybody)
            .AddPolicy(Administration, policy => policy.RequireRole(Roles.Admin))
            .AddPolicy(Money, policy => policy.RequireRole(Roles.Admin, Roles.Cfo))
            .AddPolicy(MoneyReading, policy => policy.RequireAuthenticatedUser().RequireAssertion(MayReadMoney));
    }

    private static bool MayReadMoney(AuthorizationHandlerContext context) =>
        context.User.IsInRole(Roles.Admin) || (context.User.IsInRole(Roles.Cfo) && context.Resource is HttpContext http && IsReading(http.Request.Method));

    private static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}

/// <summary>Gives every page the policy of the folder that it lies in, so that a new page is never open by oversight.</summary>
internal sealed class PagePolicies : IPageApplicationModelConvention
{
    private static readonly (string Folder, string Policy)[] Folders =
    [
        ("/Admin/Costs", Policies.MoneyReading), // before its parent
        ("/Admin/Benefits", Policies.MoneyReading),
        ("/Admin/Assumptions", Policies.Money), // the CFO decides there; what only administrators may do is refused by its handler
        ("/Admin", Policies.Administration),
        ("/Import", Policies.Administration),
    ];

    public void Apply(PageApplicationModel model)
    {
        if (Array.Find(Folders, folder => IsIn(model.ViewEnginePath, folder.Folder)) is (_, { } policy))
        {
            model.EndpointMetadata.Add(new AuthorizeAttribute(policy));
        }
    }

    private static bool IsIn(string page, string folder) => new PathString(page).StartsWithSegments(folder, StringComparison.OrdinalIgnoreCase);
}
