using System.Reflection;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Reviews;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Whether a review is what it was.</summary>
/// <param name="IsContentWhole">Whether its content has the fingerprint that was written down.</param>
/// <param name="IsReportWhole">Whether its PDF has the fingerprint that its content names.</param>
/// <param name="IsHeadWhole">Whether what lists show of it is what its content says, and what the audit log says was made.</param>
/// <param name="Recomputed">The figures reckoned again from the frozen inputs; none where these cannot be read.</param>
public sealed record ReviewVerification(bool IsContentWhole, bool IsReportWhole, bool IsHeadWhole, Recomputation? Recomputed)
{
    /// <summary>Whether everything is.</summary>
    public bool IsWhole => IsContentWhole && IsReportWhole && IsHeadWhole && Recomputed is { Differences.Count: 0 };
}

/// <summary>Makes reviews, reads them, and proves them.</summary>
public sealed class ReviewStore(CrmRoiContext context, FigureStore figures, EvidenceStore evidence, TimeProvider time)
{
    /// <summary>The reviews, the latest first.</summary>
    /// <param name="programme">Of which programme; of all where none is named.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<Review>> ListAsync(string? programme, CancellationToken cancellationToken) => await context.Reviews.AsNoTracking()
        .Where(review => programme == null || review.Programme == programme)
        .OrderByDescending(review => review.Id).ToListAsync(cancellationToken);

    public Task<Review?> FindAsync(int id, CancellationToken cancellationToken) => context.Reviews.SingleOrDefaultAsync(review => review.Id == id, cancellationToken);

    /// <summary>Makes a review of the data as they are, evidence brought up to date first. Actions that are still open come along from the one before.</summary>
    /// <param name="name">The programme's name.</param>
    /// <param name="madeBy">The sign-in name of whoever makes it.</param>
    /// <param name="print">Writes the report.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>None where there is no such programme.</returns>
    public async Task<Review?> MakeAsync(string name, string madeBy, Func<Figures, ProgrammeSummary, byte[]> print, CancellationToken cancellationToken)
    {
        await evidence.BringUpToDateAsync(EvidenceSubject.OfReturn, cancellationToken);
        var now = await figures.LoadAsync(cancellationToken);
        if (now.Programmes.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } programme)
        {
            return null;
        }

        var found = ReturnCalculation.Of(programme, now.Ledger, now.Cube);
        var report = print(now, ProgrammeSummary.Of(programme, found, now.Cube, Filter.None));
        var frozen = Freeze(now, found, programme, madeBy, ReviewJson.Fingerprint(report));
        var content = ReviewJson.Write(frozen);
        var review = HeadOf(frozen, ReviewJson.Fingerprint(content));
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var before = await context.Reviews.AsNoTracking().Where(each => each.Programme == programme.Name).OrderByDescending(each => each.Id).FirstOrDefaultAsync(cancellationToken);
        context.Add(review);
        await context.SaveChangesAsync(cancellationToken);
        context.Add(new ReviewContent { Id = review.Id, Content = content, Report = report });
        await CarryOverAsync(before, review, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return review;
    }

    /// <summary>What a review froze; none where there is no such review.</summary>
    public async Task<FrozenReview?> ReadAsync(int id, CancellationToken cancellationToken) =>
        await context.ReviewContents.AsNoTracking().Where(content => content.Id == id).Select(content => content.Content).SingleOrDefaultAsync(cancellationToken) is { } content
            ? ReviewJson.Read(content)
            : null;

    /// <summary>Its PDF; none where there is no such review.</summary>
    public Task<byte[]?> ReadReportAsync(int id, CancellationToken cancellationToken) =>
        context.ReviewContents.AsNoTracking().Where(content => content.Id == id).Select(content => content.Report).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Proves a review: its fingerprints, and its figures reckoned again from the frozen inputs.</summary>
    /// <returns>None where there is no such review.</returns>
    public async Task<ReviewVerification?> VerifyAsync(int id, CancellationToken cancellationToken)
    {
        var review = await context.Reviews.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
        var stored = await context.ReviewContents.AsNoTracking().SingleOrDefaultAsync(content => content.Id == id, cancellationToken);
        if (review is null || stored is null)
        {
            return review is null ? null : new(false, false, false, null);
        }

        var isContent = ReviewJson.Fingerprint(stored.Content) == review.Fingerprint;
        if (Parse(stored.Content) is not { } frozen)
        {
            return new(isContent, false, false, null);
        }

        var head = HeadOf(frozen, review.Fingerprint);
        var isHead = (head.Until, head.Cost, head.Gain, Rounded(head.Roi)) == (review.Until, review.Cost, review.Gain, Rounded(review.Roi))
            && await IsAuditedAsync(review, cancellationToken);
        return new(isContent, frozen.ReportSha256 == ReviewJson.Fingerprint(stored.Report), isHead, Recomputation.Of(frozen));
    }

    /// <summary>A name by which the audit log knows a review.</summary>
    internal static string KeyOf(Review review) => $"{review.Programme} {review.Until} {review.Fingerprint[..12]}";

    private static decimal? Rounded(decimal? value) => value is { } known ? decimal.Round(known, 10) : null;

    // The log tells with which fingerprint it was made: whoever changes a review and its fingerprint has to change that too.
    private Task<bool> IsAuditedAsync(Review review, CancellationToken cancellationToken) => context.AuditEntries.AnyAsync(
        entry => entry.Entity == nameof(Review) && entry.What == AuditAction.Added && entry.Changes.Contains(review.Fingerprint), cancellationToken);

    private static FrozenReview? Parse(string content)
    {
        try
        {
            return ReviewJson.Read(content);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private FrozenReview Freeze(Figures now, ProgrammeReturn found, Programme programme, string madeBy, string report)
    {
        var inputs = FrozenInputs.Of(programme, now.Ledger, now.Cube, now.Causes, now.Evidence);
        return new()
        {
            Company = now.Company.Name,
            MadeAt = Storage(time.GetUtcNow()),
            MadeBy = madeBy,
            Program = typeof(FrozenReview).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            DataVersion = now.Version,
            Inputs = inputs,
            Definitions = FrozenDefinition.OfCatalogue(),
            Figures = new(FrozenFigures.Of(found), FrozenFigures.Of(now.Cube, inputs.ToWindows())),
            ReportSha256 = report,
        };
    }

    // As exact as every database keeps it.
    private static DateTimeOffset Storage(DateTimeOffset instant) => new(Times.Utc(instant), TimeSpan.Zero);

    private static Review HeadOf(FrozenReview frozen, string fingerprint) => new()
    {
        Programme = frozen.Inputs.Programme.Name,
        Until = frozen.Inputs.Until,
        MadeAt = frozen.MadeAt,
        MadeBy = frozen.MadeBy,
        Fingerprint = fingerprint,
        Currency = frozen.Inputs.Programme.Currency,
        Cost = Amounts.Round(frozen.Figures["cost-total"] ?? 0),
        Gain = frozen.Figures["benefit-total"] is { } gain ? Amounts.Round(gain) : null,
        Roi = frozen.Figures["roi"],
    };

    private async Task CarryOverAsync(Review? before, Review review, CancellationToken cancellationToken)
    {
        if (before is null)
        {
            return;
        }

        var open = await context.ReviewItems.AsNoTracking().Where(item => item.ReviewId == before.Id && item.Kind == ReviewItemKind.Action && item.DoneOn == null).ToListAsync(cancellationToken);
        context.AddRange(open.Select(item => new ReviewItem
        {
            ReviewId = review.Id,
            Kind = item.Kind,
            Text = item.Text,
            Owner = item.Owner,
            DueOn = item.DueOn,
            WrittenBy = item.WrittenBy,
            WrittenAt = item.WrittenAt,
        }));
    }
}
