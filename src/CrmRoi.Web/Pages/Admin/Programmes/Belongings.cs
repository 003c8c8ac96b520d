using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Pages.Admin.Programmes;

/// <summary>What knows its programme by the name.</summary>
internal static class Belongings
{
    /// <summary>Lets everything entered of a programme go with its new name.</summary>
    public static async Task RenameAsync(CrmRoiContext context, string before, string after, CancellationToken cancellationToken)
    {
        if (before == after)
        {
            return;
        }

        foreach (var cost in (await context.Costs.ToListAsync(cancellationToken)).Where(cost => IsSame(cost.Programme, before)))
        {
            context.Entry(cost).Property(each => each.Programme).CurrentValue = after;
        }

        foreach (var saving in (await context.Savings.ToListAsync(cancellationToken)).Where(saving => IsSame(saving.Programme, before)))
        {
            context.Entry(saving).Property(each => each.Programme).CurrentValue = after;
        }

        IEnumerable<object> entered =
        [
            .. await context.Benefits.Where(each => each.Programme == before).ToListAsync(cancellationToken),
            .. await context.Assumptions.Where(each => each.Programme == before).ToListAsync(cancellationToken),
            .. await context.AssumptionChanges.Where(each => each.Programme == before).ToListAsync(cancellationToken),
            .. await context.Levers.Where(each => each.Programme == before).ToListAsync(cancellationToken),
            .. await context.Scenarios.Where(each => each.Programme == before).ToListAsync(cancellationToken),
            .. await context.MethodChoices.Where(each => each.Programme == before).ToListAsync(cancellationToken),
            .. await context.Reviews.Where(each => each.Programme == before).ToListAsync(cancellationToken),
            .. await context.ReviewPlans.Where(each => each.Programme == before).ToListAsync(cancellationToken),
            .. await context.MailSchedules.Where(each => each.Programme == before).ToListAsync(cancellationToken),
        ];
        foreach (var each in entered)
        {
            context.Entry(each).Property(nameof(Benefit.Programme)).CurrentValue = after;
        }
    }

    /// <summary>Takes away what would go on by itself: schedules and the cadence of reviews. The reviews stay: they tell what was.</summary>
    /// <returns>How many schedules there were.</returns>
    public static async Task<int> StopAsync(CrmRoiContext context, string programme, CancellationToken cancellationToken)
    {
        var schedules = await context.MailSchedules.Where(each => each.Programme == programme).ToListAsync(cancellationToken);
        context.RemoveRange(schedules);
        context.RemoveRange(await context.ReviewPlans.Where(each => each.Programme == programme).ToListAsync(cancellationToken));
        return schedules.Count;
    }

    /// <summary>Whether two names are of one programme.</summary>
    public static bool IsSame(string left, string right) => string.Equals(left.Trim(), right.Trim(), StringComparison.OrdinalIgnoreCase);
}
