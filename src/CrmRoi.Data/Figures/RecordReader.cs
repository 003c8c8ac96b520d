using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Reads the records from which the figures of some months are made.</summary>
internal static class RecordReader
{
    /// <summary>Everybody and every customer, in an order that does not depend on the database.</summary>
    public static async Task<Organisation> OrganisationAsync(CrmRoiContext context, CancellationToken cancellationToken)
    {
        var customers = await context.Customers.AsNoTracking().ToListAsync(cancellationToken);
        return new(await PeopleAsync(context, cancellationToken), customers);
    }

    /// <summary>Everybody, in an order that does not depend on the database.</summary>
    public static async Task<IReadOnlyList<Person>> PeopleAsync(CrmRoiContext context, CancellationToken cancellationToken)
    {
        var people = await context.People.AsNoTracking().ToListAsync(cancellationToken);
        return [.. people.OrderBy(p => p.Source, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal)];
    }

    /// <summary>At least every record that counts in a run of months, and every wait that began in it.</summary>
    /// <param name="context">Where they are.</param>
    /// <param name="run">The months; all when none is given.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <remarks>Customers and campaigns are left to the caller: they are read once.</remarks>
    public static async Task<RecordSet> ReadAsync(CrmRoiContext context, Window? run, CancellationToken cancellationToken) => new()
    {
        Activities = await ListAsync(context, run is { } a ? Within.Activities(a) : null, cancellationToken),
        Leads = await ListAsync(context, run is { } l ? Within.Leads(l) : null, cancellationToken),
        Deals = await DealsAsync(context, run, cancellationToken),
        StageChanges = await RowWriter.Of(context).ReadAsync(context, run is { } s ? Within.StageChanges(s, context) : context.StageChanges, cancellationToken),
        Orders = await ListAsync(context, run is { } o ? Within.Orders(o) : null, cancellationToken),
        Cases = await ListAsync(context, run is { } c ? Within.Cases(c) : null, cancellationToken),
        SurveyAnswers = await ListAsync(context, run is { } q ? Within.SurveyAnswers(q) : null, cancellationToken),
    };

    /// <summary>Deals that entered stages, each with all its changes, some deals at a time: any number of them in the memory of those.</summary>
    public static async IAsyncEnumerable<RecordSet> ReadStagesAsync(CrmRoiContext context, int most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var writer = RowWriter.Of(context);
        foreach (var source in await context.StageChanges.Select(change => change.Source).Distinct().ToListAsync(cancellationToken))
        {
            List<string> ids;
            var last = "";
            do
            {
                // All queries of a part see one transaction, in which nobody else writes.
                var of = Within.DealsAfter(source, last, most, context);
                ids = await of.ToListAsync(cancellationToken);
                var deals = await writer.ReadAsync(context, Within.Counted(of.Join(context.Deals.Where(deal => deal.Source == source), id => id, deal => deal.Id, (_, deal) => deal)), cancellationToken);
                if (deals.Count > 0)
                {
                    yield return new() { Deals = deals, StageChanges = await writer.ReadAsync(context, Within.ChangesOf(source, ids[0], ids[^1], context), cancellationToken) };
                }

                last = ids.Count == 0 ? last : ids[^1];
            }
            while (ids.Count == most);
        }
    }

    /// <summary>Deals of which nobody knows when they began.</summary>
    public static async Task<RecordSet> ReadWithoutStartAsync(CrmRoiContext context, CancellationToken cancellationToken) => new()
    {
        Deals = await ListAsync<Deal>(
            context,
            deal => (deal.CreatedOn == null || deal.ClosedOn < deal.CreatedOn) && (deal.FirstContactOn == null || deal.ClosedOn < deal.FirstContactOn),
            cancellationToken),
    };

    private static async Task<IReadOnlyList<Deal>> DealsAsync(CrmRoiContext context, Window? run, CancellationToken cancellationToken)
    {
        var writer = RowWriter.Of(context);
        var dated = await writer.ReadAsync(context, Within.Counted(run is { } d ? context.Deals.Where(Within.Deals(d)) : context.Deals), cancellationToken);
        var staged = run is { } s ? await writer.ReadAsync(context, Within.Counted(Within.DealsInStages(s, context)), cancellationToken) : [];
        return staged.Count == 0 ? dated : [.. dated.Concat(staged).DistinctBy(deal => (deal.Source, deal.Id))];
    }

    private static Task<IReadOnlyList<TRecord>> ListAsync<TRecord>(
        CrmRoiContext context, Expression<Func<TRecord, bool>>? within, CancellationToken cancellationToken)
        where TRecord : Record
    {
        IQueryable<TRecord> records = context.Set<TRecord>();
        return RowWriter.Of(context).ReadAsync(context, within is null ? records : records.Where(within), cancellationToken);
    }
}
