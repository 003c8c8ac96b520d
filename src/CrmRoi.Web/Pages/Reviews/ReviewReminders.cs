using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Pages.Reviews;

/// <summary>The reviews that have to be made.</summary>
public sealed class ReviewReminders(CrmRoiContext context, TimeProvider time)
{
    /// <summary>The next review of every programme that has a cadence.</summary>
    public async Task<IReadOnlyList<(ReviewPlan Plan, DueReview Next)>> NextAsync(Figures figures, CancellationToken cancellationToken)
    {
        var plans = await context.ReviewPlans.AsNoTracking().OrderBy(plan => plan.Programme).ToListAsync(cancellationToken);
        if (plans.Count == 0)
        {
            return [];
        }

        var made = (await context.Reviews.AsNoTracking().Select(review => new { review.Programme, review.Until }).ToListAsync(cancellationToken))
            .GroupBy(review => review.Programme).ToDictionary(group => group.Key, group => (Month?)group.Max(review => review.Until));
        var now = time.GetUtcNow();
        return [.. plans.Where(plan => figures.Programmes.Any(programme => programme.Name == plan.Programme))
            .Select(plan => (plan, plan.Next(figures.Company, made.GetValueOrDefault(plan.Programme), now)))];
    }

    /// <summary>Those that are due or overdue.</summary>
    public async Task<IReadOnlyList<(ReviewPlan Plan, DueReview Next)>> DueAsync(Figures figures, CancellationToken cancellationToken) =>
        [.. (await NextAsync(figures, cancellationToken)).Where(each => each.Next.Standing != ReviewStanding.NotYet)];
}
