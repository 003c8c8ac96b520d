using CrmRoi.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrmRoi.Web.Pages;

/// <summary>What people see instead of a bare status; the request runs through here again with its own method.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    /// <summary>The status that the answer has; 404 for one that is not an error.</summary>
    public int Code { get; private set; }

    /// <summary>Where a form is to be sent once more that could not be saved because somebody else was writing or the disk was full; none where there is no such form.</summary>
    public string? Again { get; private set; }

    /// <summary>What was typed into it, field by field.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Typed { get; private set; } = [];

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Code = int.TryParse(RouteData.Values["code"] as string, out var code) && code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
        var failed = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        if (failed is not null && BusyDatabase.Is(failed.Error))
        {
            Code = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = "30";
            Keep(failed.Path);
        }
        else if (failed is not null && DiskFull.Is(failed.Error))
        {
            Code = StatusCodes.Status507InsufficientStorage;
            Keep(failed.Path);
        }

        Response.StatusCode = Code;
    }

    // Neither files nor passwords are written into a page.
    private void Keep(string path)
    {
        if (HttpMethods.IsPost(Request.Method) && Request.HasFormContentType && Request.Form.Files.Count == 0
            && !Request.Form.Keys.Any(key => key.Contains("password", StringComparison.OrdinalIgnoreCase)))
        {
            Again = $"{Request.PathBase}{path}{Request.QueryString}";
            Typed = [.. Request.Form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))];
        }
    }
}
