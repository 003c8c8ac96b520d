using System.Globalization;
using CrmRoi.Web.Hosting;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin;

/// <summary>Reads a number as a reader of a culture types it.</summary>
/// <remarks>
/// Groups must be of three digits: the framework takes "1,5" for fifteen where the comma parts thousands, and a euro and a half becomes fifteen.
/// </remarks>
public static class TypedNumber
{
    private const int LongestText = 40;

    // What people type between thousands whatever their culture says: blanks, narrow and not, and both apostrophes.
    private static readonly char[] Blanks = [' ', '\u00A0', '\u202F', '\'', '\u2019'];

    public static bool TryRead(string? text, CultureInfo culture, out decimal value)
    {
        value = 0;
        var typed = text?.Trim().Replace('\u2212', '-') ?? "";
        var unsigned = typed.StartsWith('-') ? typed[1..] : typed;
        if (unsigned.Length is 0 or > LongestText)
        {
            return false;
        }

        var format = culture.NumberFormat;
        var parts = unsigned.Split(format.NumberDecimalSeparator);
        var groups = parts[0].Split([.. Blanks, .. format.NumberGroupSeparator]);
        var isNumber = parts.Length <= 2 && AreGroups(groups) && (parts.Length == 1 || AreDigits(parts[1]));
        var plain = string.Concat(groups) + (parts.Length == 2 ? "." + parts[1] : "");
        return isNumber
            && decimal.TryParse(typed.StartsWith('-') ? "-" + plain : plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static bool AreGroups(string[] groups) =>
        groups.All(AreDigits) && (groups.Length == 1 || (groups[0].Length <= 3 && groups.Skip(1).All(group => group.Length == 3)));

    private static bool AreDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}

/// <summary>Reads a field of a form by <see cref="TypedNumber"/>; what cannot be read stays there as it was typed.</summary>
internal sealed class TypedNumberBinder(IStringLocalizer<FormTexts> texts) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        if (string.IsNullOrWhiteSpace(typed.FirstValue))
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else if (TypedNumber.TryRead(typed.FirstValue, CultureInfo.CurrentCulture, out var value))
        {
            bindingContext.Result = ModelBindingResult.Success(value);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, texts["This must be a number."]);
        }

        return Task.CompletedTask;
    }
}
