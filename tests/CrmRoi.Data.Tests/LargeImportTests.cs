using CrmRoi.Metrics;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Data.Tests;

public sealed class LargeImportTests
{
    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task What_was_counted_while_the_first_records_came_in_is_what_a_rebuild_counts(DatabaseKind kind)
    {
        for (var seed = 20; seed < 23; seed++)
        {
            await using var database = await TestDatabase.CreateAsync(kind);
            var company = new RandomCompany(seed);
            await ImportAsync(database, Countable(company.Batch(withPeople: false)), Countable(company.Batch(withPeople: false)));
            var rows = await database.RowsAsync();

            await database.RebuildAllAsync();

            rows.Should().NotBeEmpty();
            (await database.RowsAsync()).Should().Equal(rows, "seed {0}", seed);
        }
    }

    [Fact]
    public async Task Only_records_that_are_all_there_is_are_counted_as_they_come()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        var (first, second) = await database.DoAsync<CrmRoiContext, (bool, bool)>(async context =>
        {
            var horizon = await RecordHorizon.ReadAsync(context, CancellationToken.None);
            var figures = new FirstFigures(context);
            await figures.BeginAsync(horizon, CancellationToken.None);
            await figures.AddAsync<Deal>([TestRecords.Deal("a")]);
            var whole = await figures.FinishAsync() is not null;
            await figures.AddAsync<Person>([TestRecords.Person("Zoe", "South")]);
            return (whole, await figures.FinishAsync() is not null);
        });

        first.Should().BeTrue();
        second.Should().BeFalse("who belongs where changes where deals count");
    }

    [Fact]
    public async Task Indexes_are_set_aside_while_very_many_rows_go_in_and_are_there_again_when_it_is_done_or_was_killed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var before = await IndexesAsync(database);

        var job = await BeginAsync(database, new RecordBatch { Deals = [TestRecords.Deal("a")] });
        var meanwhile = await IndexesAsync(database);
        await AbandonAsync(database, job);
        await database.DoAsync<ImportJobs, bool>(async jobs =>
        {
            await jobs.RecoverAsync(CancellationToken.None);
            return true;
        });
        var after = await IndexesAsync(database);
        await ImportAsync(database, new RecordBatch { Deals = [TestRecords.Deal("b")] });

        meanwhile.Should().NotContain("IX_Deals_CreatedOn").And.Contain("IX_Deals_Source_Id");
        after.Should().Equal(before);
        (await IndexesAsync(database)).Should().Equal(before);
    }

    [Fact]
    public async Task Waits_that_an_older_program_stored_age_by_age_are_read_as_they_were()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await database.DoAsync<CrmRoiContext, bool>(async context =>
        {
            var migrator = context.GetService<IMigrator>();
            await migrator.MigrateAsync("ImportsReviewsReports");
            await context.Database.ExecuteSqlRawAsync("""
                INSERT INTO Cohorts (Clock, Month, Rep, Team, Region, Segment, Channel, Campaign, Product, Stage, Ending, EndMonth, Age, "Count", Value)
                VALUES (0, 24290, 'Anna', 'North', '', '', '', '', '', '', 1, 24292, 45, 3, 12345678)
                """);
            await migrator.MigrateAsync();
            return true;
        });

        var row = await database.ReadAsync(context => context.Cohorts.AsNoTracking().SingleAsync());

        row.Group.Cohorts.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Age = 45, Count = 3, Value = 1234.5678m, Ending = Ending.Reached, EndMonth = Month.At(24292) });
    }

    private static RecordBatch Countable(RecordBatch batch) => new()
    {
        Deals = batch.Deals,
        Leads = batch.Leads,
        Activities = batch.Activities,
        Orders = batch.Orders,
        Cases = batch.Cases,
        SurveyAnswers = batch.SurveyAnswers,
    };

    private static Task<bool> AbandonAsync(TestDatabase database, int job) => database.DoAsync<ImportJobs, bool>(jobs =>
    {
        jobs.Abandon(job);
        return Task.FromResult(true);
    });

    private static async Task<int> BeginAsync(TestDatabase database, params RecordBatch[] parts)
    {
        var job = 0;
        await database.DoAsync<IServiceProvider, bool>(async services =>
        {
            (job, _) = await WriteAsync(services, parts);
            return true;
        });
        return job;
    }

    private static Task<bool> ImportAsync(TestDatabase database, params RecordBatch[] parts) => database.DoAsync<IServiceProvider, bool>(async services =>
    {
        var (job, import) = await WriteAsync(services, parts);
        await import.FinishAsync(() => services.GetRequiredService<ImportJobs>().FinishAsync(job, CancellationToken.None), CancellationToken.None);
        return true;
    });

    private static async Task<(int Job, RecordImport Import)> WriteAsync(IServiceProvider services, RecordBatch[] parts)
    {
        var jobs = services.GetRequiredService<ImportJobs>();
        var job = (await jobs.QueueAsync("anna@example.com", ["file.csv"], null, CancellationToken.None)).Id;
        await jobs.StartAsync(job, CancellationToken.None);
        var import = services.GetRequiredService<RecordStore>().Begin(job, isDryRun: false, isLarge: true);
        foreach (var part in parts)
        {
            await import.WriteAsync(part, null, CancellationToken.None);
        }

        return (job, import);
    }

    private static Task<List<string>> IndexesAsync(TestDatabase database) => database.ReadAsync(context =>
        context.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Deals' ORDER BY name").ToListAsync());
}
