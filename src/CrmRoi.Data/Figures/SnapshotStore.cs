using CrmRoi.Metrics;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Makes the stored snapshots, cohorts and customer months from the stored records. The same records always give the same rows.</summary>
public sealed class SnapshotStore(CrmRoiContext context, TimeProvider time)
{
    // So many records of some months are looked up at a time, about: the database remembers the place of each.
    private const int MostRecords = 500_000;
    private const int DealsInStages = 5_000;

    private readonly RowWriter writer = RowWriter.Of(context);

    /// <summary>Makes the rows of some months anew, within the caller's transaction.</summary>
    /// <param name="months">The months; the default one stands for waits of which nobody knows when they began.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RebuildAsync(IReadOnlySet<Month> months, CancellationToken cancellationToken)
    {
        var company = await CompanyAsync(cancellationToken);
        if (months.Count * 2 > company.Horizon.Months.Count())
        {
            await RebuildEveryMonthAsync(company, cancellationToken);
        }
        else
        {
            await RebuildMonthsAsync(months, company, cancellationToken);
        }

        DataVersion.Change(context, time);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Makes every row anew, in a transaction of its own unless the caller has one.</summary>
    public async Task RebuildAllAsync(CancellationToken cancellationToken)
    {
        writer.AllowLongCommands(context);
        await using var own = context.Database.CurrentTransaction is null ? await context.Database.BeginTransactionAsync(cancellationToken) : null;
        await DataVersion.ClaimAsync(context, cancellationToken);
        await RebuildEveryMonthAsync(await CompanyAsync(cancellationToken), cancellationToken);
        await CampaignCreditStore.RebuildAsync(context, null, cancellationToken);
        DataVersion.Change(context, time);
        await context.SaveChangesAsync(cancellationToken);
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
        var tally = new CohortTally(organisation, await RulesAsync(cancellationToken));
        await foreach (var part in RecordReader.ReadStagesAsync(context, DealsInStages, cancellationToken))
        {
            tally.AddStages(part);
        }

        await context.Cohorts.Where(row => row.Clock == Clock.Stage).ExecuteDeleteAsync(cancellationToken);
        await writer.InsertAsync(context, tally.Groups.Select(CohortRow.Of), cancellationToken);
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

    // Every record is read once, in the order in which it lies; only the changes of a deal's stages are read deal after deal.
    private async Task RebuildEveryMonthAsync(Setting company, CancellationToken cancellationToken)
    {
        await context.Snapshots.ExecuteDeleteAsync(cancellationToken);
        await context.Cohorts.ExecuteDeleteAsync(cancellationToken);
        await context.CustomerMonths.ExecuteDeleteAsync(cancellationToken);
        var tally = await CountAsync(RecordReader.ReadAsync(context, null, cancellationToken), company, null, cancellationToken);
        await foreach (var part in RecordReader.ReadStagesAsync(context, DealsInStages, cancellationToken))
        {
            tally.AddStages(part);
        }

        await WriteAsync(tally, cancellationToken);
    }

    private async Task RebuildMonthsAsync(IReadOnlySet<Month> months, Setting company, CancellationToken cancellationToken)
    {
        foreach (var run in await PartsAsync(months, company.Horizon, cancellationToken))
        {
            await context.Snapshots.Where(row => row.Month >= run.From && row.Month <= run.To).ExecuteDeleteAsync(cancellationToken);
            await context.Cohorts.Where(row => row.Month >= run.From && row.Month <= run.To).ExecuteDeleteAsync(cancellationToken);
            await context.CustomerMonths.Where(row => row.Month >= run.From && row.Month <= run.To).ExecuteDeleteAsync(cancellationToken);
            var tally = await CountAsync(RecordReader.ReadAsync(context, run, cancellationToken), company, run.Months.ToHashSet(), cancellationToken);
            tally.AddStages(await RecordReader.ReadStagesAsync(context, run, cancellationToken));
            await WriteAsync(tally, cancellationToken);
        }

        if (months.Contains(default))
        {
            Month unknown = default;
            await context.Cohorts.Where(row => row.Month == unknown).ExecuteDeleteAsync(cancellationToken);
            await WriteAsync(await CountAsync(RecordReader.ReadWithoutStartAsync(context, cancellationToken), company, [unknown], cancellationToken), cancellationToken);
        }
    }

    private static async Task<FigureTally> CountAsync(IAsyncEnumerable<RecordSet> parts, Setting company, HashSet<Month>? months, CancellationToken cancellationToken)
    {
        var tally = new FigureTally(company.Organisation, company.Horizon, company.Rules, months);
        tally.Add(new RecordSet { Customers = company.Customers, Campaigns = company.Campaigns });

        // While some are counted the next are read.
        var counting = Task.CompletedTask;
        await foreach (var part in parts.WithCancellation(cancellationToken))
        {
            await counting;
            counting = Task.Run(() => tally.Add(part), cancellationToken);
        }

        await counting;
        return tally;
    }

    /// <summary>Stores what records count as, where nothing of it is stored. Within the caller's transaction.</summary>
    internal async Task WriteAsync(FigureTally tally, CancellationToken cancellationToken)
    {
        await writer.InsertAsync(context, tally.Cells.Select(cell => SnapshotRow.Of(cell.Key, cell.Value)), cancellationToken);
        await writer.InsertAsync(context, tally.Groups.Select(CohortRow.Of), cancellationToken);
        await writer.InsertAsync(context, tally.CustomerMonths.Select(CustomerMonthRow.Of), cancellationToken);
    }

    // Runs of months, none of more records than are held at a time, unless one month has more.
    private async Task<List<Window>> PartsAsync(IReadOnlySet<Month> months, Window horizon, CancellationToken cancellationToken)
    {
        var records = await context.Deals.LongCountAsync(cancellationToken) + await context.Activities.LongCountAsync(cancellationToken)
            + await context.Leads.LongCountAsync(cancellationToken) + await context.Orders.LongCountAsync(cancellationToken)
            + await context.StageChanges.LongCountAsync(cancellationToken) + await context.Cases.LongCountAsync(cancellationToken);
        var most = records == 0 ? int.MaxValue : (int)Math.Clamp(MostRecords * (long)Math.Max(1, horizon.Months.Count()) / records, 1, int.MaxValue);
        return PartsOf(months, most);
    }

    /// <summary>Runs of months, none longer than a number of them.</summary>
    internal static List<Window> PartsOf(IEnumerable<Month> months, int most) =>
        [.. RunsOf(months).SelectMany(run => run.Months.Chunk(most).Select(part => new Window(part[0], part[^1])))];

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
