using CrmRoi.Metrics;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Makes the stored snapshots and cohorts from the stored records. The same records always give the same rows.</summary>
public sealed class SnapshotStore(CrmRoiContext context, TimeProvider time)
{
    // So many records are held at a time, about: what a month needs is read once for it.
    private const int MostRecords = 150_000;

    /// <summary>Makes the rows of some months anew, within the caller's transaction.</summary>
    /// <param name="months">The months; the default one stands for waits of which nobody knows when they began.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RebuildAsync(IReadOnlySet<Month> months, CancellationToken cancellationToken)
    {
        var company = await CompanyAsync(cancellationToken);
        foreach (var run in await PartsAsync(months, company.Horizon, cancellationToken))
        {
            await context.Snapshots.Where(row => row.Month >= run.From && row.Month <= run.To).ExecuteDeleteAsync(cancellationToken);
            await context.Cohorts.Where(row => row.Month >= run.From && row.Month <= run.To).ExecuteDeleteAsync(cancellationToken);
            await context.CustomerMonths.Where(row => row.Month >= run.From && row.Month <= run.To).ExecuteDeleteAsync(cancellationToken);
            await WriteAsync(await RecordReader.ReadAsync(context, run, cancellationToken), company, run.Months.ToHashSet(), cancellationToken);
        }

        if (months.Contains(default))
        {
            Month unknown = default;
            await context.Cohorts.Where(row => row.Month == unknown).ExecuteDeleteAsync(cancellationToken);
            await WriteAsync(await RecordReader.ReadWithoutStartAsync(context, cancellationToken), company, [unknown], cancellationToken);
        }

        DataVersion.Change(context, time);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Makes every row anew, in a transaction of its own unless the caller has one.</summary>
    public async Task RebuildAllAsync(CancellationToken cancellationToken)
    {
        await using var own = context.Database.CurrentTransaction is null ? await context.Database.BeginTransactionAsync(cancellationToken) : null;
        await DataVersion.ClaimAsync(context, cancellationToken);
        await context.Snapshots.ExecuteDeleteAsync(cancellationToken);
        await context.Cohorts.ExecuteDeleteAsync(cancellationToken);
        await context.CustomerMonths.ExecuteDeleteAsync(cancellationToken);
        await RebuildAsync((await RecordHorizon.ReachAsync(context, cancellationToken)).Months.Append(default).ToHashSet(), cancellationToken);
        await CampaignCreditStore.RebuildAsync(context, null, cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Begins a change in the caller's transaction: until it ends, whoever else wants to change figures waits.</summary>
    public Task ClaimAsync(CancellationToken cancellationToken) => DataVersion.ClaimAsync(context, cancellationToken);

    /// <summary>Makes the waits in stages anew, after somebody said what the stages mean. Within the caller's transaction, after <see cref="ClaimAsync"/>.</summary>
    public async Task RebuildStagesAsync(CancellationToken cancellationToken)
    {
        var organisation = await RecordReader.OrganisationAsync(context, cancellationToken);
        var records = new RecordSet
        {
            Deals = await context.Deals.AsNoTracking()
                .Where(deal => context.StageChanges.Any(change => change.Source == deal.Source && change.Deal == deal.Id)).ToListAsync(cancellationToken),
            StageChanges = await context.StageChanges.AsNoTracking().ToListAsync(cancellationToken),
        };
        var cohorts = CohortRules.Build(records, organisation, await RulesAsync(cancellationToken)).Where(cohort => cohort.Clock == Clock.Stage);
        await context.Cohorts.Where(row => row.Clock == Clock.Stage).ExecuteDeleteAsync(cancellationToken);
        await RowWriter.Of(context).InsertAsync(context, cohorts.Select(CohortRow.Of), cancellationToken);
        DataVersion.Change(context, time);
        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task<StageRules> RulesAsync(CancellationToken cancellationToken) =>
        new((await context.Stages.AsNoTracking().ToListAsync(cancellationToken)).Select(row => row.Rule));

    private async Task<Setting> CompanyAsync(CancellationToken cancellationToken)
    {
        var organisation = await RecordReader.OrganisationAsync(context, cancellationToken);
        var customers = await context.Customers.AsNoTracking().ToListAsync(cancellationToken);
        var campaigns = await context.Campaigns.AsNoTracking().ToListAsync(cancellationToken);
        return new(organisation, customers, campaigns, await RulesAsync(cancellationToken), await RecordHorizon.ReadAsync(context, cancellationToken));
    }

    private async Task WriteAsync(RecordSet read, Setting company, HashSet<Month> months, CancellationToken cancellationToken)
    {
        var records = read with { Customers = company.Customers, Campaigns = company.Campaigns };
        var writer = RowWriter.Of(context);
        var snapshots = SnapshotBuilder.Build(records, company.Organisation, company.Horizon, months);
        await writer.InsertAsync(context, snapshots.Select(cell => SnapshotRow.Of(cell.Key, cell.Value)), cancellationToken);
        var cohorts = CohortRules.Build(records, company.Organisation, company.Rules).Where(cohort => months.Contains(cohort.Cell.Month));
        await writer.InsertAsync(context, cohorts.Select(CohortRow.Of), cancellationToken);
        await writer.InsertAsync(context, CustomerMonthRules.Build(records, company.Organisation, months).Select(CustomerMonthRow.Of), cancellationToken);
    }

    // Runs of months, none of more records than are held at a time, unless one month has more.
    private async Task<List<Window>> PartsAsync(IReadOnlySet<Month> months, Window horizon, CancellationToken cancellationToken)
    {
        var records = await context.Deals.LongCountAsync(cancellationToken) + await context.Activities.LongCountAsync(cancellationToken)
            + await context.Leads.LongCountAsync(cancellationToken) + await context.Orders.LongCountAsync(cancellationToken)
            + await context.StageChanges.LongCountAsync(cancellationToken) + await context.Cases.LongCountAsync(cancellationToken);
        var most = records == 0 ? int.MaxValue : (int)Math.Clamp(MostRecords * (long)Math.Max(1, horizon.Months.Count()) / records, 1, int.MaxValue);
        return [.. RunsOf(months).SelectMany(run => run.Months.Chunk(most).Select(part => new Window(part[0], part[^1])))];
    }

    /// <summary>Months that follow one another, together: each run is read by one query for each kind of record.</summary>
    internal static List<Window> RunsOf(IEnumerable<Month> months)
    {
        var runs = new List<Window>();
        foreach (var month in months.Where(month => month.IsKnown).Order())
        {
            if (runs.Count > 0 && runs[^1].To.Plus(1) == month)
            {
                runs[^1] = runs[^1] with { To = month };
            }
            else
            {
                runs.Add(new(month, month));
            }
        }

        return runs;
    }

    private sealed record Setting(
        Organisation Organisation, IReadOnlyList<Customer> Customers, IReadOnlyList<Campaign> Campaigns, StageRules Rules, Window Horizon);
}
