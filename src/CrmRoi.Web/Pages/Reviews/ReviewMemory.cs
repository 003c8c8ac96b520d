using System.Collections.Concurrent;
using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Reviews;
using CrmRoi.Web.Pages.Shared;

namespace CrmRoi.Web.Pages.Reviews;

/// <summary>What later data did to each review, kept as long as the data are the same.</summary>
public sealed class ReviewMemory
{
    private const int MostKept = 256;

    private readonly ConcurrentDictionary<(int Review, string Programme, long Version, DateOnly AsOf), Restatement?> kept = new();

    /// <summary>What was restated of a review; none where its programme is gone.</summary>
    public async Task<Restatement?> RestatementOfAsync(ReviewStore reviews, Review review, Figures now, CancellationToken cancellationToken)
    {
        var key = (review.Id, review.Programme, now.Version, now.Cube.AsOf);
        if (kept.TryGetValue(key, out var known))
        {
            return known;
        }

        if (kept.Count > MostKept)
        {
            kept.Clear();
        }

        var frozen = await reviews.ReadAsync(review.Id, cancellationToken);
        var found = frozen is not null && now.Programmes.FirstOrDefault(each => each.Name == review.Programme) is { } programme
            ? Restatement.Of(frozen, InputsOf(now, programme))
            : null;
        return kept[key] = found;
    }

    private static FrozenInputs InputsOf(Figures now, Programme programme) => now.Remember(
        (nameof(FrozenInputs), programme.Name),
        () => FrozenInputs.Of(programme, now.Ledger, now.Cube, now.Causes, now.Evidence));
}
