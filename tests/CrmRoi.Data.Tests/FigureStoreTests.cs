using CrmRoi.Metrics;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Planning;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;
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

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task What_the_cube_is_not_made_of_changes_without_its_being_read_anew(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.UpsertAsync(new() { Deals = [TestRecords.Deal("a")] });
        var first = await database.Figures.LoadAsync(CancellationToken.None);
        database.Commands.Texts.Clear();
        object[] beside =
        [
            TestRecords.Cost(),
            new Saving { Source = "form", Id = "1", Programme = "CRM", Description = "Old licence", Reason = "Cancelled", Amount = 50, From = new(2024, 1) },
            new Benefit { Programme = "CRM", Kind = BenefitKind.SalesMargin },
            new Assumption { Programme = "CRM", Name = "Growth", Owner = "Anna", Reason = "Market" },
            new Lever { Programme = "CRM", Function = CrmFunction.SalesForecasting, On = new(2024, 1), MetricKey = "closing-rate" },
            new Scenario { Programme = "CRM", Name = "Low" },
            new OtherCause { Name = "Flood", From = new(2024, 5) },
            new MethodChoice { Programme = "CRM" },
            new EvidenceRow { Programme = "CRM", Subject = "sales-margin", Fingerprint = "of other figures", Content = "{}" },
        ];

        var before = first;
        foreach (var part in beside)
        {
            await database.SaveAsync(async context => await context.AddAsync(part));
            var after = await database.Figures.LoadAsync(CancellationToken.None);

            after.Version.Should().NotBe(before.Version, "of {0}", part.GetType().Name);
            after.Cube.Should().BeSameAs(first.Cube, "of {0}", part.GetType().Name);
            before = after;
        }

        database.Commands.Texts.Should().NotContain(text => text.Contains("Snapshots", StringComparison.Ordinal));
        (before.Costs.Count, before.Savings.Count, before.Ledger.Benefits.Count, before.Scenarios.Count, before.Causes.Count, before.MethodChoices.Count).Should().Be((1, 1, 1, 1, 1, 1));
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Whatever_the_cube_is_made_of_gives_another(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.UpsertAsync(new() { Deals = [TestRecords.Deal("a")] });
        object[] parts =
        [
            new Company { Name = "Acme", Currency = "EUR", TimeZone = "UTC", FiscalYearStart = 4 },
            new Programme { Name = "CRM", Currency = "EUR", GoLive = new(2024, 1) },
            new EnteredFigureRow { Figure = new() { Measure = "calls", Period = new(new(2023, 1), new(2023, 3)), Value = 30, SourceNote = "bill" }, EnteredBy = "anna" },
            new PlannedFigureRow { Figure = new() { Measure = PlannedMeasure.Revenue, Month = new(2024, 5), Value = 100 }, EnteredBy = "anna" },
            new TargetRow { Target = new() { Programme = "CRM", Metric = "closing-rate", Due = new(2024, 12), Goal = 0.3m, SetBy = "anna" } },
            new ComparabilityRow { Programme = "CRM", Family = "sales", Why = "the same", StatedBy = "anna" },
            new Campaign { Source = "test", Id = "c", Name = "Spring", Channel = "Mail" },
        ];
        List<SnapshotCube> cubes = [(await database.Figures.LoadAsync(CancellationToken.None)).Cube];

        foreach (var part in parts)
        {
            await database.SaveAsync(async context => await context.AddAsync(part));
            cubes.Add((await database.Figures.LoadAsync(CancellationToken.None)).Cube);
        }

        await database.UpsertAsync(new() { Deals = [TestRecords.Deal("b")] });
        cubes.Add((await database.Figures.LoadAsync(CancellationToken.None)).Cube);
        await database.RebuildAllAsync();
        cubes.Add((await database.Figures.LoadAsync(CancellationToken.None)).Cube);

        cubes.Should().OnlyHaveUniqueItems();
        cubes[^1].Total(cubes[^1].Horizon, Filter.None).WonRevenue.Should().Be(2000);
        cubes[^1].Entered.Should().ContainSingle();
        cubes[^1].Targets.Should().ContainSingle();
        cubes[^1].Statements.Should().ContainSingle();
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
