using CrmRoi.Web.Tables;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CrmRoi.Web.TagHelpers;

/// <summary>Lets every table be taken away as CSV: a link under it, and its rows when that link is followed.</summary>
/// <remarks>A table without an id gets one by its place on the page. A table whose figures a file of their own gives more fully names it in <c>csv-file</c>.</remarks>
[HtmlTargetElement("table")]
public sealed class TableTagHelper(IUrlHelperFactory urls) : TagHelper
{
    private static readonly object Counted = new();

    /// <summary>The address of a file with more than the table shows; none for the table itself.</summary>
    public string? CsvFile { get; set; }

    /// <summary>Whether there is nothing to take away: the table is a part of a form, or shows a few lines of a file that somebody has.</summary>
    public bool NoFile { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (NoFile)
        {
            return;
        }

        var http = ViewContext.HttpContext;
        var id = IdOf(http, output);
        var content = await output.GetChildContentAsync();
        if (TableFile.AskedBy(http) == id)
        {
            TableFile.Keep(http, content.GetContent());
        }

        var sprite = urls.GetUrlHelper(ViewContext).Content("~/icons.svg");
        output.PostElement.AppendHtml("<p class=\"take\"><a class=\"button plain small\" rel=\"nofollow\" download data-csv href=\"").Append(CsvFile ?? AddressOf(http.Request, id))
            .AppendHtml("\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"").Append($"{sprite}#download").AppendHtml("\"></use></svg> CSV</a></p>");
    }

    private static string IdOf(HttpContext context, TagHelperOutput output)
    {
        if (output.Attributes.TryGetAttribute("id", out var given) && given.Value?.ToString() is { Length: > 0 } id)
        {
            return id;
        }

        var number = context.Items[Counted] is int count ? count + 1 : 1;
        context.Items[Counted] = number;
        var made = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"table-{number}");
        output.Attributes.SetAttribute("id", made);
        return made;
    }

    private static string AddressOf(HttpRequest request, string id)
    {
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key != TableFile.Name)) { { TableFile.Name, id } };
        return request.PathBase.Add(request.Path).ToUriComponent() + query.ToQueryString();
    }
}
