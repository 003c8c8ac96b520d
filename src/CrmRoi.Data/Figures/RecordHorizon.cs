using CrmRoi.Metrics;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>What <see cref="SnapshotBuilder.HorizonOf"/> says of every stored record, asked of the indexes instead of the records.</summary>
internal static class RecordHorizon
{
    /// <summary>The months in which stored records lie; empty when there are none.</summary>
    public static async Task<Window> ReadAsync(CrmRoiContext context, CancellationToken cancellationToken)
    {
        // Campaigns are few, and lie in months between their dates, too.
        var campaigns = await context.Campaigns.AsNoTracking().ToListAsync(cancellationToken);
        var horizon = SnapshotBuilder.HorizonOf(new RecordSet { Campaigns = campaigns });
        foreach (var days in Days(context))
        {
            horizon = Join(horizon, await days.MinAsync(cancellationToken), await days.MaxAsync(cancellationToken));
        }

        foreach (var times in Times(context))
        {
            horizon = Join(horizon, DayOf(await times.MinAsync(cancellationToken)), DayOf(await times.MaxAsync(cancellationToken)));
        }

        return horizon;
    }

    /// <summary>The days on which records count, as <see cref="CountingRules"/> says.</summary>
    internal static IEnumerable<IQueryable<DateOnly?>> Days(CrmRoiContext context)
    {
        yield return context.Leads.Where(lead => !lead.IsDuplicate).Select(lead => lead.QualifiedOn);
        yield return context.Leads.Where(lead => !lead.IsDuplicate).Select(lead => lead.ConvertedOn);
        yield return context.Deals.Select(deal => deal.CreatedOn);
        yield return context.Deals.Where(deal => deal.QuotedOn != null).Select(deal => deal.QuotedOn); // its index has no other rows
        yield return context.Deals.Where(deal => deal.Outcome != DealOutcome.Open).Select(deal => deal.ClosedOn);
        yield return context.Orders.Where(order => !order.IsCancelled && order.Lines != 0).Select(order => (DateOnly?)order.PlacedOn);
        yield return context.Customers.Select(customer => customer.Since);
        yield return context.SurveyAnswers.Select(answer => (DateOnly?)answer.AnsweredOn);
    }

    /// <summary>The times at which records count, as <see cref="CountingRules"/> says.</summary>
    internal static IEnumerable<IQueryable<DateTime?>> Times(CrmRoiContext context)
    {
        yield return context.Activities.Where(activity => activity.IsCompleted && !activity.IsSystemMade).Select(activity => (DateTime?)activity.At);
        yield return context.Leads.Where(lead => !lead.IsDuplicate).Select(lead => (DateTime?)lead.CreatedAt);
        yield return context.Cases.Select(@case => (DateTime?)@case.OpenedAt);
        yield return context.Cases.Select(@case => @case.ClosedAt);
    }

    private static DateOnly? DayOf(DateTime? time) => time is { } at ? DateOnly.FromDateTime(at) : null;

    private static Window Join(Window horizon, DateOnly? first, DateOnly? last)
    {
        if (first is not { } from || last is not { } to)
        {
            return horizon;
        }

        var found = new Window(Month.Of(from), Month.Of(to));
        return horizon.IsEmpty ? found : new(Month.Min(horizon.From, found.From), Month.Max(horizon.To, found.To));
    }
}
