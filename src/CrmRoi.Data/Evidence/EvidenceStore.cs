using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Reckons the evidence that is missing or out of date, and keeps it: no page reckons any.</summary>
public sealed class EvidenceStore(IDbContextFactory<CrmRoiContext> contexts, FigureStore figures, TimeProvider time)
{
    /// <summary>Brings evidence up to date with the figures.</summary>
    /// <param name="subjects">Of which subjects.</param>
    /// <returns>How many pieces of evidence were reckoned.</returns>
    public async Task<int> BringUpToDateAsync(IReadOnlyCollection<EvidenceSubject> subjects, CancellationToken cancellationToken)
    {
        var now = await figures.LoadAsync(cancellationToken);
        var fingerprint = new EvidenceFingerprint(now.Cube, now.Causes);
        var due = now.Programmes.Where(HasGoLive)
            .SelectMany(programme => subjects.Where(subject => now.EvidenceOf(programme, subject) is null).Select(subject => (programme, subject)))
            .ToList();
        if (due.Count == 0)
        {
            return 0;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var (programme, subject) in due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var settings = now.SettingsOf(programme);
            var evidence = ProgrammeEvidence.Of(programme, now.Cube, subject, now.Causes, settings);
            var row = await context.Evidence.SingleOrDefaultAsync(one => one.Programme == programme.Name && one.Subject == subject.Key, cancellationToken)
                ?? context.Add(new EvidenceRow { Programme = programme.Name, Subject = subject.Key, Fingerprint = "", Content = "" }).Entity;
            row.Fingerprint = fingerprint.Of(programme, subject, settings);
            row.ReckonedAt = time.GetUtcNow();
            row.Content = EvidenceJson.Write(evidence);
        }

        await context.SaveChangesAsync(cancellationToken);
        return due.Count;
    }

    /// <summary>The stored evidence that was reckoned from these inputs; what is out of date is left out.</summary>
    internal static async Task<IReadOnlyList<ProgrammeEvidence>> ReadAsync(CrmRoiContext context, Figures figures, CancellationToken cancellationToken)
    {
        var rows = await context.Evidence.AsNoTracking().ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        var fingerprint = new EvidenceFingerprint(figures.Cube, figures.Causes);
        var current = figures.Programmes.SelectMany(programme => rows
            .Where(row => row.Programme == programme.Name && EvidenceSubject.Find(row.Subject) is { } subject
                && row.Fingerprint == fingerprint.Of(programme, subject, figures.SettingsOf(programme)))
            .Select(row => EvidenceJson.Read(row.Content) with { Programme = programme }));
        return [.. current];
    }

    private static bool HasGoLive(Programme programme) => programme.GoLive.IsKnown || programme.Teams.Count > 0;
}
