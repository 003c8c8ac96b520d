using CrmRoi.Metrics;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Data;

/// <summary>Makes the figures of touched months anew, within the caller's transaction.</summary>
internal static class TouchedFigures
{
    /// <param name="context">Where they are stored.</param>
    /// <param name="snapshots">Makes them.</param>
    /// <param name="time">The clock.</param>
    /// <param name="touched">The months.</param>
    /// <param name="counted">What all stored records count as, where that is known already: then no record is read.</param>
    /// <param name="before">The months that had records before.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The months whose figures were made anew, in order.</returns>
    public static async Task<IReadOnlyList<Month>> RebuildAsync(
        CrmRoiContext context, SnapshotStore snapshots, TimeProvider time, TouchedMonths touched, FigureTally? counted, Window? before, CancellationToken cancellationToken)
    {
        var after = await RecordHorizon.ReadAsync(context, cancellationToken);
        await touched.ResolveAsync(context, cancellationToken);
        var months = touched.All ? (IReadOnlySet<Month>)after.Months.Concat((before ?? after).Months).ToHashSet() : touched.Months(before ?? after, after);
        if (touched.All)
        {
            await snapshots.RebuildAllAsync(cancellationToken);
        }
        else
        {
            if (counted is not null)
            {
                await snapshots.WriteAsync(counted, cancellationToken);
            }
            else if (months.Count > 0)
            {
                await snapshots.RebuildAsync(months, cancellationToken);
            }

            await CampaignCreditStore.RebuildAsync(context, touched.Credited, cancellationToken);
        }

        DataVersion.Change(context, time);
        await context.SaveChangesAsync(cancellationToken);
        return [.. months.Where(month => month.IsKnown).Order()];
    }
}
