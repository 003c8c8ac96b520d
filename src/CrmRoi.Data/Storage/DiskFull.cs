using System.Data.Common;

namespace CrmRoi.Data;

/// <summary>Tells whether something failed because there was no room left, whichever database or file system says so.</summary>
public static class DiskFull
{
    private const int Linux = 28;
    private const int Windows = 112;
    private const int WindowsHandle = 39;
    private const int Sqlite = 13;
    private const string PostgreSql = "53100";

    /// <summary>Whether that is so of a problem or of one that caused it.</summary>
    public static bool Is(Exception? problem) => problem switch
    {
        null => false,
        IOException io when (io.HResult & 0xFFFF) is Linux or Windows or WindowsHandle => true,
        DbException { SqlState: PostgreSql } => true,
        DbException { ErrorCode: Sqlite } => true,
        _ => Is(problem.InnerException),
    };
}
