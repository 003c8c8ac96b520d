using System.Linq.Expressions;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Attribution;
using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Makes the stored credits and steps from the stored deals, leads and touches. The same records always give the same rows.</summary>
internal static class CampaignCreditStore
{
    // So many touches are held at a time, about.
    private const int MostTouches = 250_000;

    /// <summary>Makes the rows of journeys that ended in some months anew, within the caller's transaction; all when none are given.</summary>
    public static Task RebuildAsync(CrmRoiContext context, IReadOnlySet<Month>? months, CancellationToken cancellationToken) =>
        RebuildAsync(context, months, MostTouches, cancellationToken);

    /// <summary>The same, with so many touches in memory at a time, unless a month has more.</summary>
    internal static async Task RebuildAsync(CrmRoiContext context, IReadOnlySet<Month>? months, int mostTouches, CancellationToken cancellationToken)
    {
        if (months is null)
        {
            await context.CampaignCredits.ExecuteDeleteAsync(cancellationToken);
            await context.JourneySteps.ExecuteDeleteAsync(cancellationToken);
        }

        var most = await MostMonthsAsync(context, mostTouches, cancellationToken);
        if (months is null && most == int.MaxValue)
        {
            await WriteAsync(context, null, cancellationToken); // in the order in which records lie
            return;
        }

        var ended = months ?? (IEnumerable<Month>)(await EndedAsync(context, cancellationToken)).Months;
        foreach (var run in SnapshotStore.PartsOf(ended, most))
        {
            if (months is not null)
            {
                await context.CampaignCredits.Where(row => row.Month >= run.From && row.Month <= run.To).ExecuteDeleteAsync(cancellationToken);
                await context.JourneySteps.Where(row => row.Month >= run.From && row.Month <= run.To).ExecuteDeleteAsync(cancellationToken);
            }

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

    // The months in which journeys ended.
    private static async Task<Window> EndedAsync(CrmRoiContext context, CancellationToken cancellationToken)
    {
        IQueryable<DateOnly?>[] ends = [Closed(context).Select(deal => deal.ClosedOn), GivenUp(context).Select(lead => lead.DisqualifiedOn)];
        List<Month> months = [];
        foreach (var days in ends)
        {
            if (await days.MinAsync(cancellationToken) is { } first && await days.MaxAsync(cancellationToken) is { } last)
            {
                months.AddRange([Month.Of(first), Month.Of(last)]);
            }
        }

        return months.Count == 0 ? new(Month.At(1), Month.At(0)) : new(months.Min(), months.Max());
    }

    private static async Task<int> MostMonthsAsync(CrmRoiContext context, int mostTouches, CancellationToken cancellationToken)
    {
        if (await context.Touches.LongCountAsync(cancellationToken) is var touches && touches <= mostTouches)
        {
            return int.MaxValue;
        }

        var (first, last) = (await context.Touches.MinAsync(touch => touch.At, cancellationToken), await context.Touches.MaxAsync(touch => touch.At, cancellationToken));
        return (int)Math.Max(1, mostTouches * (Month.Of(DateOnly.FromDateTime(first)).MonthsUntil(Month.Of(DateOnly.FromDateTime(last))) + 1L) / touches);
    }

    private static async Task WriteAsync(CrmRoiContext context, Window? run, CancellationToken cancellationToken)
    {
        var writer = RowWriter.Of(context);
        var touches = await writer.ReadAsync(context, Touches(context, run), cancellationToken);
        var tally = touches.Count == 0 ? CreditTally.OfUntouched(await WonAsync(context, run, cancellationToken)) : new CreditTally();
        if (touches.Count > 0)
        {
            var known = new TouchIndex(touches);
            await foreach (var part in writer.ReadPartsAsync(context, Deals(context, run), RecordReader.PartSize, cancellationToken))
            {
                tally.Add(known.JourneysOf(part));
            }

            await foreach (var part in writer.ReadPartsAsync(context, Leads(context, run), RecordReader.PartSize, cancellationToken))
            {
                tally.Add(known.JourneysOf(part));
            }
        }

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

    private static IQueryable<Deal> Closed(CrmRoiContext context) => context.Deals.Where(deal => deal.Outcome != DealOutcome.Open && deal.ClosedOn != null);

    private static IQueryable<Lead> GivenUp(CrmRoiContext context) =>
        context.Leads.Where(lead => lead.DisqualifiedOn != null && lead.ConvertedOn == null && !lead.IsDuplicate);

    // With all that says whom a touch reached, and what it is credited with.
    private static IQueryable<Deal> Deals(CrmRoiContext context, Window? run) => In(run, Closed(context), (first, last) => deal => deal.ClosedOn >= first && deal.ClosedOn <= last)
        .Select(deal => new Deal
        {
            Source = deal.Source,
            Id = deal.Id,
            Lead = deal.Lead,
            Customer = deal.Customer,
            ClosedOn = deal.ClosedOn,
            Outcome = deal.Outcome,
            Value = deal.Value,
            CostOfGoods = deal.CostOfGoods,
        });

    private static IQueryable<Lead> Leads(CrmRoiContext context, Window? run) =>
        In(run, GivenUp(context), (first, last) => lead => lead.DisqualifiedOn >= first && lead.DisqualifiedOn <= last);

    // No older touch can be within the longest window of a journey that ended in the run.
    private static IQueryable<Touch> Touches(CrmRoiContext context, Window? run) => In(run, context.Touches, (first, last) =>
    {
        var (from, to) = (first.AddDays(-AttributionModels.Windows[^1]).ToDateTime(TimeOnly.MinValue), last.ToDateTime(TimeOnly.MaxValue));
        return touch => touch.At >= from && touch.At <= to;
    });

    private static IQueryable<TRecord> In<TRecord>(Window? run, IQueryable<TRecord> records, Func<DateOnly, DateOnly, Expression<Func<TRecord, bool>>> within) =>
        run is { } of ? records.Where(within(of.From.FirstDay, of.To.LastDay)) : records;
}
