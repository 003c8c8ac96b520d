using CrmRoi.Data;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CrmRoi.Web.Pages.Import;

/// <summary>Lets a page take larger requests than others; beyond that it is asked again, with a sentence, before anything is read.</summary>
/// <remarks>Comes before the check of the form's token, which reads the body and could only say that it is wrong.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LargestUploadAttribute(int megabytes) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    // What the form adds to its files: names, token, boundaries.
    private const int Overhead = 64 * 1024;
    private const int LongestField = 64 * 1024;
    private const int MostFields = 5_000;

    // Of what is larger than so many times the limit, nothing is read.
    private const int MostPassedOver = 10;

    public int Order => 500;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var limit = (megabytes * 1024L * 1024L) + Overhead;
        var request = context.HttpContext.Request;
        if (request.ContentLength > limit)
        {
            context.Result = new RedirectResult($"{request.PathBase}{request.Path}?handler=TooLarge");
            await PassOverAsync(context.HttpContext, limit * MostPassedOver);
            return;
        }

        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit;
        }

        context.HttpContext.Features.Set<IFormFeature>(new FormFeature(
            request, new FormOptions { MultipartBodyLengthLimit = limit, ValueLengthLimit = LongestField, ValueCountLimit = MostFields }));
        try
        {
            _ = request.HasFormContentType ? await request.ReadFormAsync(context.HttpContext.RequestAborted) : null;
        }
        catch (IOException problem) when (DiskFull.Is(problem))
        {
            context.Result = new RedirectResult($"{request.PathBase}{request.Path}?handler=NoRoom");
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException)
        {
            // Whoever needs the form asks for it again, and is told the same.
        }
    }

    // A browser that is cut off while it sends shows that, and not the answer.
    private static async Task PassOverAsync(HttpContext http, long most)
    {
        if (http.Request.ContentLength > most || http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } size)
        {
            return;
        }

        size.MaxRequestBodySize = most;
        try
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException)
        {
            // Whoever sent it is gone.
        }
    }
}
