using System.Data.Common;

namespace CrmRoi.Data;

/// <summary>Tells whether something failed because there was no room left, whichever database or file system says so.</summary>
public static class DiskFull
{
    private const int Linux = 28;
    private const int Windows = 112;
    private const int WindowsHandle = 39;
    private const string PostgreSql = "53100";

    // "database or disk is full", "the filegroup is full", "the transaction log is full": their codes are in classes that are not known here.
    private const string SqliteAndSqlServer = "is full";

    /// <summary>Whether that is so of a problem or of one that caused it.</summary>
    public static bool Is(Exception? problem) => problem switch
    {
        null => false,
        IOException io when (io.HResult & 0xFFFF) is Linux or Windows or WindowsHandle => true,
        DbException { SqlState: PostgreSql } => true,
        DbException database when database.Message.Contains(SqliteAndSqlServer, StringComparison.Ordinal) => true,
        _ => Is(problem.InnerException),
    };
}
