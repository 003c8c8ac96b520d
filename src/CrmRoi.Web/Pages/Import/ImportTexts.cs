using CrmRoi.Import;
using CrmRoi.Import.Mapping;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Import;

/// <summary>What importing says, in the reader's language, by its code. In Resources/Pages/Import/ImportTexts.resx and ImportTexts.de.resx.</summary>
public sealed class ImportTexts(IStringLocalizer<ImportTexts> texts)
{
    private const int LinesShown = 5;

    // What a file calls something is nobody's to translate.
    private static readonly HashSet<string> OfOurWords = ["Outcome", "Kind", "Direction", "Cadence"];

    // Their heading names everything; below it there are only lines to tell.
    private static readonly HashSet<string> ToldByHeading = ["never-closed", "no-lost-deals"];

    public string this[string sentence, params object[] arguments] => texts[sentence, arguments];

    public string Of(RecordKind kind) => texts[$"{kind}"];

    public string Of(string storedKind) => Enum.TryParse<RecordKind>(storedKind, ignoreCase: true, out var kind) ? Of(kind) : storedKind;

    public string Of(Refusal refusal) => Find($"refusal.{refusal.Code}", refusal.Arguments) ?? refusal.Reason;

    public string Of(RefusedFile problem) => problem switch
    {
        { Code: "missing-columns", Arguments: { Count: > 1 } said } => texts["file.missing-columns.of", Of(said[0]), said.Skip(1).Select(AnyOf).Aggregate((said, next) => texts["{0} and {1}", said, next])],
        { Code: "not-text", Arguments: [var what] } => texts["file.not-text.but", texts[what].Value],
        { Code: "packed", Arguments: [var what] } => texts["file.packed", texts[what].Value],
        _ => Find($"file.{problem.Code}", problem.Arguments) ?? problem.Reason,
    };

    public string Of(Doubt doubt) => texts["doubt", doubt.Header, Field(doubt.Field), doubt.Taken];

    /// <summary>What a warning is about, with its count: "3 deals name no customer".</summary>
    public string Of(ImportWarning warning)
    {
        object[] arguments = [warning.Count, .. warning.Details.Take(1).SelectMany(detail => detail.Arguments)];
        return Find($"warning.{warning.Code}.{(warning.Count == 1 ? "one" : "many")}", arguments) ?? Find($"warning.{warning.Code}", arguments) ?? warning.Code.Replace('-', ' ');
    }

    /// <summary>Whom or which lines a warning concerns; empty where it concerns the file.</summary>
    public string DetailsOf(ImportWarning warning)
    {
        var details = string.Join("; ", warning.Details.Select(detail => Of(warning.Code, detail)).Where(text => text.Length > 0));
        return warning.MoreDetails == 0 ? details : texts["{0}; … and {1:N0} more", details, warning.MoreDetails];
    }

    /// <summary>"lines 3, 13 and 20 more".</summary>
    public string Lines(IEnumerable<int> lines, int count)
    {
        var shown = lines.Distinct().Take(LinesShown).ToList();
        var list = string.Join(", ", shown);
        return count > shown.Count ? texts["lines {0} and {1:N0} more", list, count - shown.Count] : shown.Count == 1 ? texts["line {0}", list] : texts["lines {0}", list];
    }

    /// <summary>A field's name as words: "firstContact" is "First contact".</summary>
    public string Field(string name) => Find($"field.{name}", []) ?? Capital(Words(name));

    /// <summary>What is known of a record as words: "CreatedOn" is "Created on".</summary>
    public string Property(string name) => Find($"property.{name}", []) ?? Capital(Words(name[..1].ToLowerInvariant() + name[1..]));

    /// <summary>What a record says, in the reader's words where it is one of ours: "Won".</summary>
    public string Value(string property, string text) => OfOurWords.Contains(property) ? Find($"value.{text}", []) ?? text : text;

    private string Of(string code, WarningDetail detail)
    {
        var name = ToldByHeading.Contains(code) || detail.Arguments.Count == 0 ? "" : Find($"detail.{code}", detail.Arguments) ?? (code == "duplicate-id" ? Parts(detail.Arguments[0]) : detail.Arguments[0]);
        var lines = detail.Lines.Count == 0 ? "" : Lines(detail.Lines, detail.Count);
        return name.Length == 0 || lines.Length == 0 ? name + lines : $"{name} ({lines})";
    }

    // "stage or outcome" as a reader calls them.
    private string AnyOf(string fields) => fields.Split(" or ").Select(field => texts["“{0}”", Field(field)].Value).Aggregate((said, next) => texts["{0} or {1}", said, next]);

    private string? Find(string key, IReadOnlyList<object> arguments) => texts[key, [.. arguments]] is { ResourceNotFound: false } found ? found.Value : null;

    // The id of a row that has none is made of what names it.
    private static string Parts(string id) => string.Join(" · ", id.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Words(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
