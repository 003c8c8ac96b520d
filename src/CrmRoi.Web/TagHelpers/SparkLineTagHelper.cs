using System.Globalization;
using System.Text;
using CrmRoi.Reports;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CrmRoi.Web.TagHelpers;

/// <summary>A small line without an axis: grey before, accent after, a gap where a month is undefined.</summary>
[HtmlTargetElement("spark-line", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SparkLineTagHelper : TagHelper
{
    private const decimal Width = 120;
    private const decimal Height = 26;
    private const decimal Margin = 4;

    public required IReadOnlyList<decimal?> Values { get; set; }

    /// <summary>The position of the first value after go-live; nothing when all are of one time.</summary>
    public int? SplitAt { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Values.Count(value => value is not null) < 2)
        {
            output.TagName = "span";
            output.TagMode = TagMode.StartTagAndEndTag;
            output.Attributes.SetAttribute("class", "muted");
            output.Content.SetContent(Formats.Undefined);
            return;
        }

        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "spark");
        output.Attributes.SetAttribute("viewBox", "0 0 120 26");
        output.Attributes.SetAttribute("aria-hidden", "true");

        var split = SplitAt is > 0 && SplitAt < Values.Count ? SplitAt : null;
        if (split is { } at)
        {
            var x = Written(Across(at));
            output.Content.AppendHtml($"<line class=\"golive\" x1=\"{x}\" x2=\"{x}\" y1=\"1\" y2=\"25\"></line>");
        }

        Append(output, "before", 0, split ?? -1);
        Append(output, "after", split ?? 0, Values.Count - 1);
    }

    private void Append(TagHelperOutput output, string tone, int first, int last)
    {
        var path = Path(first, last);
        if (path.Length > 0)
        {
            output.Content.AppendHtml($"<path class=\"{tone}\" d=\"{path}\"></path>");
        }
    }

    private string Path(int first, int last)
    {
        var (low, high) = (Values.Min()!.Value, Values.Max()!.Value);
        var path = new StringBuilder();
        var drawing = false;

        for (var index = first; index <= last; index++)
        {
            if (Values[index] is { } value)
            {
                var y = high == low ? Height / 2 : Height - Margin - ((value - low) / (high - low) * (Height - (2 * Margin)));
                path.Append(drawing ? 'L' : 'M').Append(Written(Across(index))).Append(' ').Append(Written(y));
                drawing = true;
            }
            else
            {
                drawing = false;
            }
        }

        return path.ToString();
    }

    private decimal Across(int index) => index * Width / (Values.Count - 1);

    private static string Written(decimal position) => position.ToString("0.#", CultureInfo.InvariantCulture);
}
