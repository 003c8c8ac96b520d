using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Snapshots;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Baseline;

/// <summary>A figure that was read from a field or a pasted line, with the field that its problems belong to.</summary>
internal sealed record TypedFigure(string Field, int? Line, EnteredFigure Figure);

/// <summary>A month and its figure, as they are typed.</summary>
public sealed class MonthInput
{
    public string? Month { get; set; }

    public string? Value { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Value);
}

/// <summary>Figures of several months: typed row by row, pasted from a spreadsheet, or both.</summary>
public sealed class SeveralInput : FigureBasis
{
    private const int MostRows = 240;
    private const int LongestPaste = 20_000;

    /// <summary>The months that have a field each.</summary>
    [MaxLength(MostRows)]
    public List<MonthInput> Rows { get; set; } = [];

    /// <summary>Lines of a month and a figure, parted by a tab, a semicolon or blanks.</summary>
    [StringLength(LongestPaste)]
    public string? Pasted { get; set; }

    /// <summary>Rows for so many months from a first one, what is typed already kept.</summary>
    public void OfferRows(Month from, int count)
    {
        var typed = Rows.Where(row => !row.IsEmpty).ToLookup(row => row.Month, row => row.Value);
        Rows = [.. Enumerable.Range(0, count).Select(i => from.Plus(i).ToString()).Select(month => new MonthInput { Month = month, Value = typed[month].FirstOrDefault() })];
    }

    /// <summary>The figures that were typed, and a sentence for each that cannot be.</summary>
    internal (IReadOnlyList<TypedFigure> Figures, IReadOnlyList<(string Field, string Sentence)> Problems) Read(IStringLocalizer texts, CultureInfo culture)
    {
        var figures = new List<TypedFigure>();
        var problems = new List<(string, string)>();
        foreach (var (index, row) in Rows.Index().Where(row => !row.Item.IsEmpty))
        {
            Add($"Rows[{index}].Value", null, row.Month, row.Value);
        }

        foreach (var (index, line) in (Pasted ?? "").ReplaceLineEndings("\n").Split('\n').Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            var cells = Cells(line);
            Add(nameof(Pasted), index + 1, cells.Month, cells.Value);
        }

        if (figures.Count + problems.Count == 0)
        {
            problems.Add((nameof(Pasted), texts["Nothing was typed or pasted."]));
        }

        return (figures, problems);

        void Add(string field, int? line, string? month, string? value)
        {
            if (ProblemOf(month, value, culture, out var figure) is { } sentence)
            {
                problems.Add((field, AtLine(texts, line, texts[sentence, month ?? "", value ?? ""])));
            }
            else if (figures.Exists(other => other.Figure.Period == figure!.Period))
            {
                problems.Add((field, AtLine(texts, line, texts["This month is here twice: {0}.", month ?? ""])));
            }
            else
            {
                figures.Add(new(field, line, figure!));
            }
        }
    }

    /// <summary>A sentence with the pasted line that it is about.</summary>
    internal static string AtLine(IStringLocalizer texts, int? line, string sentence) => line is { } number ? texts["Line {0}: {1}", number, sentence] : sentence;

    private string? ProblemOf(string? month, string? value, CultureInfo culture, out EnteredFigure? figure)
    {
        figure = null;
        if (!TypedMonth.TryRead(month, out var read))
        {
            return "“{0}” is no month: write it as 2026-03.";
        }

        if (!TypedNumber.TryRead(value, culture, out var number))
        {
            return "“{1}” is not a number.";
        }

        figure = FigureOf(new(read, read), number);
        return FigureRules.ProblemOf(Measure, number);
    }

    // What a spreadsheet copies is parted by tabs; what a person types, by anything. A number may hold blanks, a month does not.
    private static (string Month, string Value) Cells(string line)
    {
        var text = line.Trim();
        var end = text.IndexOfAny(['\t', ';', '|', ' ']);
        return end < 0 ? (text, "") : (text[..end], text[(end + 1)..].Trim(' ', '\t', ';', '|'));
    }
}
