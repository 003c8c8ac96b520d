using CrmRoi.Data;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data.PostgreSql;

public static class PostgreSqlExtensions
{
    /// <summary>Stores in PostgreSQL, with the migrations of this project.</summary>
    public static DbContextOptionsBuilder<TContext> UseCrmRoiPostgreSql<TContext>(this DbContextOptionsBuilder<TContext> options, string connectionString)
        where TContext : DbContext
    {
        UseCrmRoiPostgreSql((DbContextOptionsBuilder)options, connectionString);
        return options;
    }

    /// <summary>Stores in PostgreSQL, with the migrations of this project.</summary>
    public static DbContextOptionsBuilder UseCrmRoiPostgreSql(this DbContextOptionsBuilder options, string connectionString)
    {
        RowWriterOption.Use(options, new PostgreSqlRowWriter());
        return options.UseNpgsql(connectionString, database => database.MigrationsAssembly(typeof(PostgreSqlExtensions).Assembly.GetName().Name));
    }
}
