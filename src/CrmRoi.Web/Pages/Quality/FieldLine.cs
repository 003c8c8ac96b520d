using CrmRoi.Metrics;
using CrmRoi.Metrics.Quality;

namespace CrmRoi.Web.Pages.Quality;

/// <summary>How complete a field is in the months that are looked at.</summary>
/// <param name="Coverage">The field.</param>
/// <param name="Recorded">How many records should say something in it.</param>
/// <param name="Share">The share that does.</param>
/// <param name="Before">The share before go-live; none without one.</param>
/// <param name="After">The share since.</param>
/// <param name="ByMonth">The share month by month.</param>
public sealed record FieldLine(FieldCoverage Coverage, long Recorded, decimal? Share, decimal? Before, decimal? After, IReadOnlyList<decimal?> ByMonth)
{
    public static FieldLine Of(FieldCoverage coverage, Window months, (Window Before, Window After)? compared) => new(
        coverage,
        coverage.Recorded(months),
        coverage.Share(months),
        compared is { } sides ? coverage.Share(sides.Before) : null,
        compared is { } both ? coverage.Share(both.After) : null,
        [.. months.Months.Select(month => coverage.Share(new(month, month)))]);
}
