using CrmRoi.Metrics;
using CrmRoi.Metrics.Quality;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Web.Pages.Quality;

/// <summary>What a check found, and what that does to figures in the months that are looked at.</summary>
public sealed record FoundDeals(QualityFinding Finding, IReadOnlyList<MovedFigure> Figures)
{
    /// <summary>The largest share of a figure that it moves; none where it moves none that has a value.</summary>
    public decimal? Largest => Figures.Max(figure => figure.InMonths.Change is { } change ? Math.Abs(change) : (decimal?)null);

    public static FoundDeals Of(QualityFinding finding, SnapshotCube cube, Window months, (Window Before, Window After)? compared) => new(
        finding,
        [.. QualityEffects.MetricsOf(finding.Check).Select(metric => new MovedFigure(
            finding.EffectOn(metric, cube, months),
            compared is { } sides ? finding.EffectOn(metric, cube, sides.Before) : null,
            compared is { } both ? finding.EffectOn(metric, cube, both.After) : null))]);
}

/// <summary>A figure with and without what a check found: in the months that are looked at, before go-live, and since.</summary>
public sealed record MovedFigure(QualityEffect InMonths, QualityEffect? Before, QualityEffect? After);
