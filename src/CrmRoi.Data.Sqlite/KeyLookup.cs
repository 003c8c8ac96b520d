using CrmRoi.Data;
using Microsoft.Data.Sqlite;

namespace CrmRoi.Data.Sqlite;

/// <summary>Looks records of a source up, by their ids or where they are believed to be.</summary>
internal sealed class KeyLookup : IDisposable
{
    private readonly Statement byId;
    private readonly Statement byKey;

    public KeyLookup(SqliteConnection connection, string table, string source)
    {
        var select = $"SELECT \"{Shadow.Key}\", \"{Shadow.Fingerprint}\", \"{Shadow.WrittenBy}\" FROM \"{table}\"";
        byId = new(connection, $"{select} WHERE \"Source\" = ?1 AND \"Id\" = ?2");

        // With a sign before its name a column is compared, and not looked up by.
        byKey = new(connection, $"{select} WHERE \"{Shadow.Key}\" = ?3 AND +\"Source\" = ?1 AND +\"Id\" = ?2");
        byId.Text(0, source);
        byKey.Text(0, source);
    }

    /// <summary>What is stored under an id.</summary>
    public StoredRow? Of(string id)
    {
        byId.Text(1, id);
        return Found(byId);
    }

    /// <summary>What is stored with a key, if its id is this one.</summary>
    public StoredRow? At(long key, string id)
    {
        byKey.Text(1, id);
        byKey.Number(2, key);
        return Found(byKey);
    }

    public void Dispose()
    {
        byId.Dispose();
        byKey.Dispose();
    }

    private static StoredRow? Found(Statement statement)
    {
        StoredRow? found = statement.Finds() ? new(statement.NumberAt(0)!.Value, statement.NumberAt(1), (int?)statement.NumberAt(2)) : null;
        statement.Reset();
        return found;
    }
}
