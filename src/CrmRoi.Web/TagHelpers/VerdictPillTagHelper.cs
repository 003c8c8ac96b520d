using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CrmRoi.Web.TagHelpers;

/// <summary>A verdict as a shape and a word, never by colour alone.</summary>
[HtmlTargetElement("verdict-pill", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class VerdictPillTagHelper : TagHelper
{
    /// <summary>better, worse, unclear, untested, incomparable, supported, inconclusive or not-enough-data.</summary>
    public required string Kind { get; set; }

    /// <summary>The word that the reader sees, in the reader's language.</summary>
    public required string Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (shape, tone) = Kind switch
        {
            "better" => ("▲", "pill up"),
            "worse" => ("▼", "pill down"),
            "unclear" => ("◆", "pill"),
            "untested" => ("◌", "pill"),
            "incomparable" => ("○", "pill"),
            "supported" => ("●", "pill up"),
            "inconclusive" => ("◐", "pill"),
            "not-enough-data" => ("◌", "pill"),
            _ => throw new InvalidOperationException($"There is no verdict '{Kind}'."),
        };

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", tone);
        output.Content.SetHtmlContent("<i aria-hidden=\"true\">").Append(shape).AppendHtml("</i> ").Append(Text);
    }
}
