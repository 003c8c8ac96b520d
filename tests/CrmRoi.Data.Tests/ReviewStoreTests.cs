using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data.Tests;

public sealed class ReviewStoreTests
{
    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_review_is_proved_later_whatever_was_imported_since(DatabaseKind kind)
    {
        await using var database = await CompanyAsync(kind);
        var made = await MakeAsync(database);
        await database.UpsertAsync(new() { Deals = [Deal(99, 1_000_000)] });

        var proved = await VerifyAsync(database, made.Id);

        proved!.IsWhole.Should().BeTrue();
        proved.Recomputed!.Figures.Should().BeGreaterThan(50);
        (made.Cost, made.Gain).Should().Be((1000m, 2400m), "8 months of 600 more revenue at half margin");
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_tampered_review_is_found(DatabaseKind kind)
    {
        await using var database = await CompanyAsync(kind);
        var made = await MakeAsync(database);
        var content = await database.ReadAsync(context => context.ReviewContents.AsNoTracking().SingleAsync());
        var cheaper = content.Content.Replace("\"Amount\":1000", "\"Amount\":500", StringComparison.Ordinal);
        cheaper.Should().NotBe(content.Content);

        await database.ReadAsync(context => context.ReviewContents.ExecuteUpdateAsync(set => set.SetProperty(each => each.Content, cheaper)));
        var found = await VerifyAsync(database, made.Id);

        (found!.IsWhole, found.IsContentWhole, found.IsReportWhole).Should().Be((false, false, true));
        found.Recomputed!.Differences.Should().Contain(new FigureDifference("cost-total", FigureSide.Whole, 1000, 500));
    }

    [Theory, OnSqlite]
    public async Task Whoever_tampers_with_the_fingerprint_too_is_found_by_the_log(DatabaseKind kind)
    {
        await using var database = await CompanyAsync(kind);
        var made = await MakeAsync(database);
        var content = await database.ReadAsync(context => context.ReviewContents.AsNoTracking().SingleAsync());
        var other = content.Content.Replace("\"Company\":\"\"", "\"Company\":\"Other\"", StringComparison.Ordinal);
        var fingerprint = ReviewJson.Fingerprint(other);

        await database.ReadAsync(context => context.ReviewContents.ExecuteUpdateAsync(set => set.SetProperty(each => each.Content, other)));
        await database.ReadAsync(context => context.Reviews.ExecuteUpdateAsync(set => set.SetProperty(each => each.Fingerprint, fingerprint)));
        var found = await VerifyAsync(database, made.Id);

        (found!.IsContentWhole, found.IsHeadWhole, found.IsWhole).Should().Be((true, false, false));
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_report_that_was_replaced_is_found(DatabaseKind kind)
    {
        await using var database = await CompanyAsync(kind);
        var made = await MakeAsync(database);

        await database.ReadAsync(context => context.ReviewContents.ExecuteUpdateAsync(set => set.SetProperty(each => each.Report, new byte[] { 9 })));

        (await VerifyAsync(database, made.Id))!.IsReportWhole.Should().BeFalse();
    }

    [Theory, OnSqlite]
    public async Task What_is_read_back_is_written_alike(DatabaseKind kind)
    {
        await using var database = await CompanyAsync(kind);
        await MakeAsync(database);
        var content = await database.ReadAsync(context => context.ReviewContents.AsNoTracking().SingleAsync());

        ReviewJson.Write(ReviewJson.Read(content.Content)).Should().Be(content.Content);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Nothing_of_a_signed_review_changes(DatabaseKind kind)
    {
        await using var database = await CompanyAsync(kind);
        var made = await MakeAsync(database);
        await database.SaveAsync(async context => await context.AddAsync(ItemOf(made.Id)));
        await database.SaveAsync(async context => (await context.Reviews.SingleAsync()).SignedAt = database.Clock.Now);

        Func<CrmRoiContext, Task>[] changes =
        [
            async context => (await context.ReviewItems.SingleAsync()).DoneOn = new(2025, 6, 15),
            async context => await context.AddAsync(ItemOf(made.Id)),
            async context => context.Remove(await context.ReviewItems.SingleAsync()),
            async context => (await context.Reviews.SingleAsync()).SignedAt = null,
            async context => context.Remove(await context.Reviews.SingleAsync()),
        ];

        foreach (var change in changes)
        {
            await database.Invoking(each => each.SaveAsync(change)).Should().ThrowAsync<SignedReviewException>();
        }
    }

    [Theory, OnSqlite]
    public async Task What_a_review_froze_does_not_change_before_it_is_signed_either(DatabaseKind kind)
    {
        await using var database = await CompanyAsync(kind);
        await MakeAsync(database);

        await database.Invoking(each => each.SaveAsync(async context => context.Remove(await context.ReviewContents.SingleAsync()))).Should().ThrowAsync<SignedReviewException>();
    }

    [Theory, OnSqlite]
    public async Task Open_actions_come_along_to_the_next_review(DatabaseKind kind)
    {
        await using var database = await CompanyAsync(kind);
        var first = await MakeAsync(database);
        await database.SaveAsync(async context =>
        {
            await context.AddAsync(ItemOf(first.Id));
            var done = ItemOf(first.Id);
            done.DoneOn = new(2025, 6, 1);
            await context.AddAsync(done);
        });

        var second = await MakeAsync(database);

        var carried = await database.ReadAsync(context => context.ReviewItems.AsNoTracking().Where(item => item.ReviewId == second.Id).ToListAsync());
        carried.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Text = "Train the north", Owner = "Ben", DoneOn = (DateOnly?)null });
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task The_import_that_restated_a_review_is_named(DatabaseKind kind)
    {
        await using var database = await CompanyAsync(kind);
        var made = await MakeAsync(database);
        database.Clock.Now = database.Clock.Now.AddDays(1);
        var months = await database.DoAsync<RecordStore, IReadOnlyList<Month>>(async store =>
        {
            var import = store.Begin(null, isDryRun: false);
            await import.WriteAsync(new() { Deals = [Deal(19, 1200)] }, null, CancellationToken.None);
            await import.FinishAsync(null, CancellationToken.None);
            return import.Months;
        });
        await database.SaveAsync(async context => await context.AddRangeAsync(RunOf(database, "late.csv", months), RunOf(database, "other.csv", [new Month(2030, 1)])));

        var now = await database.Figures.LoadAsync(CancellationToken.None);
        var frozen = await database.DoAsync<ReviewStore, FrozenReview?>(store => store.ReadAsync(made.Id, CancellationToken.None));
        var found = RestatementStore.Compare(frozen!, made.Programme, now)!;
        var causes = await database.DoAsync<RestatementStore, IReadOnlyList<RestatementCause>>(store => store.CausesAsync(made, found, CancellationToken.None));

        months.Should().Contain(found.Months);
        found.Of("benefit-total")!.Difference.Should().Be(50, "100 more revenue at half margin");
        causes.Should().ContainSingle().Which.Import!.FileName.Should().Be("late.csv");
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task An_import_from_before_that_was_undone_since_is_named_and_one_that_came_and_went_is_not(DatabaseKind kind)
    {
        await using var database = await CompanyAsync(kind);
        var before = await ImportAsync(database, "before.csv", Deal(19, 1300));
        database.Clock.Now = database.Clock.Now.AddDays(1);
        var made = await MakeAsync(database);
        database.Clock.Now = database.Clock.Now.AddDays(1);
        var passing = await ImportAsync(database, "passing.csv", Deal(18, 9000));

        var gone = await UndoAsync(database, passing);
        var nothing = await CompareAsync(database, made);
        var undone = await UndoAsync(database, before);
        var found = await CompareAsync(database, made);
        var causes = await database.DoAsync<RestatementStore, IReadOnlyList<RestatementCause>>(store => store.CausesAsync(made, found, CancellationToken.None));

        (gone.IsDone, undone.IsDone, nothing.IsAny).Should().Be((true, true, false));
        found.Of("benefit-total")!.Difference.Should().Be(-100, "200 less revenue at half margin");
        causes.Should().ContainSingle().Which.Should().BeEquivalentTo(new { At = database.Clock.Now, Import = new { FileName = "before.csv", State = ImportState.Undone } });
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Costs_that_were_imported_since_name_their_file(DatabaseKind kind)
    {
        await using var database = await CompanyAsync(kind);
        var made = await MakeAsync(database);
        database.Clock.Now = database.Clock.Now.AddDays(1);
        await database.UpsertAsync(new() { Costs = [new() { Source = "ledger", Id = "7", Programme = "CRM", Description = "Support", Amount = 300, From = new(2025, 2) }] });
        var costs = RunOf(database, "costs.csv", [], "costs");
        var same = RunOf(database, "same.csv", [], "costs", changed: 0);
        await database.SaveAsync(async context => await context.AddRangeAsync(costs, same, RunOf(database, "deals.csv", [])));

        var found = await CompareAsync(database, made);
        var causes = await database.DoAsync<RestatementStore, IReadOnlyList<RestatementCause>>(store => store.CausesAsync(made, found, CancellationToken.None));

        found.Of("cost-total")!.Difference.Should().Be(300);
        causes.Where(cause => cause.Import is not null).Should().ContainSingle().Which.Import!.FileName.Should().Be("costs.csv");
        causes.Where(cause => cause.Entry is not null).Should().ContainSingle().Which.Entry!.Key.Should().Be("ledger/7", "the cost itself says who entered it");
    }

    private static async Task<Restatement> CompareAsync(TestDatabase database, Review made)
    {
        var now = await database.Figures.LoadAsync(CancellationToken.None);
        var frozen = await database.DoAsync<ReviewStore, FrozenReview?>(store => store.ReadAsync(made.Id, CancellationToken.None));
        return RestatementStore.Compare(frozen!, made.Programme, now)!;
    }

    private static Task<UndoResult> UndoAsync(TestDatabase database, int job) => database.DoAsync<ImportJobs, UndoResult>(jobs => jobs.UndoAsync(job, CancellationToken.None));

    private static async Task<int> ImportAsync(TestDatabase database, string file, Deal deal)
    {
        var job = await database.DoAsync<ImportJobs, ImportJob>(async jobs =>
        {
            var queued = await jobs.QueueAsync("anna@example.com", [file], null, CancellationToken.None);
            await jobs.StartAsync(queued.Id, CancellationToken.None);
            return queued;
        });
        var months = await database.DoAsync<RecordStore, IReadOnlyList<Month>>(async store =>
        {
            var import = store.Begin(job.Id, isDryRun: false);
            await import.WriteAsync(new() { Deals = [deal] }, null, CancellationToken.None);
            await import.FinishAsync(null, CancellationToken.None);
            return import.Months;
        });
        await database.SaveAsync(async context => await context.AddAsync(RunOf(database, file, months, job: job.Id)));
        await database.DoAsync<ImportJobs, bool>(async jobs =>
        {
            await jobs.FinishAsync(job.Id, CancellationToken.None);
            return true;
        });
        return job.Id;
    }

    private static ReviewItem ItemOf(int review) => new()
    {
        ReviewId = review,
        Kind = ReviewItemKind.Action,
        Text = "Train the north",
        Owner = "Ben",
        DueOn = new(2025, 9, 1),
        WrittenBy = "anna",
        WrittenAt = new(2025, 6, 1, 0, 0, 0, TimeSpan.Zero),
    };

    private static ImportRun RunOf(TestDatabase database, string name, IReadOnlyList<Month> months, string kind = "deals", int changed = 1, int? job = null) => new()
    {
        ImportJobId = job,
        Kind = kind,
        User = "anna",
        FileName = name,
        Sha256 = "",
        State = ImportState.Done,
        New = 0,
        Changed = changed,
        StartedAt = database.Clock.Now,
        FinishedAt = database.Clock.Now,
        Months = months,
    };

    private static async Task<TestDatabase> CompanyAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        database.Clock.Now = new(2025, 9, 10, 9, 0, 0, TimeSpan.Zero);
        await database.SaveAsync(async context =>
        {
            await context.AddAsync(new Programme { Name = "CRM", Currency = "EUR", GoLive = new(2025, 1), MarginRate = 0.5m, MarginRateReason = "plan" });
            await context.AddAsync(new Cost { Source = "form", Id = "1", Programme = "CRM", Description = "Seats", Amount = 1000, From = new(2025, 1) });
        });
        await database.UpsertAsync(new() { Deals = [.. Enumerable.Range(0, 20).Select(number => Deal(number, number < 12 ? 500 : 1100))] });
        return database;
    }

    private static Deal Deal(int number, decimal value) => new()
    {
        Source = "test",
        Id = $"{number}",
        Outcome = DealOutcome.Won,
        Value = value,
        CreatedOn = new DateOnly(2024, 1, 10).AddMonths(Math.Min(number, 19)),
        ClosedOn = new DateOnly(2024, 1, 20).AddMonths(Math.Min(number, 19)),
    };

    private static async Task<Review> MakeAsync(TestDatabase database) =>
        (await database.DoAsync<ReviewStore, Review?>(store => store.MakeAsync("CRM", "anna", (_, _) => [1, 2, 3], CancellationToken.None)))!;

    private static Task<ReviewVerification?> VerifyAsync(TestDatabase database, int id) =>
        database.DoAsync<ReviewStore, ReviewVerification?>(store => store.VerifyAsync(id, CancellationToken.None));
}
