using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data.Tests;

public sealed class StorageTests
{
    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Sums_of_money_made_in_sql_are_exact(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        decimal[] values = [0.1m, 0.2m, 0.0001m, 999_999_999_999.9999m, -0.3m, 123_456_789.01m];
        await database.UpsertAsync(new() { Deals = [.. values.Select((value, i) => TestRecords.Deal($"{i}", value: value))] });
        database.Commands.Texts.Clear();

        var sum = await database.ReadAsync(context => context.Deals.SumAsync(deal => deal.Value));

        sum.Should().Be(values.Sum());
        database.Commands.Texts.Should().ContainSingle().Which.Should().ContainEquivalentOf("SUM(");
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Deals_that_are_read_to_be_counted_have_all_but_what_nothing_is_counted_by(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var full = TestRecords.Deal("1", value: 12.34m) with
        {
            Name = "A name",
            Rep = "Zoë",
            Customer = "Acme",
            Product = "東",
            Channel = "Web",
            Campaign = "Fair",
            Region = "North",
            Segment = "Large",
            Stage = "Closed Won",
            Lead = "7",
            FirstContactOn = new(2024, 1, 2),
            QuotedOn = new(2024, 1, 3),
            CostOfGoods = 5.67m,
            OriginalValue = 1,
            OriginalCurrency = "USD",
        };
        var bare = new Deal { Source = full.Source, Id = "2" };
        await database.UpsertAsync(new() { Deals = [full, bare] });

        var counted = await database.ReadAsync(context => RowWriter.Of(context).ReadAsync(context, Within.Counted(context.Deals), CancellationToken.None));

        counted.Should().BeEquivalentTo([full with { Name = null, Stage = null, Lead = null, OriginalValue = null, OriginalCurrency = null }, bare]);
    }

    [Fact]
    public async Task Rows_are_not_read_without_what_each_of_them_has()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var asked = database.ReadAsync(context => RowWriter.Of(context).ReadAsync(context, context.Deals.Select(deal => new Deal { Source = deal.Source, Id = deal.Id }), CancellationToken.None));

        var reading = () => asked;

        await reading.Should().ThrowAsync<InvalidOperationException>().WithMessage("*without Outcome*");
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_snapshot_is_read_as_it_was_written(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var totals = Measure.All.Select((measure, i) => measure.Write(i + 1)).Merge() with
        {
            WonRevenueSquares = Limits.Amount * Limits.Amount,
            OrderRevenueSquares = 0.0001m,
            StaffMonths = 0.3333m,
            WonMargin = -12.34m,
        };
        var cell = new Cell(new Month(2024, 3)) { Rep = new string('x', Limits.Name), Team = "Süd", Region = "東" };
        await database.SaveAsync(async context => await context.Snapshots.AddAsync(SnapshotRow.Of(cell, totals)));

        var row = await database.ReadAsync(context => context.Snapshots.AsNoTracking().SingleAsync());

        row.Cell.Should().Be(cell);
        row.Totals.Should().Be(totals);
        var counted = (await database.ReadAsync(context => RowWriter.Of(context).ReadAsync(context, context.Snapshots, CancellationToken.None))).Should().ContainSingle("past the context, too").Subject;
        (counted.Cell, counted.Totals).Should().Be((cell, totals));
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_programme_is_read_as_it_was_written(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var programme = new Programme
        {
            Name = "CRM",
            Currency = "EUR",
            DiscountRate = 0.07375m,
            MarginRate = 0.3m,
            GoLive = new Month(2024, 3),
            Teams = [new("North", new Month(2024, 5)), new("Süd", new Month(2024, 7))],
        };
        await database.SaveAsync(async context => await context.Programmes.AddAsync(programme));

        var stored = await database.ReadAsync(context => context.Programmes.AsNoTracking().SingleAsync());

        stored.Should().BeEquivalentTo(programme);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task An_entered_figure_is_read_as_it_was_written(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var figure = new EnteredFigure
        {
            Measure = "won-revenue",
            Period = new(new Month(2023, 1), new Month(2023, 12)),
            Value = 1234.56m,
            SourceNote = "ledger",
            Completeness = 0.95m,
        };
        await database.SaveAsync(async context => await context.EnteredFigures.AddAsync(
            new EnteredFigureRow { Figure = figure, EnteredBy = "anna", EnteredAt = database.Clock.Now.ToOffset(TimeSpan.FromHours(2)) }));

        var row = await database.ReadAsync(context => context.EnteredFigures.AsNoTracking().SingleAsync(row => row.EnteredAt <= database.Clock.Now));

        row.Figure.Should().Be(figure);
        row.EnteredAt.Should().Be(database.Clock.Now);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_time_is_read_as_the_company_s_clock_showed_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var at = new DateTime(2024, 3, 31, 23, 59, 59, DateTimeKind.Utc);
        await database.UpsertAsync(new() { Leads = [new Lead { Source = "test", Id = "1", CreatedAt = at }] });

        var lead = await database.ReadAsync(context => context.Leads.AsNoTracking().SingleAsync());

        lead.CreatedAt.Should().Be(at);
        lead.CreatedAt.Kind.Should().Be(DateTimeKind.Unspecified);
    }

    [Fact]
    public async Task Sqlite_logs_ahead_and_checks_foreign_keys()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        var mode = await database.ReadAsync(context => context.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync());
        var keys = await database.ReadAsync(context => context.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync());

        mode.Should().Be("wal");
        keys.Should().Be(1);
    }
}
