using CrmRoi.Import.Csv;

namespace CrmRoi.Web.Tables;

/// <summary>A table of a page as a file: the same address with <c>csv=</c> and the table's id gives its rows as CSV.</summary>
/// <remarks>
/// The page is made as always, for whoever asks and with the same filters; only numbers and months are written so that programs read them:
/// see <see cref="CrmRoi.Reports.Formats"/>. So no table can be seen that cannot be taken away, and none can be taken away that may not be seen.
/// </remarks>
internal static class TableFile
{
    /// <summary>The name in the address.</summary>
    public const string Name = "csv";

    private const string Html = "text/html";

    private static readonly object Key = new();

    /// <summary>The id of the table that an address asks for; none for the page itself.</summary>
    public static string? AskedBy(HttpContext? context) =>
        context is not null && HttpMethods.IsGet(context.Request.Method) && context.Request.Query.TryGetValue(Name, out var id) && id.Count == 1 ? id[0] : null;

    /// <summary>Keeps the table that is asked for, from what the page writes of it.</summary>
    public static void Keep(HttpContext context, string html) => context.Items[Key] = html;

    /// <summary>Answers with the table in place of the page.</summary>
    public static void UseTableFiles(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (AskedBy(context) is not { } id)
        {
            await next(context);
            return;
        }

        var (body, page) = (context.Response.Body, new MemoryStream());
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        await AnswerAsync(context, id, page);
    });

    private static async Task AnswerAsync(HttpContext context, string id, MemoryStream page)
    {
        var response = context.Response;
        var isPage = response.StatusCode == StatusCodes.Status200OK && response.ContentType?.StartsWith(Html, StringComparison.OrdinalIgnoreCase) == true;
        if (isPage && context.Items[Key] is string html)
        {
            var (headers, rows) = TableText.Read(html);
            var file = CsvFile.Write(headers, rows);
            (response.ContentType, response.ContentLength) = ("text/csv; charset=utf-8", file.Length);
            response.Headers.ContentDisposition = $"attachment; filename=\"{NameOf(context.Request.Path, id)}.csv\"";
            await response.Body.WriteAsync(file, context.RequestAborted);
        }
        else if (isPage)
        {
            (response.StatusCode, response.ContentType) = (StatusCodes.Status404NotFound, null);
        }
        else
        {
            await response.Body.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length), context.RequestAborted);
        }
    }

    private static string NameOf(PathString path, string id) =>
        string.Concat($"{path.Value!.Trim('/')}-{id}".Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
}
