using System.Linq.Expressions;
using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Keeps which names are one, and calls what is stored by its name.</summary>
public sealed class NameStore(CrmRoiContext context, SnapshotStore snapshots, TimeProvider time)
{
    /// <summary>Notes that names are others' spellings, for every later import.</summary>
    /// <remarks>A name that is itself an alias stands for what it is an alias of, and aliases of an alias follow it. A name is never its own alias.</remarks>
    public async Task NoteAsync(IEnumerable<(NameField Field, string Alias, string Name)> merges, string user, CancellationToken cancellationToken)
    {
        var known = await context.NameAliases.ToListAsync(cancellationToken);
        foreach (var (field, alias, asked) in merges.Select(merge => (merge.Field, merge.Alias.Trim(), merge.Name.Trim())))
        {
            var name = Find(known, field, asked) is { } further && !IsSame(further.Name, alias) ? further.Name : asked;
            if (alias.Length == 0 || name.Length == 0 || IsSame(alias, name))
            {
                continue;
            }

            if (Find(known, field, name) is { } turned)
            {
                // It was the other way round until now.
                known.Remove(turned);
                context.Remove(turned);
            }

            foreach (var following in known.Where(row => row.Field == field && IsSame(row.Name, alias)))
            {
                following.Name = name;
            }

            if (Find(known, field, alias) is { } row)
            {
                (row.Name, row.By, row.At) = (name, user, time.GetUtcNow());
            }
            else
            {
                row = new NameAlias { Field = field, Alias = alias, Name = name, By = user, At = time.GetUtcNow() };
                known.Add(row);
                context.Add(row);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Notes it, and renames the records that are stored already; the figures follow. All or nothing.</summary>
    public async Task<int> MergeAsync(NameField field, string alias, string name, string user, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await snapshots.ClaimAsync(cancellationToken);
        await NoteAsync([(field, alias, name)], user, cancellationToken);
        var renamed = 0;
        foreach (var row in (await context.NameAliases.AsNoTracking().Where(row => row.Field == field).ToListAsync(cancellationToken)).Where(row => IsSame(row.Alias, alias) || IsSame(row.Name, name)))
        {
            renamed += await RenameAsync(field, row.Alias, row.Name, cancellationToken);
        }

        if (renamed > 0)
        {
            await snapshots.RebuildAllAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return renamed;
    }

    private async Task<int> RenameAsync(NameField field, string alias, string name, CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var rename in Renames(field, name))
        {
            changed += await rename(alias, cancellationToken);
        }

        return changed;
    }

    private IEnumerable<Func<string, CancellationToken, Task<int>>> Renames(NameField field, string name) => field switch
    {
        NameField.Rep =>
        [
            (alias, c) => RenameAsync(context.Deals.Where(r => r.Rep == alias), r => r.Rep, name, c),
            (alias, c) => RenameAsync(context.Leads.Where(r => r.Rep == alias), r => r.Rep, name, c),
            (alias, c) => RenameAsync(context.Activities.Where(r => r.Rep == alias), r => r.Rep, name, c),
            (alias, c) => RenameAsync(context.Orders.Where(r => r.Rep == alias), r => r.Rep, name, c),
            (alias, c) => RenameAsync(context.Cases.Where(r => r.Agent == alias), r => r.Agent, name, c),
            (alias, c) => RenameAsync(context.SurveyAnswers.Where(r => r.Agent == alias), r => r.Agent, name, c),
            (alias, c) => RenameAsync(context.People.Where(r => r.Name == alias), r => r.Name, name, c),
        ],
        NameField.Team => [(alias, c) => RenameAsync(context.People.Where(r => r.Team == alias), r => r.Team, name, c)],
        NameField.Product =>
        [
            (alias, c) => RenameAsync(context.Deals.Where(r => r.Product == alias), r => r.Product, name, c),
            (alias, c) => RenameAsync(context.Orders.Where(r => r.Product == alias), r => r.Product, name, c),
            (alias, c) => RenameAsync(context.Cases.Where(r => r.Product == alias), r => r.Product, name, c),
            (alias, c) => RenameAsync(context.Products.Where(r => r.Name == alias), r => r.Name, name, c),
        ],
        NameField.Segment =>
        [
            (alias, c) => RenameAsync(context.Deals.Where(r => r.Segment == alias), r => r.Segment, name, c),
            (alias, c) => RenameAsync(context.Leads.Where(r => r.Segment == alias), r => r.Segment, name, c),
            (alias, c) => RenameAsync(context.Customers.Where(r => r.Segment == alias), r => r.Segment, name, c),
        ],
        NameField.Channel =>
        [
            (alias, c) => RenameAsync(context.Deals.Where(r => r.Channel == alias), r => r.Channel, name, c),
            (alias, c) => RenameAsync(context.Leads.Where(r => r.Channel == alias), r => r.Channel, name, c),
            (alias, c) => RenameAsync(context.Activities.Where(r => r.Channel == alias), r => r.Channel, name, c),
            (alias, c) => RenameAsync(context.Orders.Where(r => r.Channel == alias), r => r.Channel, name, c),
            (alias, c) => RenameAsync(context.Cases.Where(r => r.Channel == alias), r => r.Channel, name, c),
            (alias, c) => RenameAsync(context.Customers.Where(r => r.Channel == alias), r => r.Channel, name, c),
        ],
        NameField.Region =>
        [
            (alias, c) => RenameAsync(context.Deals.Where(r => r.Region == alias), r => r.Region, name, c),
            (alias, c) => RenameAsync(context.Leads.Where(r => r.Region == alias), r => r.Region, name, c),
            (alias, c) => RenameAsync(context.Orders.Where(r => r.Region == alias), r => r.Region, name, c),
            (alias, c) => RenameAsync(context.Customers.Where(r => r.Region == alias), r => r.Region, name, c),
            (alias, c) => RenameAsync(context.People.Where(r => r.Region == alias), r => r.Region, name, c),
        ],
        NameField.Customer =>
        [
            (alias, c) => RenameAsync(context.Deals.Where(r => r.Customer == alias), r => r.Customer, name, c),
            (alias, c) => RenameAsync(context.Activities.Where(r => r.Customer == alias), r => r.Customer, name, c),
            (alias, c) => RenameAsync(context.Orders.Where(r => r.Customer == alias), r => r.Customer, name, c),
            (alias, c) => RenameAsync(context.Cases.Where(r => r.Customer == alias), r => r.Customer, name, c),
            (alias, c) => RenameAsync(context.SurveyAnswers.Where(r => r.Customer == alias), r => r.Customer, name, c),
            (alias, c) => RenameAsync(context.Customers.Where(r => r.Name == alias), r => r.Name, name, c),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Nothing is named by it."),
    };

    // What is renamed is not what was imported any more: without its fingerprint the next import compares and writes it.
    private static Task<int> RenameAsync<TRecord>(IQueryable<TRecord> records, Expression<Func<TRecord, string?>> named, string name, CancellationToken cancellationToken)
        where TRecord : Record =>
        records.ExecuteUpdateAsync(set => set.SetProperty(named, name).SetProperty(record => EF.Property<long?>(record, Shadow.Fingerprint), (long?)null), cancellationToken);

    private static NameAlias? Find(List<NameAlias> known, NameField field, string alias) => known.Find(row => row.Field == field && IsSame(row.Alias, alias));

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
