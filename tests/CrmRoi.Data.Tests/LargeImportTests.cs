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
    private const long Many = 100_000;

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

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Indexes_are_set_aside_while_very_many_rows_go_in_and_are_there_again_when_it_is_done_or_was_killed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var before = await IndexesAsync(database);

        var job = await BeginAsync(database, Many, new RecordBatch { Deals = [TestRecords.Deal("a")] });
        var meanwhile = await IndexesAsync(database);
        await KillAsync(database, job);
        var after = await IndexesAsync(database);
        await ImportAsync(database, new RecordBatch { Deals = [TestRecords.Deal("b")] });

        before.Should().HaveCountGreaterThan(4);
        meanwhile.Should().NotContain(index => index.StartsWith("IX_"));
        after.Should().Equal(before);
        (await IndexesAsync(database)).Should().Equal(before);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Records_that_come_again_while_there_are_no_indexes_count_once_as_they_came_last(DatabaseKind kind)
    {
        for (var seed = 40; seed < 44; seed++)
        {
            var parts = PartsOf(new Random(seed));
            await using var database = await TestDatabase.CreateAsync(kind);

            var counts = await TakeAsync(database, expected: Many, parts);
            var rows = await database.RowsAsync();
            var again = await TakeAsync(database, expected: Many, [.. parts.TakeLast(1)]);
            await database.RebuildAllAsync();

            var last = parts.SelectMany(part => part.Deals).GroupBy(deal => (deal.Source, deal.Id)).Select(deals => deals.Last());
            (await DealsAsync(database)).Should().BeEquivalentTo(last);
            (await database.RowsAsync()).Should().Equal(rows, "seed {0}", seed);
            counts.New.Should().Be(last.Count());
            counts.Repeated.Should().HaveCount(parts.Sum(part => part.Deals.Count) - last.Count());
            again.Same.Should().Be(parts[^1].Deals.Count);

            // Without the short cut of an empty table nothing else becomes of them.
            await using var other = await TestDatabase.CreateAsync(kind);
            var slowly = await TakeAsync(other, expected: 0, parts);
            (await DealsAsync(other)).Should().BeEquivalentTo(last);
            (counts.New, counts.Changed, counts.Same).Should().Be((slowly.New, slowly.Changed, slowly.Same), "seed {0}", seed);
            counts.Repeated.Should().BeEquivalentTo(slowly.Repeated);
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Records_of_sources_that_were_there_are_told_from_new_ones_whether_their_ids_are_learnt_or_asked_for(DatabaseKind kind)
    {
        // Both sources by heart; one of them; none; and a table of which more is there than comes.
        foreach (var expected in new long[] { Many, 150, 60, 10 })
        {
            var parts = PartsOf(new Random(expected.GetHashCode()));
            await using var database = await TestDatabase.CreateAsync(kind);
            await using var other = await TestDatabase.CreateAsync(kind);
            var indexes = await IndexesAsync(database);
            foreach (var each in new[] { database, other })
            {
                await TakeAsync(each, expected: 0, parts[..2]);
            }

            var counts = await TakeAsync(database, expected, parts[2..]);
            var slowly = await TakeAsync(other, expected: 0, parts[2..]);

            (await DealsAsync(database)).Should().BeEquivalentTo(await DealsAsync(other));
            (counts.New, counts.Changed, counts.Same).Should().Be((slowly.New, slowly.Changed, slowly.Same), "{0} are expected", expected);
            counts.Repeated.Should().BeEquivalentTo(slowly.Repeated);
            slowly.Repeated.Should().NotBeEmpty();
            slowly.Changed.Should().BePositive();
            (await IndexesAsync(database)).Should().Equal(indexes);
            (await database.RowsAsync()).Should().Equal(await other.RowsAsync());
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_table_does_without_its_indexes_unless_more_than_three_times_as_many_are_there_as_come(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await TakeAsync(database, expected: 0, [new() { Deals = [.. Enumerable.Range(0, 20).Select(i => TestRecords.Deal($"{i}"))] }]);
        var before = await IndexesAsync(database);

        var few = await BeginAsync(database, 6, new RecordBatch { Deals = [TestRecords.Deal("a") with { Source = "new" }] });
        var meanwhile = await IndexesAsync(database);
        await KillAsync(database, few);
        var many = await BeginAsync(database, 7, new RecordBatch { Deals = [TestRecords.Deal("a") with { Source = "new" }] });
        var without = await IndexesAsync(database);
        await KillAsync(database, many);

        meanwhile.Should().Equal(before);
        without.Should().NotContain(index => index.StartsWith("IX_"));
        (await IndexesAsync(database)).Should().Equal(before);
        (await DealsAsync(database)).Should().HaveCount(20);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Ids_of_a_source_that_has_many_are_learnt_once_most_of_what_comes_was_new(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var other = await TestDatabase.CreateAsync(kind);
        foreach (var each in new[] { database, other })
        {
            await TakeAsync(each, expected: 0, [Numbered(0, 50, "before")]);
        }

        // Two of twenty were there; then all are new, but for those of this file; then the old ones come again, some changed.
        RecordBatch[] parts = [Numbered(48, 20, "before"), Numbered(60, 20, "new"), Numbered(0, 30, "before"), Numbered(25, 30, "after")];
        var indexes = await IndexesAsync(database);
        var asked = await BeginAsync(database, 200, parts[..1]);
        var meanwhile = await IndexesAsync(database);
        await KillAsync(database, asked);
        var learnt = await BeginAsync(database, 190, [.. parts[..1], Numbered(200, 5, "new")]);
        var without = await IndexesAsync(database);
        await KillAsync(database, learnt);
        var counts = await TakeAsync(database, expected: 190, parts);
        var slowly = await TakeAsync(other, expected: 0, parts);

        meanwhile.Should().Equal(indexes);
        without.Should().NotContain(index => index.StartsWith("IX_"));
        (counts.New, counts.Changed, counts.Same).Should().Be((slowly.New, slowly.Changed, slowly.Same));
        counts.Repeated.Should().BeEquivalentTo(slowly.Repeated);
        (slowly.New, slowly.Repeated.Count).Should().Be((30, 20));
        (await DealsAsync(database)).Should().BeEquivalentTo(await DealsAsync(other));
        (await IndexesAsync(database)).Should().Equal(indexes);
        (await database.RowsAsync()).Should().Equal(await other.RowsAsync());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task So_many_that_come_again_that_they_need_not_wait_are_taken_in_with_keys(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var indexes = await IndexesAsync(database);
        RecordBatch[] parts = [.. Enumerable.Range(0, 4).Select(part => new RecordBatch { Deals = [.. Enumerable.Range(0, 5_000).Select(i => TestRecords.Deal($"{i}") with { Name = $"{part}" })] })];

        var first = await TakeAsync(database, expected: Many, parts);

        (first.New, first.Repeated.Count).Should().Be((5_000, 15_000));
        (await DealsAsync(database)).Should().HaveCount(5_000).And.OnlyContain(deal => deal.Name == "3");
        (await IndexesAsync(database)).Should().Equal(indexes);
    }

    [Theory, OnPostgreSql]
    public async Task An_import_does_not_wait_for_whoever_reads_the_table(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var indexes = await IndexesAsync(database);
        var (counts, meanwhile) = await database.DoAsync<CrmRoiContext, (UpsertCounts, List<string>)>(async reader =>
        {
            await using var reading = await reader.Database.BeginTransactionAsync();
            _ = await reader.Deals.CountAsync();
            var taken = await TakeAsync(database, expected: Many, [new() { Deals = [TestRecords.Deal("a")] }, new() { Deals = [TestRecords.Deal("a") with { Name = "b" }] }]);
            return (taken, await IndexesAsync(database));
        });

        (counts.New, counts.Repeated.Count).Should().Be((1, 1));
        meanwhile.Should().Equal(indexes);
        (await DealsAsync(database)).Should().ContainSingle(deal => deal.Name == "b");
    }

    [Theory, OnPostgreSql]
    public async Task Whoever_makes_missing_indexes_does_not_wait_for_whoever_writes_where_none_is_missing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var indexes = await IndexesAsync(database);

        await database.DoAsync<CrmRoiContext, bool>(async writing =>
        {
            await using var transaction = await writing.Database.BeginTransactionAsync();
            await writing.Database.ExecuteSqlRawAsync("""LOCK TABLE "Deals" IN ROW EXCLUSIVE MODE""");
            return await database.DoAsync<CrmRoiContext, bool>(async making =>
            {
                await making.Database.OpenConnectionAsync();
                await making.Database.ExecuteSqlRawAsync("SET lock_timeout = '1s'");
                await RowWriter.Of(making).RestoreIndexesAsync<Deal>(making, CancellationToken.None);
                return true;
            });
        });

        (await IndexesAsync(database)).Should().Equal(indexes);
    }

    [Fact]
    public async Task There_are_no_indexes_while_records_wait_to_be_settled()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var part = new RecordBatch { Deals = [TestRecords.Deal("a")] };

        var ending = () => database.DoAsync<IServiceProvider, bool>(async services =>
        {
            var import = services.GetRequiredService<RecordStore>().Begin(null, isDryRun: false, expected: Many);
            await import.WriteAsync(part, null, CancellationToken.None);
            await import.WriteAsync(part, null, CancellationToken.None);
            await import.IndexAsync(CancellationToken.None);
            return true;
        });

        await ending.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Stored_records_are_found_in_the_order_in_which_they_lie_and_in_any_other()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        string[] ids = [.. Enumerable.Range(0, 60).Select(i => $"{(i * 37) % 60}")];
        await database.DoAsync<RecordStore, UpsertCounts>(store => store.UpsertAsync(new RecordBatch { Deals = [.. ids.Select(id => TestRecords.Deal(id))] }, CancellationToken.None));
        await database.DoAsync<RecordStore, UpsertCounts>(store => store.UpsertAsync(new RecordBatch { Deals = [.. ids.Take(7).Select(id => TestRecords.Deal(id) with { Source = "other" })] }, CancellationToken.None));
        var keys = await database.ReadAsync(context => context.Deals.Where(deal => deal.Source == TestRecords.Deal("a").Source)
            .Select(deal => new { deal.Id, Key = EF.Property<long>(deal, Shadow.Key) }).ToDictionaryAsync(deal => deal.Id, deal => deal.Key));

        foreach (var asked in new string[][] { ids, [.. ids.Order()], [.. ids.Reverse()], [.. ids.Take(5), "none", .. ids.Skip(5), ids[3], ids[4], ids[5], "nobody"] })
        {
            var found = await database.ReadAsync(async context =>
            {
                await context.Database.OpenConnectionAsync();
                return await RowWriter.Of(context).FindAsync<Deal>(context, TestRecords.Deal("a").Source, asked, CancellationToken.None);
            });

            found.Select(row => row?.Key).Should().Equal(asked.Select(id => keys.TryGetValue(id, out var key) ? key : (long?)null));
        }
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

    private static RecordBatch Numbered(int first, int count, string name) => new()
    {
        Deals = [.. Enumerable.Range(first, count).Select(i => TestRecords.Deal($"{i}") with { Name = name })],
    };

    private static RecordBatch Countable(RecordBatch batch) => new()
    {
        Deals = batch.Deals,
        Leads = batch.Leads,
        Activities = batch.Activities,
        Orders = batch.Orders,
        Cases = batch.Cases,
        SurveyAnswers = batch.SurveyAnswers,
    };

    // Few ids, often again, in parts in which none is there twice, from two sources.
    private static RecordBatch[] PartsOf(Random random) =>
    [
        .. Enumerable.Range(0, 6).Select(part => new RecordBatch
        {
            Deals =
            [
                .. Enumerable.Range(0, 30).Where(_ => random.Next(3) > 0).Select(i => TestRecords.Deal($"{i + (random.Next(2) * 100)}") with
                {
                    Source = random.Next(4) == 0 ? "other" : "crm",
                    Name = $"{random.Next(3)}",
                }),
            ],
        }),
    ];

    private static Task<UpsertCounts> TakeAsync(TestDatabase database, long expected, RecordBatch[] parts) => database.DoAsync<IServiceProvider, UpsertCounts>(async services =>
    {
        var jobs = services.GetRequiredService<ImportJobs>();
        var job = (await jobs.QueueAsync("anna@example.com", ["file.csv"], null, CancellationToken.None)).Id;
        await jobs.StartAsync(job, CancellationToken.None);
        var import = services.GetRequiredService<RecordStore>().Begin(job, isDryRun: false, expected);
        var counts = UpsertCounts.None;
        foreach (var part in parts)
        {
            counts += (await import.WriteAsync(part, null, CancellationToken.None)).Of<Deal>();
        }

        counts += (await import.SettleAsync(CancellationToken.None)).Of<Deal>();
        await import.FinishAsync(() => jobs.FinishAsync(job, CancellationToken.None), CancellationToken.None);
        return counts;
    });

    private static Task<List<Deal>> DealsAsync(TestDatabase database) => database.ReadAsync(context => context.Deals.AsNoTracking().ToListAsync());

    // As whoever starts next finds it.
    private static Task<bool> KillAsync(TestDatabase database, int job) => database.DoAsync<ImportJobs, bool>(async jobs =>
    {
        jobs.Abandon(job);
        await jobs.RecoverAsync(CancellationToken.None);
        return true;
    });

    private static async Task<int> BeginAsync(TestDatabase database, long expected, params RecordBatch[] parts)
    {
        var job = 0;
        await database.DoAsync<IServiceProvider, bool>(async services =>
        {
            (job, _) = await WriteAsync(services, expected, parts);
            return true;
        });
        return job;
    }

    private static Task<bool> ImportAsync(TestDatabase database, params RecordBatch[] parts) => database.DoAsync<IServiceProvider, bool>(async services =>
    {
        var (job, import) = await WriteAsync(services, Many, parts);
        await import.FinishAsync(() => services.GetRequiredService<ImportJobs>().FinishAsync(job, CancellationToken.None), CancellationToken.None);
        return true;
    });

    private static async Task<(int Job, RecordImport Import)> WriteAsync(IServiceProvider services, long expected, RecordBatch[] parts)
    {
        var jobs = services.GetRequiredService<ImportJobs>();
        var job = (await jobs.QueueAsync("anna@example.com", ["file.csv"], null, CancellationToken.None)).Id;
        await jobs.StartAsync(job, CancellationToken.None);
        var import = services.GetRequiredService<RecordStore>().Begin(job, isDryRun: false, expected);
        foreach (var part in parts)
        {
            await import.WriteAsync(part, null, CancellationToken.None);
        }

        await import.SettleAsync(CancellationToken.None);
        return (job, import);
    }

    // As the migrations made them, word by word.
    private static Task<List<string>> IndexesAsync(TestDatabase database) => database.ReadAsync(context => context.Database.SqlQueryRaw<string>(
        context.Database.IsSqlite()
            ? "SELECT name || ': ' || sql AS Value FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Deals' ORDER BY name"
            : """SELECT indexname || ': ' || indexdef AS "Value" FROM pg_indexes WHERE tablename = 'Deals' ORDER BY indexname""").ToListAsync());
}
