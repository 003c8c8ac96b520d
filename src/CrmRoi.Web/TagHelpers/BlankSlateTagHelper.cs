using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CrmRoi.Web.TagHelpers;

/// <summary>What a panel shows when there is nothing: what is missing, and what to do next.</summary>
[HtmlTargetElement("blank-slate")]
public sealed class BlankSlateTagHelper : TagHelper
{
    public required string Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "blank");
        output.PreContent.SetHtmlContent("<p class=\"blank-title\">").Append(Title).AppendHtml("</p>");
    }
}
