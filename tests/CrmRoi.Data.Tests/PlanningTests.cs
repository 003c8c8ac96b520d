using CrmRoi.Metrics.Planning;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data.Tests;

public sealed class PlanningTests
{
    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_target_keeps_the_places_of_a_share_and_is_written_down(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var target = new Target { Programme = "CRM", Metric = "closing-rate", Baseline = 0.293333m, Goal = 0.33m, Due = new(2026, 12), SetBy = "anna", SetOn = new(2026, 1, 15) };
        var before = await database.VersionAsync();

        await database.SaveAsync(async context => await context.Targets.AddAsync(new TargetRow { Target = target }));

        (await database.ReadAsync(context => context.Targets.AsNoTracking().SingleAsync())).Target.Should().Be(target);
        (await database.ReadAsync(context => context.AuditEntries.SingleAsync())).Should().BeEquivalentTo(new { Entity = "Target", Key = "closing-rate 2026-12" });
        (await database.VersionAsync()).Should().NotBe(before);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_planned_figure_is_changed_by_one_at_a_time_and_written_down(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var figure = new PlannedFigure { Measure = PlannedMeasure.Margin, Month = new(2026, 3), Team = "North", Rep = "Anna", Value = 1234.56m };
        await database.SaveAsync(async context => await context.PlannedFigures.AddAsync(new PlannedFigureRow { Figure = figure, EnteredBy = "anna" }));

        var stale = () => database.SaveAsync(async context =>
        {
            var row = await context.PlannedFigures.SingleAsync();
            row.Figure = figure with { Value = 1 };
            context.Expect(row, Guid.NewGuid());
        });

        await stale.Should().ThrowAsync<DbUpdateConcurrencyException>();
        (await database.ReadAsync(context => context.PlannedFigures.AsNoTracking().SingleAsync())).Figure.Should().Be(figure);
        (await database.ReadAsync(context => context.AuditEntries.Select(entry => entry.Key).SingleAsync())).Should().Be("Margin 2026-03 North Anna");
    }
}
