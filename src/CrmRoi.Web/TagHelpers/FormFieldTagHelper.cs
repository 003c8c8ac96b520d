using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CrmRoi.Web.TagHelpers;

/// <summary>A label, its control, a hint and the sentence that says what is wrong with what was typed.</summary>
/// <remarks>
/// The control is an <c>input</c> unless the element holds one of its own, which then names the hint itself:
/// <c>aria-describedby="Input_Kind-hint Input_Kind-error"</c>.
/// </remarks>
[HtmlTargetElement("form-field")]
public sealed class FormFieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    public required ModelExpression For { get; set; }

    public string? Hint { get; set; }

    /// <summary>What stands on the label; without it the display name.</summary>
    public string? Label { get; set; }

    /// <summary>The type of the input (month, number, password, …); without it as the model says.</summary>
    public string? Type { get; set; }

    /// <summary>A currency or unit that stands behind the input.</summary>
    public string? Unit { get; set; }

    public string? Autocomplete { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var own = await output.GetChildContentAsync();
        var id = TagBuilder.CreateSanitizedId(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), generator.IdAttributeDotReplacement);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Content.AppendHtml(generator.GenerateLabel(ViewContext, For.ModelExplorer, For.Name, Label, null));
        if (Hint is not null)
        {
            output.Content.AppendHtml($"<p class=\"hint\" id=\"{id}-hint\">").Append(Hint).AppendHtml("</p>");
        }

        output.Content.AppendHtml("<div class=\"control\">");
        output.Content.AppendHtml(own.IsEmptyOrWhiteSpace ? await InputAsync(context, id) : own);
        if (Unit is not null)
        {
            output.Content.AppendHtml("<span class=\"unit\">").Append(Unit).AppendHtml("</span>");
        }

        output.Content.AppendHtml("</div>");
        output.Content.AppendHtml(generator.GenerateValidationMessage(
            ViewContext, For.ModelExplorer, For.Name, null, "p", new { id = id + "-error", @class = "error" }));
    }

    private async Task<TagHelperOutput> InputAsync(TagHelperContext context, string id)
    {
        var attributes = new TagHelperAttributeList { { "aria-describedby", Hint is null ? $"{id}-error" : $"{id}-hint {id}-error" } };
        if (HasError)
        {
            attributes.Add("aria-invalid", "true");
        }

        if (For.ModelExplorer.Metadata.UnderlyingOrModelType == typeof(decimal))
        {
            attributes.Add("inputmode", "decimal"); // typed in the reader's culture, which type=number would not take
        }

        if (Autocomplete is not null)
        {
            attributes.Add("autocomplete", Autocomplete);
        }

        if (Type is not null)
        {
            attributes.Add("type", Type);
        }

        var output = new TagHelperOutput("input", attributes, (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()))
        {
            TagMode = TagMode.SelfClosing,
        };
        var input = new InputTagHelper(generator) { For = For, ViewContext = ViewContext, InputTypeName = Type };
        input.Init(context);
        await input.ProcessAsync(context, output);
        return output;
    }

    private bool HasError =>
        ViewContext.ViewData.ModelState.TryGetValue(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), out var entry)
        && entry.Errors.Count > 0;
}
