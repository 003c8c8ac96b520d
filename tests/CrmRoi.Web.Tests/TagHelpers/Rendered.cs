using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CrmRoi.Web.Tests.TagHelpers;

internal static class Rendered
{
    /// <summary>The markup that a tag helper writes around <paramref name="content"/>.</summary>
    public static string ToHtml(this TagHelper helper, string content = "")
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("x", [], (_, _) => Task.FromResult(new DefaultTagHelperContent().SetContent(content)));
        helper.Process(context, output);
        if (content.Length > 0 && !output.IsContentModified)
        {
            output.Content.SetContent(content);
        }

        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
