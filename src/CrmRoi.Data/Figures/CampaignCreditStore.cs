using CrmRoi.Metrics;
using CrmRoi.Metrics.Attribution;
using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Makes the stored credits and steps from the stored deals, leads and touches. The same records always give the same rows.</summary>
internal static class CampaignCreditStore
{
    /// <summary>Makes the rows of journeys that ended in some months anew, within the caller's transaction; all when none are given.</summary>
    public static async Task RebuildAsync(CrmRoiContext context, IReadOnlySet<Month>? months, CancellationToken cancellationToken)
    {
        if (months is null)
        {
            await context.CampaignCredits.ExecuteDeleteAsync(cancellationToken);
            await context.JourneySteps.ExecuteDeleteAsync(cancellationToken);
            await WriteAsync(context, null, cancellationToken);
            return;
        }

        foreach (var run in SnapshotStore.RunsOf(months))
        {
            await context.CampaignCredits.Where(row => row.Month >= run.From && row.Month <= run.To).ExecuteDeleteAsync(cancellationToken);
            await context.JourneySteps.Where(row => row.Month >= run.From && row.Month <= run.To).ExecuteDeleteAsync(cancellationToken);
            await WriteAsync(context, run, cancellationToken);
        }
    }

    /// <summary>What is stored, for the cube.</summary>
    public static async Task<CampaignCredits> ReadAsync(CrmRoiContext context, CancellationToken cancellationToken)
    {
        var credits = await context.CampaignCredits.AsNoTracking().ToListAsync(cancellationToken);
        var steps = await context.JourneySteps.AsNoTracking().ToListAsync(cancellationToken);
        var campaigns = await context.Campaigns.AsNoTracking().ToListAsync(cancellationToken);
        var first = await context.Touches.MinAsync(touch => (DateTime?)touch.At, cancellationToken);
        return new(
            credits.Select(row => KeyValuePair.Create(row.CreditKey, row.Credit)),
            steps.Select(row => KeyValuePair.Create(row.StepKey, row.Count)),
            ChannelsOf(campaigns),
            first is { } at ? Month.Of(at) : null);
    }

    // Where two campaigns of one name disagree, the first in the order of source and id is taken.
    private static Dictionary<string, string> ChannelsOf(IEnumerable<Campaign> campaigns) => campaigns
        .Where(campaign => campaign.Channel is not null)
        .OrderBy(campaign => campaign.Source, StringComparer.Ordinal).ThenBy(campaign => campaign.Id, StringComparer.Ordinal)
        .DistinctBy(campaign => campaign.Name.Trim(), StringComparer.Ordinal)
        .ToDictionary(campaign => campaign.Name.Trim(), campaign => campaign.Channel!.Trim(), StringComparer.Ordinal);

    private static async Task WriteAsync(CrmRoiContext context, Window? run, CancellationToken cancellationToken)
    {
        var writer = RowWriter.Of(context);
        var touches = await writer.ReadAsync(context, Touches(context, run), cancellationToken);
        var tally = touches.Count == 0
            ? CreditTally.OfUntouched(await WonAsync(context, run, cancellationToken))
            : CreditTally.Of(Journey.Of(
                await writer.ReadAsync(context, Deals(context, run), cancellationToken),
                await writer.ReadAsync(context, Leads(context, run), cancellationToken),
                touches));
        await writer.InsertAsync(context, tally.Credits.Select(pair => CampaignCreditRow.Of(pair.Key, pair.Value)), cancellationToken);
        await writer.InsertAsync(context, tally.Steps.Select(pair => JourneyStepRow.Of(pair.Key, pair.Value)), cancellationToken);
    }

    // What was won is known by month already: the snapshots are made before the credits.
    private static async Task<IEnumerable<KeyValuePair<Month, Credit>>> WonAsync(CrmRoiContext context, Window? run, CancellationToken cancellationToken)
    {
        var (from, to) = run is { } of ? (of.From, of.To) : (default, Month.At((9999 * 12) - 1));
        var cells = await context.Snapshots.AsNoTracking()
            .Where(row => row.Month >= from && row.Month <= to && row.Totals.DealsWon > 0)
            .Select(row => new { row.Month, Won = new Credit(row.Totals.DealsWon, row.Totals.WonRevenue, row.Totals.CostedRevenue, row.Totals.WonMargin) })
            .ToListAsync(cancellationToken);
        return cells.GroupBy(cell => cell.Month, cell => cell.Won).Select(month => KeyValuePair.Create(month.Key, month.Aggregate((left, right) => left + right)));
    }

    private static IQueryable<Deal> Deals(CrmRoiContext context, Window? run)
    {
        var closed = context.Deals.Where(deal => deal.Outcome != DealOutcome.Open && deal.ClosedOn != null);
        if (run is not { } of)
        {
            return closed;
        }

        var (first, last) = (of.From.FirstDay, of.To.LastDay);
        return closed.Where(deal => deal.ClosedOn >= first && deal.ClosedOn <= last);
    }

    private static IQueryable<Lead> Leads(CrmRoiContext context, Window? run)
    {
        var givenUp = context.Leads.Where(lead => lead.DisqualifiedOn != null && lead.ConvertedOn == null && !lead.IsDuplicate);
        if (run is not { } of)
        {
            return givenUp;
        }

        var (first, last) = (of.From.FirstDay, of.To.LastDay);
        return givenUp.Where(lead => lead.DisqualifiedOn >= first && lead.DisqualifiedOn <= last);
    }

    // No older touch can be within the longest window of a journey that ended in the run.
    private static IQueryable<Touch> Touches(CrmRoiContext context, Window? run)
    {
        if (run is not { } of)
        {
            return context.Touches;
        }

        var from = of.From.FirstDay.AddDays(-AttributionModels.Windows[^1]).ToDateTime(TimeOnly.MinValue);
        var to = of.To.LastDay.ToDateTime(TimeOnly.MaxValue);
        return context.Touches.Where(touch => touch.At >= from && touch.At <= to);
    }
}
