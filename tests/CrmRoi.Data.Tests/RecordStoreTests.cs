using CrmRoi.Metrics;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data.Tests;

public sealed class RecordStoreTests
{
    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Taking_the_same_batch_in_twice_changes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var batch = new RandomCompany(1).Batch(withPeople: true) with
        {
            Deals = [TestRecords.Deal("a", value: 10.123456m), TestRecords.Deal("b", closed: null)],
            Costs = [TestRecords.Cost()],
        };
        var first = await database.UpsertAsync(batch);
        var (rows, version) = (await database.RowsAsync(), await database.VersionAsync());

        var second = await database.UpsertAsync(batch);

        second.Should().BeEquivalentTo(new { New = 0, Changed = 0, Same = first.New });
        second.Of<Deal>().Should().BeEquivalentTo(new { New = 0, Changed = 0, Same = 2 });
        (await database.RowsAsync()).Should().Equal(rows);
        (await database.VersionAsync()).Should().Be(version);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_changed_record_counts_in_its_new_month_and_no_longer_in_its_old_one(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.UpsertAsync(new() { Deals = [TestRecords.Deal("a", closed: "2024-02-20"), TestRecords.Deal("b", closed: "2024-02-21")] });
        var version = await database.VersionAsync();

        var counts = await database.UpsertAsync(new() { Deals = [TestRecords.Deal("a", closed: "2024-05-01")] });

        counts.Should().BeEquivalentTo(new { New = 0, Changed = 1, Same = 0 });
        (await WonAsync(database, new Month(2024, 2))).Should().Be(1);
        (await WonAsync(database, new Month(2024, 5))).Should().Be(1);
        (await database.VersionAsync()).Should().NotBe(version);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_record_twice_in_one_batch_counts_once_as_the_last_one_says(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        var counts = await database.UpsertAsync(new() { Deals = [TestRecords.Deal("a", value: 1), TestRecords.Deal("a", value: 2)] });

        counts.Should().BeEquivalentTo(new { New = 1, Changed = 1, Same = 0 });
        (await database.ReadAsync(context => context.Deals.SingleAsync())).Value.Should().Be(2);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Ids_that_differ_in_case_are_two_records(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        var counts = await database.UpsertAsync(new() { Deals = [TestRecords.Deal("a"), TestRecords.Deal("A")] });

        counts.New.Should().Be(2);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_dry_run_says_what_it_would_do_and_does_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.UpsertAsync(new() { Deals = [TestRecords.Deal("a"), TestRecords.Deal("b")] });
        var (rows, version) = (await database.RowsAsync(), await database.VersionAsync());
        var batch = new RecordBatch { Deals = [TestRecords.Deal("a"), TestRecords.Deal("b", value: 7), TestRecords.Deal("c")] };

        var counts = await database.DoAsync<RecordStore, UpsertCounts>(store => store.UpsertAsync(batch, dryRun: true, CancellationToken.None));

        counts.Should().BeEquivalentTo(new { New = 1, Changed = 1, Same = 1 });
        (await database.ReadAsync(context => context.Deals.CountAsync())).Should().Be(2);
        (await database.RowsAsync()).Should().Equal(rows);
        (await database.VersionAsync()).Should().Be(version);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_transaction_that_breaks_in_the_middle_leaves_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.UpsertAsync(new() { Deals = [TestRecords.Deal("a")] });
        var (rows, version) = (await database.RowsAsync(), await database.VersionAsync());
        database.Commands.BreakAt = kind == DatabaseKind.SqlServer ? "[Cohorts]" : "FROM \"Cohorts\"";

        var upsert = () => database.UpsertAsync(new() { Deals = [TestRecords.Deal("a", value: 5), TestRecords.Deal("b")] });

        await upsert.Should().ThrowAsync<Exception>();
        database.Commands.BreakAt = null;
        (await database.ReadAsync(context => context.Deals.Select(deal => deal.Value).ToListAsync())).Should().Equal(1000);
        (await database.RowsAsync()).Should().Equal(rows);
        (await database.VersionAsync()).Should().Be(version);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_batch_is_part_of_the_callers_transaction(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        await database.DoAsync<CrmRoiContext, bool>(async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            await new RecordStore(context, new SnapshotStore(context, database.Clock), database.Clock)
                .UpsertAsync(new() { Deals = [TestRecords.Deal("a")] }, CancellationToken.None);
            return true;
        });

        (await database.ReadAsync(context => context.Deals.CountAsync())).Should().Be(0);
        (await database.RowsAsync()).Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Months_between_old_and_new_records_count_their_staff(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.UpsertAsync(new() { People = [TestRecords.Person("Anna", "North")], Deals = [TestRecords.Deal("a")] });

        await database.UpsertAsync(new() { Deals = [TestRecords.Deal("b", created: "2024-06-01", closed: null)] });

        var april = new Month(2024, 4);
        var row = await database.ReadAsync(context => context.Snapshots.SingleAsync(row => row.Month == april));
        row.Totals.StaffMonths.Should().Be(1);
        row.Team.Should().Be("North");
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_sales_pipeline_goes_in_with_few_commands_more_than_a_tenth_of_it(DatabaseKind kind)
    {
        var tenth = await CommandsOfAsync(880);

        (await CommandsOfAsync(8800)).Should().BeLessThan(tenth + 80, "7,920 records more go in by batches, not one by one");

        async Task<int> CommandsOfAsync(int count)
        {
            await using var database = await TestDatabase.CreateAsync(kind);
            database.Commands.Texts.Clear();

            await database.UpsertAsync(new()
            {
                Deals = [.. Enumerable.Range(0, count).Select(i => TestRecords.Deal($"{i}", value: i) with { Rep = $"Rep {i % 35}", Product = $"Product {i % 7}", ClosedOn = new DateOnly(2024, 3, 1).AddDays(i % 300) })],
            });

            return database.Commands.Texts.Count;
        }
    }

    private static Task<long> WonAsync(TestDatabase database, Month month) =>
        database.ReadAsync(context => context.Snapshots.Where(row => row.Month == month).SumAsync(row => row.Totals.DealsWon));
}
