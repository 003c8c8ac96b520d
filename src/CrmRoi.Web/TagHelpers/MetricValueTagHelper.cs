using CrmRoi.Metrics;
using CrmRoi.Reports;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CrmRoi.Web.TagHelpers;

/// <summary>A metric's answer in its unit, with what it rests on; where there is none a dash, and why.</summary>
[HtmlTargetElement("metric-value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MetricValueTagHelper(Formats formats, DomainText text) : TagHelper
{
    public required Metric Metric { get; set; }

    public required Reading Reading { get; set; }

    /// <summary>The currency of money, by ISO 4217.</summary>
    public required string Currency { get; set; }

    /// <summary>Writes "of 412 closed deals" under it.</summary>
    public bool Denominator { get; set; }

    /// <summary>Why it has no answer; without it what the metric itself says.</summary>
    public string? Why { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var written = new MetricFormats(formats, text, Currency);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetContent(written.Value(Metric, Reading.Value));
        if (Reading.Value is null)
        {
            var why = Why ?? text.Undefined(Metric);
            output.Attributes.SetAttribute("title", why);
            output.Content.AppendHtml("<span class=\"unseen\"> ").Append(why).AppendHtml("</span>");
        }

        if (Denominator && written.Denominator(Metric, Reading) is { } of)
        {
            output.PostElement.SetHtmlContent("<small>").Append(of).AppendHtml("</small>");
        }
    }
}
