using System.Reflection;
using Xunit.Sdk;

namespace CrmRoi.Data.Tests;

public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
    SqlServer,
}

/// <summary>Runs a theory on one kind of database, or shows it as skipped where none is configured.</summary>
public abstract class DatabaseAttribute : DataAttribute
{
    private readonly DatabaseKind kind;

    protected DatabaseAttribute(DatabaseKind kind, string? variable)
    {
        this.kind = kind;
        if (variable is not null && Environment.GetEnvironmentVariable(variable) is null && !IsRequired(kind))
        {
            Skip = $"Set {variable} to a connection string to run this on {kind}.";
        }
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[kind]];

    private static bool IsRequired(DatabaseKind kind) =>
        kind == DatabaseKind.PostgreSql && Environment.GetEnvironmentVariable("CRMROI_TEST_REQUIRE_POSTGRESQL") == "1";
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute() : DatabaseAttribute(DatabaseKind.Sqlite, null);

[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgreSqlAttribute() : DatabaseAttribute(DatabaseKind.PostgreSql, TestDatabase.PostgreSqlVariable);

[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqlServerAttribute() : DatabaseAttribute(DatabaseKind.SqlServer, TestDatabase.SqlServerVariable);
