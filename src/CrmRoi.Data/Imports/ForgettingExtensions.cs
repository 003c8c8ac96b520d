using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

internal static class ForgettingExtensions
{
    /// <summary>Lets the context forget what was written in bulk; what its user reads and edits stays.</summary>
    public static void Forget(this CrmRoiContext context)
    {
        foreach (var entry in context.ChangeTracker.Entries().Where(entry => entry.Entity is Record or SnapshotRow or CohortRow or CustomerMonthRow or CampaignCreditRow or JourneyStepRow or ImportChange or AuditEntry).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }
}
