namespace CrmRoi.Web.Hosting;

public static class ErrorPageExtensions
{
    /// <summary>People get a page that says what to do next; programs that call the API get the bare status.</summary>
    public static void UseErrorPages(this WebApplication app) =>
        app.UseWhen(
            context => !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal),
            pages => pages
                .UseExceptionHandler("/error/500")
                .UseStatusCodePagesWithReExecute("/error/{0}"));
}
