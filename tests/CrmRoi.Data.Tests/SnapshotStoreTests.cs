using CrmRoi.Metrics;
using CrmRoi.Metrics.Attribution;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data.Tests;

public sealed class SnapshotStoreTests
{
    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Rebuilding_everything_gives_the_rows_that_changes_one_by_one_gave(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        for (var seed = 0; seed < 2; seed++)
        {
            var company = new RandomCompany(seed);
            for (var step = 0; step < 6; step++)
            {
                await database.UpsertAsync(company.Batch(withPeople: step % 3 == 0));
                var rows = await database.RowsAsync();

                await database.RebuildAllAsync();

                (await database.RowsAsync()).Should().Equal(rows, "seed {0}, step {1}", seed, step);
                rows.Should().Equal(await FromRecordsAsync(database), "seed {0}, step {1}", seed, step);
            }
        }
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task The_horizon_is_that_of_the_records(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        for (var seed = 10; seed < 15; seed++)
        {
            await database.UpsertAsync(new RandomCompany(seed).Batch(withPeople: true));

            var horizon = await database.ReadAsync(context => RecordHorizon.ReadAsync(context, CancellationToken.None));

            var records = await database.ReadAsync(RecordsAsync);
            horizon.Should().Be(SnapshotBuilder.HorizonOf(records), "seed {0}", seed);
        }
    }

    [Fact]
    public async Task The_horizon_of_no_records_is_empty()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        var horizon = await database.ReadAsync(context => RecordHorizon.ReadAsync(context, CancellationToken.None));

        horizon.IsEmpty.Should().BeTrue();
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Stages_are_read_deal_after_deal_however_many_there_are(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        string[] ids = ["10", "2", "3", "40", "5"];
        await database.UpsertAsync(new()
        {
            Deals = [.. ids.Select(id => TestRecords.Deal(id)), TestRecords.Deal("without changes"), TestRecords.Deal("2") with { Source = "other" }],
            StageChanges =
            [
                .. ids.SelectMany(id => Changes("test", id)), .. Changes("test", "1 without a deal"), .. Changes("test", "9 without a deal"), .. Changes("other", "2"),
            ],
        });

        var parts = await database.ReadAsync(async context => await RecordReader.ReadStagesAsync(context, 2, CancellationToken.None).ToListAsync());

        parts.SelectMany(part => part.Deals).Select(deal => (deal.Source, deal.Id)).Should().BeEquivalentTo([.. ids.Select(id => ("test", id)), ("other", "2")]);
        parts.Should().HaveCountGreaterThan(3).And.OnlyContain(part => part.Deals.Count <= 2);
        parts.Should().OnlyContain(part => part.Deals.All(deal => part.StageChanges.Count(change => change.Source == deal.Source && change.Deal == deal.Id) == 3));

        static IEnumerable<StageChange> Changes(string source, string deal) => Enumerable.Range(1, 3).Select(i => new StageChange
        {
            Source = source,
            Id = $"{deal}-{i}",
            Deal = deal,
            Stage = $"Stage {i}",
            EnteredOn = new(2024, 1, i),
        });
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Credits_are_the_same_however_many_touches_are_held_at_a_time(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var company = new RandomCompany(31);
        for (var i = 0; i < 8; i++)
        {
            await database.UpsertAsync(company.Batch(withPeople: true));
        }

        var rows = await database.RowsAsync();
        var (credits, steps) = await database.ReadAsync(async context => (await context.CampaignCredits.CountAsync(), await context.JourneySteps.CountAsync()));

        await database.DoAsync<CrmRoiContext, bool>(async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            await CampaignCreditStore.RebuildAsync(context, null, mostTouches: 1, CancellationToken.None);
            await transaction.CommitAsync();
            return true;
        });

        (credits, steps).Should().Match<(int Credits, int Steps)>(stored => stored.Credits > 50 && stored.Steps > 20);
        (await database.RowsAsync()).Should().Equal(rows);
    }

    [Fact]
    public void Months_that_follow_one_another_are_one_run()
    {
        var runs = SnapshotStore.RunsOf([new(2024, 3), new(2023, 12), default, new(2024, 1), new(2024, 4)]);

        runs.Should().Equal(new Window(new(2023, 12), new(2024, 1)), new Window(new(2024, 3), new(2024, 4)));
    }

    private static async Task<List<string>> FromRecordsAsync(TestDatabase database)
    {
        var records = await database.ReadAsync(RecordsAsync);
        var organisation = await database.ReadAsync(context => RecordReader.OrganisationAsync(context, CancellationToken.None));
        var (tally, known) = (new CreditTally(), new TouchIndex(await database.ReadAsync(context => context.Touches.AsNoTracking().ToListAsync())));
        tally.Add(known.JourneysOf(records.Deals));
        tally.Add(known.JourneysOf(records.Leads));
        return SnapshotBuilder.Build(records, organisation, SnapshotBuilder.HorizonOf(records)).Select(cell => Row.Of(cell.Key, cell.Value))
            .Concat(CohortRules.Build(records, organisation).SelectMany(group => group.Cohorts).Select(Row.Of))
            .Concat(tally.Credits.Select(pair => Row.Of(pair.Key, pair.Value)))
            .Concat(tally.Steps.Select(pair => Row.Of(pair.Key, pair.Value)))
            .Concat(CustomerMonthRules.Build(records, organisation).Select(Row.Of))
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    private static async Task<RecordSet> RecordsAsync(CrmRoiContext context) => new()
    {
        Activities = await context.Activities.AsNoTracking().ToListAsync(),
        Leads = await context.Leads.AsNoTracking().ToListAsync(),
        Deals = await context.Deals.AsNoTracking().ToListAsync(),
        StageChanges = await context.StageChanges.AsNoTracking().ToListAsync(),
        Orders = await context.Orders.AsNoTracking().ToListAsync(),
        Cases = await context.Cases.AsNoTracking().ToListAsync(),
        SurveyAnswers = await context.SurveyAnswers.AsNoTracking().ToListAsync(),
        Customers = await context.Customers.AsNoTracking().ToListAsync(),
        Campaigns = await context.Campaigns.AsNoTracking().ToListAsync(),
    };
}
