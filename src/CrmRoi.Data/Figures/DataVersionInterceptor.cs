using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrmRoi.Data;

/// <summary>
/// Whatever changes figures changes the data's version in the same transaction, so that nobody is shown figures of an older state;
/// and what forms edit gets a version of its own.
/// </summary>
internal sealed class DataVersionInterceptor(TimeProvider time) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Stamp((CrmRoiContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Stamp((CrmRoiContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    // With the records.
    private static readonly HashSet<Type> PartsOfCube =
    [
        typeof(Programme), typeof(Company), typeof(EnteredFigureRow), typeof(PlannedFigureRow), typeof(TargetRow), typeof(ComparabilityRow), typeof(StageRow),
        typeof(SnapshotRow), typeof(CohortRow), typeof(CustomerMonthRow), typeof(CampaignCreditRow), typeof(JourneyStepRow),
    ];

    // The cube of millions of records takes seconds to read: nobody is to wait for it because a cost was entered.
    private static readonly HashSet<Type> BesideCube =
    [
        typeof(Cost), typeof(Saving), typeof(Benefit), typeof(Assumption), typeof(Lever), typeof(Scenario), typeof(OtherCause), typeof(MethodChoice), typeof(EvidenceRow),
    ];

    private void Stamp(CrmRoiContext context)
    {
        var changed = context.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        foreach (var entry in changed.Where(entry => entry.State != EntityState.Deleted))
        {
            if (HasVersion(entry))
            {
                entry.Property(Shadow.Version).CurrentValue = Guid.NewGuid();
            }

            Disown(entry);
        }

        var isOfCube = changed.Exists(IsOfCube);
        if (isOfCube || changed.Exists(entry => BesideCube.Contains(entry.Entity.GetType())))
        {
            DataVersion.Change(context, time, isOfCube);
        }
    }

    private static bool IsOfCube(EntityEntry entry) =>
        PartsOfCube.Contains(entry.Entity.GetType()) || (entry.Entity is Record && !BesideCube.Contains(entry.Entity.GetType()));

    // What somebody edits is no longer as an import wrote it: the next one compares it anew.
    private static void Disown(EntityEntry entry)
    {
        if (entry is { Entity: Record, State: EntityState.Modified } && !entry.Property(Shadow.Fingerprint).IsModified)
        {
            entry.Property(Shadow.Fingerprint).CurrentValue = null;
            entry.Property(Shadow.WrittenBy).CurrentValue = null;
        }
    }

    private static bool HasVersion(EntityEntry entry) => entry.Metadata.FindProperty(Shadow.Version)?.ClrType == typeof(Guid);
}
