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
    /// <summary>How many records are held at a time where each is looked at once.</summary>
    public const int PartSize = 30_000;

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

    /// <summary>At least every record that counts in a run of months, and every deal whose wait began in it, some at a time in the order in which they lie.</summary>
    /// <param name="context">Where they are.</param>
    /// <param name="run">The months; all when none is given.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <remarks>Customers and campaigns are left to the caller: they are read once. Changes of stages are left to <see cref="ReadStagesAsync"/>.</remarks>
    public static IAsyncEnumerable<RecordSet> ReadAsync(CrmRoiContext context, Window? run, CancellationToken cancellationToken) => AsyncEnumerable.Empty<RecordSet>()
        .Concat(PartsAsync(context, Of(context.Activities, run, Within.Activities), part => new() { Activities = part }, cancellationToken))
        .Concat(PartsAsync(context, Of(context.Leads, run, Within.Leads), part => new() { Leads = part }, cancellationToken))
        .Concat(PartsAsync(context, Within.Counted(Of(context.Deals, run, Within.Deals)), part => new() { Deals = part }, cancellationToken))
        .Concat(PartsAsync(context, Of(context.Orders, run, Within.Orders), part => new() { Orders = part }, cancellationToken))
        .Concat(PartsAsync(context, Of(context.Cases, run, Within.Cases), part => new() { Cases = part }, cancellationToken))
        .Concat(PartsAsync(context, Of(context.SurveyAnswers, run, Within.SurveyAnswers), part => new() { SurveyAnswers = part }, cancellationToken));

    /// <summary>Deals of which nobody knows when they began, some at a time.</summary>
    public static IAsyncEnumerable<RecordSet> ReadWithoutStartAsync(CrmRoiContext context, CancellationToken cancellationToken) =>
        PartsAsync(context, Within.Counted(context.Deals.Where(Within.NoStart)), part => new() { Deals = part }, cancellationToken);

    /// <summary>Deals that entered stages in a run of months, each with all its changes.</summary>
    public static async Task<RecordSet> ReadStagesAsync(CrmRoiContext context, Window run, CancellationToken cancellationToken)
    {
        var writer = RowWriter.Of(context);
        return new()
        {
            Deals = await writer.ReadAsync(context, Within.Counted(Within.DealsInStages(run, context)), cancellationToken),
            StageChanges = await writer.ReadAsync(context, Within.StageChanges(run, context), cancellationToken),
        };
    }

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

    private static IQueryable<TRecord> Of<TRecord>(IQueryable<TRecord> records, Window? run, Func<Window, Expression<Func<TRecord, bool>>> within) =>
        run is { } months ? records.Where(within(months)) : records;

    private static async IAsyncEnumerable<RecordSet> PartsAsync<TRecord>(
        CrmRoiContext context, IQueryable<TRecord> records, Func<IReadOnlyList<TRecord>, RecordSet> setOf, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRecord : Record
    {
        await foreach (var part in RowWriter.Of(context).ReadPartsAsync(context, records, PartSize, cancellationToken))
        {
            yield return setOf(part);
        }
    }
}
