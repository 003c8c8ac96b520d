using CrmRoi.Metrics;
using CrmRoi.Metrics.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>What may have restated a review: an import of months that it speaks of, or something that somebody entered.</summary>
/// <param name="At">When.</param>
/// <param name="By">The sign-in name of whoever did it.</param>
/// <param name="Import">The import; none where it was entered.</param>
/// <param name="Entry">What was entered; none for an import.</param>
public sealed record RestatementCause(DateTimeOffset At, string By, ImportRun? Import, AuditEntry? Entry);

/// <summary>Tells what later data did to reviews, and which import or entry it was.</summary>
public sealed class RestatementStore(CrmRoiContext context)
{
    private const string KindOfCosts = "costs";

    /// <summary>Compares a review with the figures of today.</summary>
    /// <returns>None where its programme is gone.</returns>
    public static Restatement? Compare(FrozenReview frozen, string programme, Figures now) =>
        now.Programmes.FirstOrDefault(each => string.Equals(each.Name, programme, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Restatement.Of(frozen, FrozenInputs.Of(found, now.Ledger, now.Cube, now.Causes, now.Evidence))
            : null;

    /// <summary>The imports and entries since a review that touched what it speaks of, in order; also imports from before that were undone since.</summary>
    public async Task<IReadOnlyList<RestatementCause>> CausesAsync(Review review, Restatement found, CancellationToken cancellationToken)
    {
        var (months, hasPayments) = (found.Months, found.Entries.Any(entry => entry.Entity is "Cost" or "Saving"));
        var runs = months.Count == 0 && !hasPayments ? [] : await context.Imports.AsNoTracking()
            .Where(run => run.FinishedAt > review.MadeAt && (run.State == ImportState.Done || (run.State == ImportState.Undone && run.StartedAt <= review.MadeAt)))
            .ToListAsync(cancellationToken);
        var keys = found.Entries.Select(entry => entry.Key).ToList();
        var entries = keys.Count == 0 ? [] : await context.AuditEntries.AsNoTracking()
            .Where(entry => entry.At > review.MadeAt && keys.Contains(entry.Key))
            .ToListAsync(cancellationToken);
        return
        [
            .. runs.Where(run => run.Months.Any(months.Contains) || (hasPayments && run is { Kind: KindOfCosts, New: var added, Changed: var changed, Deleted: var deleted } && added + changed + deleted > 0)).Select(run => new RestatementCause(run.FinishedAt ?? run.StartedAt, run.User, run, null))
                .Concat(entries.Where(entry => found.Entries.Any(changed => changed.Entity == entry.Entity && changed.Key == entry.Key)).Select(entry => new RestatementCause(entry.At, entry.User, null, entry)))
                .OrderBy(cause => cause.At),
        ];
    }
}
