using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Planning;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Targets;

/// <summary>Planned figures as a table that is pasted: a line for each month, team and person.</summary>
public sealed class PlanInput
{
    private const int LongestPaste = 200_000;
    private const int MostLines = 5_000;
    private static readonly char[] Separators = ['\t', ';', '|'];

    [Required]
    public PlannedMeasure Measure { get; set; } = PlannedMeasure.Revenue;

    /// <summary>Lines of month, team, person and figure, parted by tabs or semicolons; team and person may be empty. A first line of headings is passed over.</summary>
    [Required, StringLength(LongestPaste)]
    public string Pasted { get; set; } = "";

    /// <summary>The figures that were pasted, and a sentence for each line that cannot be.</summary>
    internal (IReadOnlyList<PlannedFigure> Figures, IReadOnlyList<string> Problems) Read(IStringLocalizer texts, CultureInfo culture)
    {
        var figures = new Dictionary<(Month, string?, string?), PlannedFigure>();
        var problems = new List<string>();
        var lines = Pasted.ReplaceLineEndings("\n").Split('\n').Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)).ToList();
        if (lines.Count > MostLines)
        {
            return ([], [texts["These are more than {0} lines: paste fewer at once.", MostLines]]);
        }

        foreach (var (index, line) in lines.Skip(lines is [var first, ..] && IsHeading(first.Item) ? 1 : 0))
        {
            if (ProblemOf(line, culture, out var figure) is { } sentence)
            {
                problems.Add(texts["Line {0}: {1}", index + 1, texts[sentence.Key, sentence.What]]);
            }
            else if (!figures.TryAdd((figure!.Month, figure.Team, figure.Rep), figure))
            {
                problems.Add(texts["Line {0}: {1}", index + 1, texts["This month is here twice: {0}.", figure.Month]]);
            }
        }

        if (figures.Count + problems.Count == 0)
        {
            problems.Add(texts["Nothing was typed or pasted."]);
        }

        return ([.. figures.Values], problems);
    }

    private (string Key, string What)? ProblemOf(string line, CultureInfo culture, out PlannedFigure? figure)
    {
        figure = null;
        var cells = CellsOf(line);
        if (cells.Length != 4)
        {
            return ("A line has month, team, person and figure, parted by semicolons or tabs; this one has {0}.", cells.Length.ToString(culture));
        }

        if (!TypedMonth.TryRead(cells[0], out var month))
        {
            return ("“{0}” is no month: write it as 2026-03.", cells[0]);
        }

        if (!TypedNumber.TryRead(cells[3], culture, out var value))
        {
            return ("“{0}” is not a number.", cells[3]);
        }

        if (value is < 0 or >= Limits.Amount || cells[1].Length > Limits.Name || cells[2].Length > Limits.Name)
        {
            return ("“{0}” cannot be planned.", value is < 0 or >= Limits.Amount ? cells[3] : cells[1] + cells[2]);
        }

        if (Measure == PlannedMeasure.Deals && value != decimal.Truncate(value))
        {
            return ("This counts things, so it has no fraction.", "");
        }

        figure = new() { Measure = Measure, Month = month, Team = NameOf(cells[1]), Rep = NameOf(cells[2]), Value = decimal.Round(value, Limits.DecimalPlaces) };
        return null;
    }

    // A comma may belong to the number, so it does not part cells.
    private static string[] CellsOf(string line) =>
        [.. line.Split(Separators.FirstOrDefault(separator => line.Contains(separator, StringComparison.Ordinal), ';')).Select(cell => cell.Trim(' ', '"'))];

    private static bool IsHeading(string line) => CellsOf(line) is [var first, ..] && !first.Any(char.IsAsciiDigit);

    private static string? NameOf(string cell) => cell.Length == 0 ? null : cell;
}
