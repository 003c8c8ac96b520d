using CrmRoi.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data.Sqlite;

public static class SqliteExtensions
{
    /// <summary>How many seconds a writer waits for another one.</summary>
    private const int BusySeconds = 30;

    /// <summary>Stores in a SQLite file, with the migrations of this project. Makes the file's folder.</summary>
    public static DbContextOptionsBuilder<TContext> UseCrmRoiSqlite<TContext>(this DbContextOptionsBuilder<TContext> options, string connectionString)
        where TContext : DbContext
    {
        UseCrmRoiSqlite((DbContextOptionsBuilder)options, connectionString);
        return options;
    }

    /// <summary>Stores in a SQLite file, with the migrations of this project. Makes the file's folder.</summary>
    /// <remarks>Migrating switches the file to write-ahead logging, which it keeps: readers never wait for a writer.</remarks>
    public static DbContextOptionsBuilder UseCrmRoiSqlite(this DbContextOptionsBuilder options, string connectionString)
    {
        var connection = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = BusySeconds };
        if (connection.Mode != SqliteOpenMode.Memory
            && !connection.DataSource.StartsWith(':')
            && Path.GetDirectoryName(Path.GetFullPath(connection.DataSource)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        RowWriterOption.Use(options, new SqliteRowWriter());
        return options.AddInterceptors(new ConnectionTuning()).UseSqlite(
            connection.ConnectionString, database => database.MigrationsAssembly(typeof(SqliteExtensions).Assembly.GetName().Name));
    }
}
