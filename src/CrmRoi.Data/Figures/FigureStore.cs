using CrmRoi.Metrics;
using CrmRoi.Metrics.Planning;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Holds the figures in memory and reads them again when the data, or the company's day, is another.</summary>
public sealed class FigureStore(IDbContextFactory<CrmRoiContext> contexts, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim loading = new(1);
    private volatile Loaded? last;

    /// <summary>The figures as they are now. Costs one look at the data's version when nothing changed.</summary>
    public async ValueTask<Figures> LoadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (Find(await DataVersion.ReadAsync(context, cancellationToken)) is { } known)
        {
            return known;
        }

        await loading.WaitAsync(cancellationToken);
        try
        {
            // Somebody else may have read them in the meantime.
            return Find(await DataVersion.ReadAsync(context, cancellationToken)) ?? await ReadAsync(context, cancellationToken);
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();

    private Figures? Find(long version) =>
        last is { } loaded && loaded.Figures.Version == version && loaded.Today == loaded.Figures.Company.DayOf(time.GetUtcNow()) ? loaded.Figures : null;

    private async Task<Figures> ReadAsync(CrmRoiContext context, CancellationToken cancellationToken)
    {
        while (true)
        {
            var version = await DataVersion.ReadAsync(context, cancellationToken);
            var read = await ReadAsync(context, version, cancellationToken);

            // An import that ended while this read would leave half of it old and half new.
            if (await DataVersion.ReadAsync(context, cancellationToken) == version)
            {
                last = read;
                return read.Figures;
            }
        }
    }

    private async Task<Loaded> ReadAsync(CrmRoiContext context, long version, CancellationToken cancellationToken)
    {
        var company = await Company.ReadAsync(context, cancellationToken);
        var today = company.DayOf(time.GetUtcNow());
        var cubeVersion = await DataVersion.ReadOfCubeAsync(context, cancellationToken);
        var programmes = await context.Programmes.AsNoTracking().OrderBy(programme => programme.Name).ToListAsync(cancellationToken);
        var figures = new Figures(
            version,
            company,
            programmes,
            await context.Costs.AsNoTracking().OrderBy(cost => EF.Property<long>(cost, Shadow.Key)).ToListAsync(cancellationToken),
            await context.Savings.AsNoTracking().OrderBy(saving => EF.Property<long>(saving, Shadow.Key)).ToListAsync(cancellationToken),
            last is { } before && before.Figures.CubeVersion == cubeVersion && before.Today == today
                ? before.Figures.Cube
                : await CubeAsync(context, company, programmes, today, cancellationToken))
        {
            CubeVersion = cubeVersion,
            Stages = [.. (await context.Stages.AsNoTracking().ToListAsync(cancellationToken)).Select(row => row.Rule)],
            Scenarios = await context.Scenarios.AsNoTracking().OrderBy(scenario => scenario.Name).ToListAsync(cancellationToken),
            Causes = await context.OtherCauses.AsNoTracking().OrderBy(cause => cause.From).ThenBy(cause => cause.Name).ToListAsync(cancellationToken),
            MethodChoices = await context.MethodChoices.AsNoTracking().ToListAsync(cancellationToken),
        };
        figures = await WithLedgerAsync(context, figures, cancellationToken);
        var evidence = await EvidenceStore.ReadAsync(context, figures, cancellationToken);
        return new(figures with { Evidence = evidence, Ledger = figures.Ledger with { Estimates = BenefitEstimate.Of(evidence) } }, today);
    }

    private static async Task<SnapshotCube> CubeAsync(
        CrmRoiContext context, Company company, IReadOnlyList<Programme> programmes, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = RowWriter.Of(context);
        var snapshots = await rows.ReadAsync(context, context.Snapshots, cancellationToken);
        var cohorts = await rows.ReadAsync(context, context.Cohorts, cancellationToken);
        var entered = await context.EnteredFigures.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var asOf = AsOf(today, snapshots.Select(row => row.Month).Concat(entered.Select(row => row.Figure.Period.To)));
        var customers = await CustomerMonthRow.ReadAsync(context, cancellationToken);

        // It takes as long as the rest, and needs nothing of it.
        var book = Task.Run(() => CustomerBook.Of(customers, asOf, new(YearlyDiscount: programmes is [var first, ..] ? first.DiscountRate : 0)), cancellationToken);
        var plan = await context.PlannedFigures.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var targets = await context.Targets.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var stated = await context.ComparabilityStatements.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return new SnapshotCube(
            snapshots.Select(row => KeyValuePair.Create(row.Cell, row.Totals)),
            cohorts.Select(row => row.Group),
            [.. entered.Select(row => row.Figure)],
            asOf)
        {
            Credits = await CampaignCreditStore.ReadAsync(context, cancellationToken),
            Customers = await book,
            Plan = new Plan(plan.Select(row => row.Figure), company.FiscalYearStart),
            Targets = [.. targets.Select(row => row.Target)],
            Statements = [.. stated.Select(row => row.Statement)],
        };
    }

    private static async Task<Figures> WithLedgerAsync(CrmRoiContext context, Figures figures, CancellationToken cancellationToken) => figures with
    {
        Ledger = figures.Ledger with
        {
            Benefits = await context.Benefits.AsNoTracking().OrderBy(benefit => benefit.Kind).ToListAsync(cancellationToken),
            Assumptions = await context.Assumptions.AsNoTracking().OrderBy(assumption => assumption.Name).ToListAsync(cancellationToken),
            Levers = await context.Levers.AsNoTracking().OrderBy(lever => lever.Function).ToListAsync(cancellationToken),
        },
    };

    /// <summary>Today, or the end of the last month of which anything is known, where that is earlier.</summary>
    internal static DateOnly AsOf(DateOnly today, IEnumerable<Month> months)
    {
        var last = months.Aggregate(default(Month), Month.Max);
        return last.IsKnown && last.LastDay < today ? last.LastDay : today;
    }

    private sealed record Loaded(Figures Figures, DateOnly Today);
}
