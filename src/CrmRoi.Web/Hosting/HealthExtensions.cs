using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace CrmRoi.Web.Hosting;

public static class HealthExtensions
{
    /// <summary>The tag of the checks that must pass before requests are sent here.</summary>
    public const string Ready = "ready";

    /// <summary>Live: the process answers. Ready: what it depends on answers too.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) })
            .AllowAnonymous();
    }
}
