using CrmRoi.Metrics;
using CrmRoi.Metrics.Quality;
using CrmRoi.Metrics.Snapshots;

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
    private static readonly Dictionary<string, Measure> Counts = new()
    {
        ["deals"] = Measure.Of(nameof(Snapshot.DealsCreated)),
        ["leads"] = Measure.Of(nameof(Snapshot.Leads)),
        ["activities"] = Measure.Of(nameof(Snapshot.Calls)),
        ["orders"] = Measure.Of(nameof(Snapshot.Orders)),
        ["cases"] = Measure.Of(nameof(Snapshot.CasesOpened)),
    };

    private static readonly Dictionary<string, Dimensions> Breakdowns = new()
    {
        ["rep"] = Dimensions.Rep,
        ["agent"] = Dimensions.Rep,
        ["product"] = Dimensions.Product,
        ["channel"] = Dimensions.Channel,
        ["campaign"] = Dimensions.Campaign,
        ["segment"] = Dimensions.Segment,
    };

    /// <summary>The share of what is counted that belongs to nobody where it is broken down by the field, whatever else may name it, such as the customer's segment; none where it is not.</summary>
    public decimal? Unassigned(SnapshotCube cube, Window months)
    {
        if (!Counts.TryGetValue(Coverage.Kind, out var count) || !Breakdowns.TryGetValue(Coverage.Field, out var dimension) || !count.Carries.HasFlag(dimension))
        {
            return null;
        }

        var members = cube.By(dimension, months, Filter.None);
        return Ratio.Of(count.Read(members.GetValueOrDefault(Cell.Unassigned, Snapshot.Empty)), members.Values.Sum(count.Read));
    }

    public static FieldLine Of(FieldCoverage coverage, Window months, (Window Before, Window After)? compared) => new(
        coverage,
        coverage.Recorded(months),
        coverage.Share(months),
        compared is { } sides ? coverage.Share(sides.Before) : null,
        compared is { } both ? coverage.Share(both.After) : null,
        [.. months.Months.Select(month => coverage.Share(new(month, month)))]);
}
