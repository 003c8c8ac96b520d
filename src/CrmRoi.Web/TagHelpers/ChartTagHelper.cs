using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.TagHelpers;

/// <summary>A chart with its legend and the link to the table that says the same.</summary>
[HtmlTargetElement("chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChartTagHelper(IStringLocalizer<ChartTagHelper> words) : TagHelper
{
    /// <summary>The layout loads the chart scripts on pages that have set it.</summary>
    public const string InUse = "CrmRoi.Chart";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(NamingPolicy, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static JsonNamingPolicy NamingPolicy => new LowerCase();

    public required ChartModel Model { get; set; }

    /// <summary>Draws it lower, for a chart among several.</summary>
    public bool Small { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.HttpContext.Items[InUse] = true;

        var canvas = new TagBuilder("canvas");
        canvas.Attributes["role"] = "img";
        canvas.Attributes["aria-label"] = Model.Label;
        canvas.Attributes["data-chart"] = Serialised();

        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart");
        output.Content
            .AppendHtml(Small ? "<div class=\"plot small\">" : "<div class=\"plot\">")
            .AppendHtml(canvas)
            .AppendHtml("</div><figcaption class=\"legend\"><span>");
        AppendLegend(output.Content);
        output.Content.AppendHtml("</span> <a href=\"#").Append(Model.TableId).AppendHtml("\">").Append(words["table"].Value)
            .AppendHtml("</a></figcaption>");
    }

    private string Serialised()
    {
        var data = JsonSerializer.SerializeToNode(Model, Json)!.AsObject();
        data["culture"] = CultureInfo.CurrentCulture.Name;
        return data.ToJsonString(Json);
    }

    private void AppendLegend(TagHelperContent content)
    {
        if (Model.Note is not null)
        {
            content.Append(Model.Note);
            return;
        }

        foreach (var (kind, name) in LegendEntries())
        {
            content.AppendHtml("<span class=\"key\"><i class=\"k ").Append(kind).AppendHtml("\"></i>").Append(name).AppendHtml("</span> ");
        }
    }

    private IEnumerable<(string Kind, string Name)> LegendEntries()
    {
        if (Model is { Type: not (ChartType.Line or ChartType.Step), Series.Count: 1, Shaded.Count: 0 })
        {
            yield break; // the title says what the bars are
        }

        var shape = Model.Type is ChartType.Line or ChartType.Step ? "line" : "box";
        var alike = new Dictionary<ChartRole, int>();
        foreach (var series in Model.Series)
        {
            var strength = alike[series.Role] = alike.GetValueOrDefault(series.Role, -1) + 1;
            if (series.Role != ChartRole.Band)
            {
                var role = NamingPolicy.ConvertName(series.Role.ToString());
                yield return (Model.Stacked ? $"{shape} {role} s{Math.Min(strength, 3)}" : $"{shape} {role}", series.Name);
            }

            if (series.Low is not null && (series.IntervalName ?? series.Name) is { } name)
            {
                yield return (series.Role == ChartRole.Band ? "band" : $"band {NamingPolicy.ConvertName(series.Role.ToString())}", name);
            }
        }

        foreach (var shade in Model.Shaded)
        {
            yield return ("ramp", shade.Label);
        }
    }

    private sealed class LowerCase : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name.ToLowerInvariant();
    }
}
