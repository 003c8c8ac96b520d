using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CrmRoi.Web.TagHelpers;

/// <summary>What to know before a figure is quoted, or a notice about the page.</summary>
[HtmlTargetElement("page-note")]
public sealed class PageNoteTagHelper : TagHelper
{
    public string? Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "section";
        output.Attributes.SetAttribute("class", "card notes");
        if (Title is not null)
        {
            output.PreContent.SetHtmlContent("<h2>").Append(Title).AppendHtml("</h2>");
        }
    }
}
