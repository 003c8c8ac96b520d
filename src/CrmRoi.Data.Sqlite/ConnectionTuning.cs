using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrmRoi.Data.Sqlite;

/// <summary>Gives each connection room for its pages and lets a commit wait for the log only: with write-ahead logging no commit can tear the file.</summary>
internal sealed class ConnectionTuning : DbConnectionInterceptor
{
    /// <summary>How many pages a connection holds: 16 MB.</summary>
    internal const string CacheSize = "PRAGMA cache_size = -16384";

    private const string Settings = $"{CacheSize}; PRAGMA synchronous = NORMAL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
