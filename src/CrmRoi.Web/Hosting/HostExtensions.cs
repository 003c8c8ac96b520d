using CrmRoi.Web.Tables;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;

namespace CrmRoi.Web.Hosting;

public static class HostExtensions
{
    private const long LargestBodyInBytes = 4 * 1024 * 1024;

    /// <summary>Settings, static files and limits that hold wherever the program is started from.</summary>
    /// <remarks>A page that takes larger files raises the limit for itself with <c>[RequestSizeLimit]</c>.</remarks>
    public static void AddHost(this WebApplicationBuilder builder, string[] args)
    {
        // appsettings.json names an address, which would otherwise win over ASPNETCORE_URLS.
        builder.Configuration.AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args);

        // From build output the files lie in the source folder, in every environment; a published program has no such manifest.
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBodyInBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.MaxConcurrentConnections = 1_000;
        });
    }

    /// <summary>What every request passes, in order, and what answers it.</summary>
    public static void UseCrmRoi(this WebApplication app)
    {
        app.UseSecurity();
        app.UseRequestLog();
        app.UseErrorPages();
        app.UseReaderCulture();
        app.UseRouting();
        app.UseAccounts();
        app.UseTableFiles();
        app.MapHealth();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
    }
}
