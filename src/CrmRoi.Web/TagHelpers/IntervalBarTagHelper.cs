using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CrmRoi.Web.TagHelpers;

/// <summary>An interval and its point on a scale, drawn beside the words that say it.</summary>
[HtmlTargetElement("interval-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IntervalBarTagHelper : TagHelper
{
    public required decimal? Low { get; set; }

    public required decimal? Point { get; set; }

    public required decimal? High { get; set; }

    /// <summary>The left end of the scale.</summary>
    public required decimal Min { get; set; }

    /// <summary>The right end of the scale.</summary>
    public required decimal Max { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "range");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent("<rect class=\"track\" y=\"3\" width=\"100%\" height=\"6\" rx=\"3\"></rect>");

        if (Position(Low) is { } left && Position(High) is { } right)
        {
            output.Content.AppendHtml(
                $"<rect class=\"span\" x=\"{Written(left)}\" y=\"3\" width=\"{Written(right - left)}\" height=\"6\" rx=\"3\"></rect>");
        }

        if (Position(Point) is { } point)
        {
            output.Content.AppendHtml($"<rect class=\"point\" x=\"{Written(point)}\" width=\"3\" height=\"12\" rx=\"1.5\"></rect>");
        }
    }

    /// <summary>Percent of the way from the least to the most; what lies beyond the scale is drawn at its end.</summary>
    private decimal? Position(decimal? value) =>
        value is { } number && Max > Min ? Math.Clamp((number - Min) / (Max - Min) * 100, 0, 100) : null;

    private static string Written(decimal percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
