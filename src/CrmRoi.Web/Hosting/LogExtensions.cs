using System.Diagnostics;
using Serilog;
using Serilog.Context;

namespace CrmRoi.Web.Hosting;

public static class LogExtensions
{
    /// <summary>Logs go where the section <c>Serilog</c> of the settings says.</summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var logger = new LoggerConfiguration()
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .CreateLogger();

        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);
    }

    /// <summary>One line per request, and the request's id on every line written while it is answered.</summary>
    /// <remarks>Only method, path, status and time are written: query values, bodies and cookies may be personal data.</remarks>
    public static void UseRequestLog(this WebApplication app) =>
        app.Use(async (context, next) =>
        {
            using var _ = LogContext.PushProperty("RequestId", context.TraceIdentifier);
            var (method, path) = (context.Request.Method, context.Request.Path.Value);
            var started = Stopwatch.GetTimestamp();

            try
            {
                await next(context);
            }
            finally
            {
                app.Logger.LogInformation(
                    "{Method} {Path} answered {Status} in {Elapsed:0} ms",
                    method,
                    path,
                    context.Response.StatusCode,
                    Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        });
}
