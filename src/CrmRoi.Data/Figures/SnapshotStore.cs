using CrmRoi.Metrics;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Makes the stored snapshots and cohorts from the stored records. The same records always give the same rows.</summary>
public sealed class SnapshotStore(CrmRoiContext context, TimeProvider time)
{
    /// <summary>Makes the rows of some months anew, within the caller's transaction.</summary>
    /// <param name="months">The months; the default one stands for waits of which nobody knows when they began.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RebuildAsync(IReadOnlySet<Month> months, CancellationToken cancellationToken)
    {
        var organisation = await RecordReader.OrganisationAsync(context, cancellationToken);
        var runs = RunsOf(months);
        var parts = new List<RecordSet>();
        foreach (var run in runs)
        {
            parts.Add(await RecordReader.ReadAsync(context, run, cancellationToken));
            await context.Snapshots.Where(row => row.Month >= run.From && row.Month <= run.To).ExecuteDeleteAsync(cancellationToken);
            await context.Cohorts.Where(row => row.Month >= run.From && row.Month <= run.To).ExecuteDeleteAsync(cancellationToken);
            await context.CustomerMonths.Where(row => row.Month >= run.From && row.Month <= run.To).ExecuteDeleteAsync(cancellationToken);
        }

        if (months.Contains(default))
        {
            Month unknown = default;
            parts.Add(await RecordReader.ReadWithoutStartAsync(context, cancellationToken));
            await context.Cohorts.Where(row => row.Month == unknown).ExecuteDeleteAsync(cancellationToken);
        }

        await WriteAsync(Join(parts), organisation, months, cancellationToken);
    }

    /// <summary>Makes every row anew, in a transaction of its own unless the caller has one.</summary>
    public async Task RebuildAllAsync(CancellationToken cancellationToken)
    {
        await using var own = context.Database.CurrentTransaction is null ? await context.Database.BeginTransactionAsync(cancellationToken) : null;
        await DataVersion.ClaimAsync(context, cancellationToken);
        var organisation = await RecordReader.OrganisationAsync(context, cancellationToken);
        var records = await RecordReader.ReadAsync(context, null, cancellationToken);
        await context.Snapshots.ExecuteDeleteAsync(cancellationToken);
        await context.Cohorts.ExecuteDeleteAsync(cancellationToken);
        await context.CustomerMonths.ExecuteDeleteAsync(cancellationToken);
        await WriteAsync(records, organisation, null, cancellationToken);
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

    private async Task WriteAsync(RecordSet read, Organisation organisation, IReadOnlySet<Month>? months, CancellationToken cancellationToken)
    {
        var records = read with
        {
            Customers = await context.Customers.AsNoTracking().ToListAsync(cancellationToken),
            Campaigns = await context.Campaigns.AsNoTracking().ToListAsync(cancellationToken),
        };
        var horizon = await RecordHorizon.ReadAsync(context, cancellationToken);
        var snapshots = SnapshotBuilder.Build(records, organisation, horizon, months);
        var cohorts = CohortRules.Build(records, organisation, await RulesAsync(cancellationToken)).Where(cohort => months is null || months.Contains(cohort.Cell.Month));
        await RowWriter.Of(context).InsertAsync(context, snapshots.Select(cell => SnapshotRow.Of(cell.Key, cell.Value)), cancellationToken);
        await RowWriter.Of(context).InsertAsync(context, cohorts.Select(CohortRow.Of), cancellationToken);
        await RowWriter.Of(context).InsertAsync(context, CustomerMonthRules.Build(records, organisation, months).Select(CustomerMonthRow.Of), cancellationToken);
        DataVersion.Change(context, time);
        await context.SaveChangesAsync(cancellationToken);
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

    // A deal opened in one run and won in another is read with both.
    private static RecordSet Join(List<RecordSet> parts) => new()
    {
        Activities = Join(parts, part => part.Activities),
        Leads = Join(parts, part => part.Leads),
        Deals = Join(parts, part => part.Deals),
        StageChanges = Join(parts, part => part.StageChanges),
        Orders = Join(parts, part => part.Orders),
        Cases = Join(parts, part => part.Cases),
        SurveyAnswers = Join(parts, part => part.SurveyAnswers),
    };

    private static List<TRecord> Join<TRecord>(List<RecordSet> parts, Func<RecordSet, IEnumerable<TRecord>> of)
        where TRecord : Record =>
        [.. parts.SelectMany(of).DistinctBy(record => (record.Source, record.Id))];
}
