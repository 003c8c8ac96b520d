using CrmRoi.Metrics;

namespace CrmRoi.Data;

/// <summary>Makes the figures of touched months anew, within the caller's transaction.</summary>
internal static class TouchedFigures
{
    public static async Task RebuildAsync(
        CrmRoiContext context, SnapshotStore snapshots, TimeProvider time, TouchedMonths touched, Window? before, CancellationToken cancellationToken)
    {
        var after = await RecordHorizon.ReadAsync(context, cancellationToken);
        await touched.ResolveAsync(context, cancellationToken);
        if (touched.All)
        {
            await snapshots.RebuildAllAsync(cancellationToken);
        }
        else
        {
            var months = touched.Months(before ?? after, after);
            if (months.Count > 0)
            {
                await snapshots.RebuildAsync(months, cancellationToken);
            }

            await CampaignCreditStore.RebuildAsync(context, touched.Credited, cancellationToken);
        }

        DataVersion.Change(context, time);
        await context.SaveChangesAsync(cancellationToken);
    }
}
