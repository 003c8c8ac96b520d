using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data.Tests;

public sealed class ImportJobTests
{
    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Undoing_an_import_leaves_records_and_figures_as_they_were(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.UpsertAsync(new RandomCompany(3).Batch(withPeople: true));
        await ImportAsync(database, new() { Deals = [TestRecords.Deal("a", value: 1.25m), TestRecords.Deal("b")], Costs = [TestRecords.Cost()] });
        var (rows, deals) = (await database.RowsAsync(), await DealsAsync(database));

        var second = await ImportAsync(database, new()
        {
            Deals = [TestRecords.Deal("a", value: 2, closed: "2024-09-01"), TestRecords.Deal("c")],
            People = [TestRecords.Person("Zoe", "South")],
            Costs = [TestRecords.Cost() with { Amount = 77 }],
        });
        var between = await database.RowsAsync();
        var undone = await UndoAsync(database, second);

        between.Should().NotEqual(rows);
        undone.IsDone.Should().BeTrue();
        (await database.RowsAsync()).Should().Equal(rows);
        (await DealsAsync(database)).Should().BeEquivalentTo(deals);
        (await database.ReadAsync(context => context.Costs.AsNoTracking().SingleAsync())).Amount.Should().Be(TestRecords.Cost().Amount);
        (await database.ReadAsync(context => context.ImportJobs.SingleAsync(job => job.Id == second))).State.Should().Be(ImportState.Undone);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task An_import_whose_records_a_later_one_changed_is_not_undone_and_says_which(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var first = await ImportAsync(database, new() { Deals = [TestRecords.Deal("a"), TestRecords.Deal("b")] });
        var second = await ImportAsync(database, new() { Deals = [TestRecords.Deal("b", value: 7)] });

        var refused = await UndoAsync(database, first);
        var later = await UndoAsync(database, second);
        var then = await UndoAsync(database, first);

        refused.Should().BeEquivalentTo(new { IsDone = false, ConflictCount = 1 });
        refused.Conflicts.Should().ContainSingle().Which.Should().Be(new UndoConflict("Deal", TestRecords.Deal("b").Source, "b", second));
        later.IsDone.Should().BeTrue();
        then.IsDone.Should().BeTrue();
        (await database.ReadAsync(context => context.Deals.CountAsync())).Should().Be(0);
        (await database.RowsAsync()).Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task An_id_that_comes_again_in_a_later_part_counts_once_as_the_last_one_says_and_the_same_file_again_changes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        RecordBatch[] parts = [new() { Deals = [TestRecords.Deal("a", value: 1), TestRecords.Deal("b")] }, new() { Deals = [TestRecords.Deal("a", value: 2), TestRecords.Deal("c")] }];

        var first = await CountsAsync(database, parts);
        var rows = await database.RowsAsync();
        var again = await CountsAsync(database, parts);

        first.Should().BeEquivalentTo(new { New = 3, Changed = 0, Same = 0, Repeated = new[] { "a" } });
        again.Should().BeEquivalentTo(new { New = 0, Changed = 0, Same = 3, Repeated = new[] { "a" } });
        (await DealsAsync(database)).Single(deal => deal.Id == "a").Value.Should().Be(2);
        (await database.RowsAsync()).Should().Equal(rows);
        (await database.ReadAsync(context => context.ImportChanges.CountAsync())).Should().Be(0);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Records_that_a_file_of_everything_does_not_hold_are_deleted_and_come_back_when_that_is_undone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await ImportAsync(database, new() { Deals = [TestRecords.Deal("a"), TestRecords.Deal("b"), TestRecords.Deal("c")] });
        var rows = await database.RowsAsync();

        var deleted = 0;
        var full = await ImportAsync(database, new() { Deals = [TestRecords.Deal("a"), TestRecords.Deal("c", value: 9)] }, async import =>
            deleted = await import.DeleteOthersAsync<Deal>(TestRecords.Deal("a").Source, CancellationToken.None));
        var left = (await DealsAsync(database)).Select(deal => deal.Id).ToList();
        await UndoAsync(database, full);

        deleted.Should().Be(1);
        left.Should().BeEquivalentTo("a", "c");
        (await DealsAsync(database)).Should().HaveCount(3);
        (await database.RowsAsync()).Should().Equal(rows);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task An_import_that_nobody_goes_on_with_is_undone_before_the_next_begins(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await ImportAsync(database, new() { Deals = [TestRecords.Deal("a")] });
        var rows = await database.RowsAsync();
        var killed = await BeginAsync(database, new() { Deals = [TestRecords.Deal("a", value: 5), TestRecords.Deal("b")] });
        await AbandonAsync(database, killed);

        var next = await ImportAsync(database, new() { Deals = [TestRecords.Deal("a")] });

        (await database.ReadAsync(context => context.ImportJobs.SingleAsync(job => job.Id == killed))).Should().BeEquivalentTo(new { State = ImportState.Failed });
        (await database.ReadAsync(context => context.ImportJobs.SingleAsync(job => job.Id == next))).State.Should().Be(ImportState.Done);
        (await DealsAsync(database)).Should().ContainSingle().Which.Value.Should().Be(1000);
        (await database.RowsAsync()).Should().Equal(rows);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task An_import_is_taken_back_piece_after_piece_where_there_is_no_room_to_do_it_at_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await ImportAsync(database, new() { Deals = [.. Enumerable.Range(0, 700).Select(i => TestRecords.Deal($"{i}"))], Costs = [TestRecords.Cost()] });
        var (rows, deals) = (await database.RowsAsync(), await DealsAsync(database));
        var killed = await BeginAsync(database, new()
        {
            Deals = [.. Enumerable.Range(100, 2_500).Select(i => TestRecords.Deal($"{i}", value: 5, closed: "2024-09-01"))],
            Costs = [TestRecords.Cost() with { Amount = 77 }],
        });
        await AbandonAsync(database, killed);

        database.Commands.FullAt = "DELETE FROM \"Snapshots\"";
        await database.DoAsync<ImportJobs, bool>(async jobs =>
        {
            await jobs.RecoverAsync(CancellationToken.None);
            return true;
        });

        database.Commands.FullAt.Should().BeNull();
        (await database.ReadAsync(context => context.ImportJobs.SingleAsync(job => job.Id == killed))).State.Should().Be(ImportState.Failed);
        (await database.ReadAsync(context => context.ImportChanges.CountAsync())).Should().Be(0);
        (await DealsAsync(database)).OrderBy(deal => deal.Id, StringComparer.Ordinal).Should().Equal(deals.OrderBy(deal => deal.Id, StringComparer.Ordinal));
        (await database.ReadAsync(context => context.Costs.AsNoTracking().SingleAsync())).Amount.Should().Be(TestRecords.Cost().Amount);
        (await database.RowsAsync()).Should().Equal(rows);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_program_that_only_reads_starts_while_an_import_writes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.UpsertAsync(new() { Deals = [TestRecords.Deal("a")] });

        var deals = await database.ReadAsync(async writer =>
        {
            await using var writing = await writer.Database.BeginTransactionAsync();
            await DataVersion.ClaimAsync(writer, CancellationToken.None);
            await writer.Deals.ExecuteDeleteAsync();
            using var soon = new CancellationTokenSource(TimeSpan.FromMinutes(5)); // a slow machine is no failure
            return await database.DoAsync<IServiceProvider, int>(async services =>
            {
                await Of<DatabaseStart>(services).PrepareAsync(soon.Token);
                return await Of<CrmRoiContext>(services).Deals.CountAsync(soon.Token);
            });
        });

        deals.Should().Be(1);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task An_import_waits_until_another_one_is_over(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var going = await BeginAsync(database, new() { Deals = [TestRecords.Deal("a")] });
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        var waiting = () => database.DoAsync<ImportJobs, bool>(async jobs =>
        {
            await jobs.StartAsync((await jobs.QueueAsync("anna@example.com", ["second.csv"], null, CancellationToken.None)).Id, soon.Token);
            return true;
        });

        await waiting.Should().ThrowAsync<OperationCanceledException>();
        (await database.ReadAsync(context => context.ImportJobs.Select(job => job.State).ToListAsync())).Should().BeEquivalentTo([ImportState.Running, ImportState.Queued]);
        await AbandonAsync(database, going);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_record_that_somebody_edits_is_compared_anew(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await ImportAsync(database, new() { Costs = [TestRecords.Cost()] });
        await database.SaveAsync(async context => context.Entry(await context.Costs.SingleAsync()).Property(cost => cost.Amount).CurrentValue = 5);

        var counts = await CountsAsync(database, new RecordBatch { Costs = [TestRecords.Cost()] });

        counts.Should().BeEquivalentTo(new { New = 0, Changed = 1, Same = 0 });
    }

    private static async Task<int> ImportAsync(TestDatabase database, RecordBatch batch, Func<RecordImport, Task>? then = null)
    {
        var job = 0;
        await database.DoAsync<IServiceProvider, bool>(async services =>
        {
            var (jobs, store) = (Of<ImportJobs>(services), Of<RecordStore>(services));
            job = (await jobs.QueueAsync("anna@example.com", ["file.csv"], null, CancellationToken.None)).Id;
            await jobs.StartAsync(job, CancellationToken.None);
            var import = store.Begin(job, isDryRun: false);
            await import.WriteAsync(batch, null, CancellationToken.None);
            await (then?.Invoke(import) ?? Task.CompletedTask);
            await import.FinishAsync(() => jobs.FinishAsync(job, CancellationToken.None), CancellationToken.None);
            return true;
        });
        return job;
    }

    private static Task<bool> AbandonAsync(TestDatabase database, int job) => database.DoAsync<ImportJobs, bool>(jobs =>
    {
        jobs.Abandon(job);
        return Task.FromResult(true);
    });

    private static async Task<int> BeginAsync(TestDatabase database, RecordBatch batch)
    {
        var job = 0;
        await database.DoAsync<IServiceProvider, bool>(async services =>
        {
            var jobs = Of<ImportJobs>(services);
            job = (await jobs.QueueAsync("anna@example.com", ["file.csv"], null, CancellationToken.None)).Id;
            await jobs.StartAsync(job, CancellationToken.None);
            await Of<RecordStore>(services).Begin(job, isDryRun: false).WriteAsync(batch, null, CancellationToken.None);
            return true;
        });
        return job;
    }

    private static async Task<UpsertCounts> CountsAsync(TestDatabase database, params RecordBatch[] parts)
    {
        var counts = UpsertCounts.None;
        await database.DoAsync<IServiceProvider, bool>(async services =>
        {
            var jobs = Of<ImportJobs>(services);
            var job = (await jobs.QueueAsync("anna@example.com", ["file.csv"], null, CancellationToken.None)).Id;
            await jobs.StartAsync(job, CancellationToken.None);
            var import = Of<RecordStore>(services).Begin(job, isDryRun: false);
            foreach (var part in parts)
            {
                counts += (await import.WriteAsync(part, null, CancellationToken.None)).ByKind.Values.Single();
            }

            await import.FinishAsync(() => jobs.FinishAsync(job, CancellationToken.None), CancellationToken.None);
            return true;
        });
        return counts;
    }

    private static TService Of<TService>(IServiceProvider services)
        where TService : notnull => Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<TService>(services);

    private static Task<UndoResult> UndoAsync(TestDatabase database, int job) =>
        database.DoAsync<ImportJobs, UndoResult>(jobs => jobs.UndoAsync(job, CancellationToken.None));

    private static Task<List<Deal>> DealsAsync(TestDatabase database) => database.ReadAsync(context => context.Deals.AsNoTracking().ToListAsync());
}
