using CrmRoi.Import;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Import;

/// <summary>What importing says, in the reader's language: by its code, or as it says it itself. In Resources/Pages/Import/ImportTexts.de.resx.</summary>
public sealed class ImportTexts(IStringLocalizer<ImportTexts> texts)
{
    public string this[string sentence, params object[] arguments] => texts[sentence, arguments];

    public string Of(RecordKind kind) => texts[$"{kind}"];

    public string Of(string storedKind) => Enum.TryParse<RecordKind>(storedKind, ignoreCase: true, out var kind) ? Of(kind) : storedKind;

    public string Of(Refusal refusal) => Code($"refusal.{refusal.Code}", refusal.Reason);

    public string Of(RefusedFile problem) => Code($"file.{problem.Code}", problem.Reason);

    public string Of(ImportWarning warning) => Code($"warning.{warning.Code}", Spaced(warning.Code));

    /// <summary>A field's name as words: "firstContact" is "first contact".</summary>
    public string Field(string name) => Code($"field.{name}", string.Concat(name.Select(letter => char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")));

    private string Code(string key, string own) => texts[key] is { ResourceNotFound: false } found ? found.Value : own;

    private static string Spaced(string code) => code.Replace('-', ' ');
}
