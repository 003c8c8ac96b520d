using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data.Tests;

public sealed class EditingTests
{
    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task What_is_entered_changes_the_version_of_the_data(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var before = await database.VersionAsync();

        await database.SaveAsync(async context => await context.Costs.AddAsync(TestRecords.Cost()));

        (await database.VersionAsync()).Should().NotBe(before);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Who_signs_in_does_not_change_the_version_of_the_data(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var before = await database.VersionAsync();

        await database.SaveAsync(async context => await context.Users.AddAsync(new User { UserName = "ben@example.com", LockoutEnd = database.Clock.Now }));

        (await database.VersionAsync()).Should().Be(before);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Changing_a_cost_is_written_down_with_before_and_after(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.SaveAsync(async context => await context.Costs.AddAsync(TestRecords.Cost(amount: 100)));

        await database.SaveAsync(async context =>
        {
            var cost = await context.Costs.SingleAsync();
            context.Change(cost, cost with { Amount = 120 }, context.VersionOf(cost));
        });
        await database.SaveAsync(async context => context.Costs.Remove(await context.Costs.SingleAsync()));

        var entries = await database.ReadAsync(context => context.AuditEntries.OrderBy(entry => entry.Id).ToListAsync());
        entries.Select(entry => entry.What).Should().Equal(AuditAction.Added, AuditAction.Changed, AuditAction.Deleted);
        entries[1].Changes.Should().Match("{\"Amount\":[100*,120*]}");
        entries[1].Should().BeEquivalentTo(new { User = "anna@example.com", Entity = "Cost", Key = "form/1", At = database.Clock.Now });
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Changing_entered_figures_and_teams_is_written_down(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.SaveAsync(async context =>
        {
            await context.EnteredFigures.AddAsync(new EnteredFigureRow
            {
                Figure = new() { Measure = "calls", Period = new(new(2023, 1), new(2023, 3)), Value = 30, SourceNote = "bill" },
                EnteredBy = "anna",
            });
            await context.Programmes.AddAsync(new() { Name = "CRM", Currency = "EUR", GoLive = new(2024, 1) });
        });

        await database.SaveAsync(async context =>
        {
            var row = await context.EnteredFigures.SingleAsync();
            row.Figure = row.Figure with { Value = 33 };
            var programme = await context.Programmes.SingleAsync();
            context.Change(programme, programme with { Teams = [new("North", new(2024, 3))] }, context.VersionOf(programme));
        });

        var entries = await database.ReadAsync(context => context.AuditEntries.Where(entry => entry.What == AuditAction.Changed).OrderBy(entry => entry.Entity).ToListAsync());
        entries.Select(entry => (entry.Entity, entry.Key)).Should().Equal(("EnteredFigure", "calls 2023-01..2023-03"), ("Programme", "CRM"));
        entries[0].Changes.Should().Match("{\"Value\":[30*,33*]}");
        entries[1].Changes.Should().Be("{\"Teams\":[\"\",\"North 2024-03\"]}");
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task What_proves_who_somebody_is_is_never_written_down(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        await database.SaveAsync(async context => await context.Users.AddAsync(
            new User { UserName = "ben@example.com", PasswordHash = "secret-hash", SecurityStamp = "secret-stamp" }));

        var entry = await database.ReadAsync(context => context.AuditEntries.SingleAsync());
        entry.Key.Should().Be("ben@example.com");
        entry.Changes.Should().NotContain("secret");
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Two_who_edit_the_same_cost_do_not_overwrite_each_other(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.SaveAsync(async context => await context.Costs.AddAsync(TestRecords.Cost()));
        var version = await database.ReadAsync(async context => context.VersionOf(await context.Costs.SingleAsync()));
        await EditAsync(database, 110, version);

        var second = () => EditAsync(database, 120, version);

        await second.Should().ThrowAsync<DbUpdateConcurrencyException>();
        (await database.ReadAsync(context => context.Costs.SingleAsync())).Amount.Should().Be(110);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_cost_is_found_by_its_key(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.SaveAsync(async context => await context.Costs.AddRangeAsync(TestRecords.Cost("1"), TestRecords.Cost("2")));
        var key = await database.ReadAsync(async context => context.KeyOf(await context.Costs.SingleAsync(cost => cost.Id == "2")));

        var found = await database.ReadAsync(context => context.Costs.FindAsync(key).AsTask());

        found!.Id.Should().Be("2");
    }

    private static Task<int> EditAsync(TestDatabase database, decimal amount, Guid version) => database.SaveAsync(async context =>
    {
        var cost = await context.Costs.SingleAsync();
        context.Change(cost, cost with { Amount = amount }, version);
    });
}
