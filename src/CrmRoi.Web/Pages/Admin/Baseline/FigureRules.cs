using CrmRoi.Data;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Web.Pages.Admin.Baseline;

/// <summary>Which figures can be entered.</summary>
internal static class FigureRules
{

    // Margin can be a loss; nothing else can be below nothing.
    private static readonly string[] MayBeNegative = ["won-margin", "order-margin"];

    public static bool IsMeasure(string? key) => key == EnteredFigure.CostOfGoodsKey || Measure.Find(key) is not null;

    public static bool IsMoney(string key) => key == EnteredFigure.CostOfGoodsKey || Measure.Find(key) is { IsMoney: true };

    /// <summary>What is wrong with a value of a measure, as the key of a sentence; nothing if it can be.</summary>
    public static string? ProblemOf(string measure, decimal value) =>
        Math.Abs(value) >= Limits.Amount ? "This must be below a trillion (a million million)."
        : value < 0 && !MayBeNegative.Contains(measure) ? "This cannot be below zero."
        : !IsWritten(measure, value) ? "This counts things, so it has no fraction."
        : null;

    /// <summary>The first figure of the same measure that a new one would be counted together with: of the same team, or of the whole company and a team.</summary>
    public static EnteredFigureRow? OverlapOf(EnteredFigure figure, int? id, IEnumerable<EnteredFigureRow> rows) => rows.FirstOrDefault(row =>
        row.Id != id && row.Figure.Measure == figure.Measure && IsSameOrWhole(row.Figure.Team, figure.Team) && !row.Figure.Period.Intersect(figure.Period).IsEmpty);

    public static bool IsSameOrWhole(string? left, string? right) =>
        left is null || right is null || string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static bool IsWritten(string measure, decimal value)
    {
        try
        {
            _ = Measure.Find(measure)?.Write(value);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
