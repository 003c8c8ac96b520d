using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrmRoi.Data;

/// <summary>Refuses to change what a review froze, and anything at all of a review that is signed.</summary>
internal sealed class ReviewGuard : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        var context = (CrmRoiContext)eventData.Context!;
        if (ReviewsTouched(context) is { Count: > 0 } touched && context.Reviews.AsNoTracking().Any(review => touched.Contains(review.Id) && review.SignedAt != null))
        {
            throw new SignedReviewException();
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var context = (CrmRoiContext)eventData.Context!;
        if (ReviewsTouched(context) is { Count: > 0 } touched
            && await context.Reviews.AsNoTracking().AnyAsync(review => touched.Contains(review.Id) && review.SignedAt != null, cancellationToken))
        {
            throw new SignedReviewException();
        }

        return result;
    }

    /// <summary>The reviews of which something is to be changed.</summary>
    /// <exception cref="SignedReviewException">What a review froze is to be changed.</exception>
    private static List<int> ReviewsTouched(CrmRoiContext context)
    {
        var changed = context.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (changed.Exists(entry => IsFrozen(entry)))
        {
            throw new SignedReviewException();
        }

        return [.. changed.Select(entry => (int?)(entry.Entity switch
        {
            Review review when entry.State != EntityState.Added && entry.Properties.Any(property => property.IsModified && !IsName(property.Metadata.Name)) => review.Id,
            ReviewItem item => item.ReviewId,
            _ => null,
        })).OfType<int>().Distinct()];
    }

    private static readonly HashSet<string> Open = [nameof(Review.SignedAt), nameof(Review.SignedBy), nameof(Review.SignedNote), nameof(Review.Programme), Shadow.Version];

    // By which programme a review is found goes with the programme's name; what it froze keeps the old one.
    private static bool IsName(string property) => property is nameof(Review.Programme) or Shadow.Version;

    private static bool IsFrozen(EntityEntry entry) => entry.State != EntityState.Added && entry.Entity switch
    {
        ReviewContent => true,
        Review => entry.State == EntityState.Deleted || entry.Properties.Any(property => property.IsModified && !Open.Contains(property.Metadata.Name)),
        _ => false,
    };
}

/// <summary>Somebody tried to change what is frozen or signed.</summary>
public sealed class SignedReviewException : InvalidOperationException
{
    public SignedReviewException()
        : base("A review that is signed does not change any more, nor does what a review froze.")
    {
    }

    public SignedReviewException(string message)
        : base(message)
    {
    }

    public SignedReviewException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
