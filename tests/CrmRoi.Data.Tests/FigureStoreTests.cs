using CrmRoi.Metrics;
using CrmRoi.Metrics.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data.Tests;

public sealed class FigureStoreTests
{
    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Figures_are_read_once_until_the_data_changes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.UpsertAsync(new() { Deals = [TestRecords.Deal("a")] });
        var first = await database.Figures.LoadAsync(CancellationToken.None);
        database.Commands.Texts.Clear();

        var second = await database.Figures.LoadAsync(CancellationToken.None);

        second.Should().BeSameAs(first);
        database.Commands.Texts.Should().ContainSingle();
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Figures_follow_the_data(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.UpsertAsync(new() { Deals = [TestRecords.Deal("a")] });
        await database.Figures.LoadAsync(CancellationToken.None);
        await database.UpsertAsync(new() { Deals = [TestRecords.Deal("b", value: 234.56m)], Costs = [TestRecords.Cost()] });

        var figures = await database.Figures.LoadAsync(CancellationToken.None);

        figures.Cube.Total(figures.Cube.Horizon, Filter.None).WonRevenue.Should().Be(1234.56m);
        figures.Costs.Should().ContainSingle().Which.Should().BeEquivalentTo(TestRecords.Cost());
    }

    [Fact]
    public async Task A_new_day_of_the_company_gives_new_figures()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await database.SaveAsync(async context => await context.Company.AddAsync(new() { Name = "Acme", Currency = "EUR", TimeZone = "Pacific/Auckland" }));
        database.Clock.Now = new(2025, 6, 15, 11, 59, 0, TimeSpan.Zero);
        var before = await database.Figures.LoadAsync(CancellationToken.None);
        database.Clock.Now = new(2025, 6, 15, 12, 1, 0, TimeSpan.Zero);

        var after = await database.Figures.LoadAsync(CancellationToken.None);

        before.Cube.AsOf.Should().Be(new DateOnly(2025, 6, 15));
        after.Cube.AsOf.Should().Be(new DateOnly(2025, 6, 16));
    }

    [Fact]
    public async Task Without_records_the_figures_are_as_of_today()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        var figures = await database.Figures.LoadAsync(CancellationToken.None);

        figures.Cube.AsOf.Should().Be(new DateOnly(2025, 6, 15));
        figures.Company.TimeZone.Should().Be("UTC");
    }

    [Theory]
    [InlineData(2024, 2, "2024-02-29")]
    [InlineData(2025, 6, "2025-06-15")]
    [InlineData(2026, 1, "2025-06-15")]
    public void Figures_are_as_of_the_last_month_with_records_and_never_of_the_future(int year, int number, string asOf)
    {
        var month = new Month(year, number);

        FigureStore.AsOf(new DateOnly(2025, 6, 15), [month, month.Plus(-3)]).Should().Be(TestRecords.Day(asOf));
    }
}
