using CrmRoi.Metrics;

namespace CrmRoi.Data;

/// <summary>Makes the figures of touched months anew, within the caller's transaction.</summary>
internal static class TouchedFigures
{
    /// <returns>The months whose figures were made anew, in order.</returns>
    public static async Task<IReadOnlyList<Month>> RebuildAsync(
        CrmRoiContext context, SnapshotStore snapshots, TimeProvider time, TouchedMonths touched, Window? before, CancellationToken cancellationToken)
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
            if (months.Count > 0)
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
