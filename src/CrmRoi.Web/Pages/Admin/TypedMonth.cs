using CrmRoi.Metrics;

namespace CrmRoi.Web.Pages.Admin;

/// <summary>Reads a month of a form: "2026-03", as browsers send it and as it can be typed where they have no field for months.</summary>
public static class TypedMonth
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    /// <summary>The sentence for what is none.</summary>
    public const string Sentence = "This is no month: write it as 2026-03.";

    public static bool TryRead(string? text, out Month month) =>
        Month.TryParse(text?.Trim(), out month) && month.Year is >= FirstYear and <= LastYear;

    /// <summary>The month of a text that was found to be one.</summary>
    public static Month Read(string? text) => TryRead(text, out var month) ? month : throw new InvalidOperationException($"“{text}” is no month.");
}
