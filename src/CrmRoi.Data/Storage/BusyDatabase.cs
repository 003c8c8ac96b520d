using System.Data.Common;

namespace CrmRoi.Data;

/// <summary>Tells whether something failed because somebody else was writing for longer than one waits, as the last transaction of a large import may.</summary>
public static class BusyDatabase
{
    private const string PostgreSqlLock = "55P03";

    // What SQLite says; its class is not known here.
    private const string Locked = "is locked";

    /// <summary>Whether that is so of a problem or of one that caused it.</summary>
    public static bool Is(Exception? problem) => problem switch
    {
        null => false,
        DbException { SqlState: PostgreSqlLock } => true,
        DbException database when database.Message.Contains(Locked, StringComparison.Ordinal) => true,
        _ => Is(problem.InnerException),
    };
}
