using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data.SqlServer;

public static class SqlServerExtensions
{
    /// <summary>Stores in SQL Server, with the migrations of this project.</summary>
    public static DbContextOptionsBuilder<TContext> UseCrmRoiSqlServer<TContext>(this DbContextOptionsBuilder<TContext> options, string connectionString)
        where TContext : DbContext
    {
        UseCrmRoiSqlServer((DbContextOptionsBuilder)options, connectionString);
        return options;
    }

    /// <summary>Stores in SQL Server, with the migrations of this project.</summary>
    public static DbContextOptionsBuilder UseCrmRoiSqlServer(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, database => database.MigrationsAssembly(typeof(SqlServerExtensions).Assembly.GetName().Name));
}
