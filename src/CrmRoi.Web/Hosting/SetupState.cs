using CrmRoi.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Hosting;

/// <summary>Whether there is a user: until then every page leads to the set-up, afterwards there is no set-up.</summary>
public sealed class SetupState(IDbContextFactory<CrmRoiContext> contexts) : IDisposable
{
    public const string Path = "/setup";

    private static readonly HashSet<string> OpenPages = ["/Setup", "/Preferences", "/Error"];

    private volatile bool isDone;

    /// <summary>Held while setting up, so that of two who do it at once one comes too late.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    public async ValueTask<bool> IsDoneAsync(CancellationToken cancellationToken)
    {
        if (!isDone)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            isDone = await context.Users.AnyAsync(cancellationToken);
        }

        return isDone;
    }

    public void Dispose() => Turn.Dispose();

    internal static async Task LeadToSetup(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not { } page
            || OpenPages.Contains(page.ViewEnginePath)
            || await context.RequestServices.GetRequiredService<SetupState>().IsDoneAsync(context.RequestAborted))
        {
            await next(context);
            return;
        }

        context.Response.Redirect(context.Request.PathBase + Path);
    }
}
