using System.Linq.Expressions;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Reads one page of a list: batches in the order of an indexed day, until enough of them count.</summary>
internal sealed class RecordListReader(
    CrmRoiContext context, RecordQuestion question, IReadOnlyList<Person> people, RecordCursor? after, int size, int batch)
{
    public Task<RecordPage> ReadAsync<TRecord>(
        IQueryable<TRecord> records, Expression<Func<TRecord, DateOnly?>> day, Func<TRecord, Organisation, IEnumerable<Contribution>> count, CancellationToken cancellationToken)
        where TRecord : Record => PageAsync(records, day, time => DateOnly.FromDateTime(time), value => value!.Value.ToDateTime(TimeOnly.MinValue), count, cancellationToken);

    public Task<RecordPage> ReadAsync<TRecord>(
        IQueryable<TRecord> records, Expression<Func<TRecord, DateOnly>> day, Func<TRecord, Organisation, IEnumerable<Contribution>> count, CancellationToken cancellationToken)
        where TRecord : Record => PageAsync(records, day, DateOnly.FromDateTime, value => value.ToDateTime(TimeOnly.MinValue), count, cancellationToken);

    public Task<RecordPage> ReadAsync<TRecord>(
        IQueryable<TRecord> records, Expression<Func<TRecord, DateTime>> day, Func<TRecord, Organisation, IEnumerable<Contribution>> count, CancellationToken cancellationToken)
        where TRecord : Record => PageAsync(records, day, time => time, value => value, count, cancellationToken);

    public Task<RecordPage> ReadAsync<TRecord>(
        IQueryable<TRecord> records, Expression<Func<TRecord, DateTime?>> day, Func<TRecord, Organisation, IEnumerable<Contribution>> count, CancellationToken cancellationToken)
        where TRecord : Record => PageAsync(records, day, time => time, value => value!.Value, count, cancellationToken);

    private async Task<RecordPage> PageAsync<TRecord, TDay>(
        IQueryable<TRecord> records,
        Expression<Func<TRecord, TDay>> day,
        Func<DateTime, TDay> toDay,
        Func<TDay, DateTime> toTime,
        Func<TRecord, Organisation, IEnumerable<Contribution>> count,
        CancellationToken cancellationToken)
        where TRecord : Record
    {
        var within = records.AsNoTracking()
            .Where(Compare(day, toDay(question.Window.From.FirstDay.ToDateTime(TimeOnly.MinValue)), Expression.GreaterThanOrEqual))
            .Where(Compare(day, toDay(question.Window.To.Plus(1).FirstDay.ToDateTime(TimeOnly.MinValue)), Expression.LessThan))
            .OrderByDescending(day).ThenByDescending(record => EF.Property<long>(record, Shadow.Key));
        var read = day.Compile();
        var (found, from) = (new List<ListedRecord>(), after);
        while (true)
        {
            var rows = await (from is { } cursor ? within.Where(After(day, toDay(cursor.At), cursor.Key)) : within)
                .Take(batch).Select(record => new { Record = record, Key = EF.Property<long>(record, Shadow.Key) }).ToListAsync(cancellationToken);
            var organisation = new Organisation(people, await CustomersOfAsync(rows.Select(row => row.Record), cancellationToken));
            foreach (var row in rows)
            {
                if (!question.Takes(count(row.Record, organisation), out var cell))
                {
                    continue;
                }

                if (found.Count == size)
                {
                    return new(found, new(found[^1].At, found[^1].Key));
                }

                found.Add(new(row.Record, toTime(read(row.Record)), cell, row.Key));
            }

            if (rows.Count < batch)
            {
                return new(found, null);
            }

            from = new(toTime(read(rows[^1].Record)), rows[^1].Key);
        }
    }

    // Only where a part of the business is asked for that records may have from their customers.
    private async Task<List<Customer>> CustomersOfAsync(IEnumerable<Record> records, CancellationToken cancellationToken)
    {
        if (question.Filter is { Segment: null, Region: null })
        {
            return [];
        }

        var names = records.Select(record => record switch { Deal deal => deal.Customer, Order order => order.Customer, _ => null })
            .OfType<string>().Distinct().ToList();
        return names.Count == 0 ? [] : await context.Customers.AsNoTracking().Where(customer => names.Contains(customer.Name)).ToListAsync(cancellationToken);
    }

    private static Expression<Func<TRecord, bool>> Compare<TRecord, TDay>(
        Expression<Func<TRecord, TDay>> day, TDay value, Func<Expression, Expression, BinaryExpression> with)
    {
        Expression<Func<TDay>> held = () => value;
        return Expression.Lambda<Func<TRecord, bool>>(with(day.Body, held.Body), day.Parameters);
    }

    private static Expression<Func<TRecord, bool>> After<TRecord, TDay>(Expression<Func<TRecord, TDay>> day, TDay value, long key)
    {
        Expression<Func<TDay>> heldDay = () => value;
        Expression<Func<long>> heldKey = () => key;
        var keyOf = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(long)], day.Parameters[0], Expression.Constant(Shadow.Key));
        var isEarlier = Expression.LessThan(day.Body, heldDay.Body);
        var isSame = Expression.AndAlso(Expression.Equal(day.Body, heldDay.Body), Expression.LessThan(keyOf, heldKey.Body));
        return Expression.Lambda<Func<TRecord, bool>>(Expression.OrElse(isEarlier, isSame), day.Parameters);
    }
}
