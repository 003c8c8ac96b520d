using CrmRoi.Data.PostgreSql;
using CrmRoi.Data.Sqlite;
using CrmRoi.Data.SqlServer;
using CrmRoi.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CrmRoi.Data.Tests;

public sealed class ModelTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    [InlineData(DatabaseKind.SqlServer)]
    public void The_migrations_make_the_model_of_the_code(DatabaseKind kind)
    {
        using var context = Context(kind);

        context.Database.HasPendingModelChanges().Should().BeFalse("script/migrate adds what is missing");
    }

    [Fact]
    public void Sql_server_can_read_the_migrations()
    {
        using var context = Context(DatabaseKind.SqlServer);

        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        script.Should().Contain("CREATE TABLE [Deals]");
        ErrorsIn(script).Should().BeEmpty();
    }

    [Fact]
    public void Sql_server_can_read_the_queries_of_the_stores()
    {
        using var context = Context(DatabaseKind.SqlServer);
        var run = new Window(new Month(2024, 1), new Month(2024, 6));
        string[] queries =
        [
            context.Activities.Where(Within.Activities(run)).ToQueryString(),
            context.Leads.Where(Within.Leads(run)).ToQueryString(),
            context.Deals.Where(Within.Deals(run)).ToQueryString(),
            Within.DealsInStages(run, context).ToQueryString(),
            Within.StageChanges(run, context).ToQueryString(),
            Within.DealsAfter("csv", "17", 5, context).ToQueryString(),
            Within.ChangesOf("csv", "17", "18", context).ToQueryString(),
            context.Orders.Where(Within.Orders(run)).ToQueryString(),
            context.Cases.Where(Within.Cases(run)).ToQueryString(),
            context.SurveyAnswers.Where(Within.SurveyAnswers(run)).ToQueryString(),
            context.Snapshots.Where(row => row.Month >= run.From && row.Month <= run.To).ToQueryString(),
            context.Cohorts.ToQueryString(),
            context.EnteredFigures.OrderBy(row => row.Id).ToQueryString(),
            .. RecordHorizon.Days(context).Select(days => days.ToQueryString()),
            .. RecordHorizon.Times(context).Select(times => times.ToQueryString()),
        ];

        queries.SelectMany(ErrorsIn).Should().BeEmpty();
    }

    [Fact]
    public void The_parser_finds_errors() => ErrorsIn("SELECT FROM WHERE").Should().NotBeEmpty();

    [Fact]
    public void Keys_fit_the_indexes_of_sql_server()
    {
        using var context = Context(DatabaseKind.SqlServer);
        var key = context.Model.FindEntityType(typeof(SnapshotRow))!.FindPrimaryKey()!;

        var bytes = key.Properties.Sum(property => property.ClrType == typeof(string) ? property.GetMaxLength()!.Value * 2 : 4);

        bytes.Should().BeLessThanOrEqualTo(1700);
    }

    private static IEnumerable<string> ErrorsIn(string script)
    {
        using var reader = new StringReader(script);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors.Select(error => $"{error.Line}: {error.Message}");
    }

    private static CrmRoiContext Context(DatabaseKind kind)
    {
        var options = new DbContextOptionsBuilder<CrmRoiContext>();
        return new((kind switch
        {
            DatabaseKind.PostgreSql => options.UseCrmRoiPostgreSql("Host=localhost"),
            DatabaseKind.SqlServer => options.UseCrmRoiSqlServer("Server=localhost"),
            _ => options.UseCrmRoiSqlite("Data Source=:memory:"),
        }).Options);
    }
}
