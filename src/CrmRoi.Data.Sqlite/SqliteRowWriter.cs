using System.Runtime.CompilerServices;
using CrmRoi.Data;
using CrmRoi.Metrics.Records;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data.Sqlite;

/// <summary>Writes rows by prepared statements of SQLite's own interface, on the context's connection and in its transaction.</summary>
internal sealed class SqliteRowWriter : RowWriter
{
    // There it is how long a command waits for another writer, and no command is ended for taking long.
    public override void AllowLongCommands(CrmRoiContext context)
    {
    }

    public override Task InsertAsync<TRow>(CrmRoiContext context, IEnumerable<TRow> rows, CancellationToken cancellationToken)
    {
        var shape = RowShape.Of<TRow>(context);
        if (!shape.IsComplete)
        {
            return base.InsertAsync(context, rows, cancellationToken);
        }

        using var insert = new Statement(ConnectionOf(context), InsertSql(shape.Table, [.. shape.Columns.Select(column => column.Name)]));
        foreach (var row in rows)
        {
            shape.Write(row, insert);
            insert.Run();
        }

        return Task.CompletedTask;
    }

    public override Task<StoredRow?[]> FindAsync<TRecord>(CrmRoiContext context, string source, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var found = new StoredRow?[ids.Count];
        using var lookup = new KeyLookup(ConnectionOf(context), RowShape.Of<TRecord>(context).Table, source);

        // Files come again in the order in which their rows were stored: who follows two that lie side by side is found without the tree of ids.
        var (last, next) = ((long?)null, (long?)null);
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = (next is { } key ? lookup.At(key, ids[i]) : null) ?? lookup.Of(ids[i]);
            var here = found[i]?.Key;
            next = here is not null && here == last + 1 ? here + 1 : null;
            last = here;
        }

        return Task.FromResult(found);
    }

    public override Task AddAsync<TRecord>(CrmRoiContext context, IReadOnlyList<RecordRow<TRecord>> rows, CancellationToken cancellationToken)
    {
        var shape = RowShape.Of<TRecord>(context);
        if (!shape.IsComplete)
        {
            return base.AddAsync(context, rows, cancellationToken);
        }

        using var insert = new Statement(ConnectionOf(context), InsertSql(shape.Table, NamesOf(shape)));
        foreach (var row in rows)
        {
            Write(shape, row, insert);
            insert.Run();
        }

        return Task.CompletedTask;
    }

    public override Task ReplaceAsync<TRecord>(CrmRoiContext context, IReadOnlyList<RecordRow<TRecord>> rows, CancellationToken cancellationToken)
    {
        var shape = RowShape.Of<TRecord>(context);
        if (!shape.IsComplete)
        {
            return base.ReplaceAsync(context, rows, cancellationToken);
        }

        var names = NamesOf(shape);
        var sets = names.Select((name, i) => $"\"{name}\" = ?{i + 1}");
        using var update = new Statement(ConnectionOf(context), $"UPDATE \"{shape.Table}\" SET {string.Join(", ", sets)} WHERE \"{Shadow.Key}\" = ?{names.Length + 1}");
        foreach (var row in rows)
        {
            Write(shape, row, update);
            update.Number(names.Length, row.Key);
            update.Run();
        }

        return Task.CompletedTask;
    }

    // Each index is a tree of its own that every row would go into, at a place of chance; built at once it is sorted first.
    public override async Task<bool> SetIndexesAsideAsync<TRow>(CrmRoiContext context, CancellationToken cancellationToken)
    {
        await RunAsync(context, TableIndex.Of<TRow>(context).Select(index => index.Drop), cancellationToken);
        return true;
    }

    public override Task RestoreKeysAsync<TRow>(CrmRoiContext context, CancellationToken cancellationToken) =>
        CreateAsync(context, TableIndex.Of<TRow>(context).Where(index => index.IsKey), cancellationToken);

    public override Task RestoreIndexesAsync<TRow>(CrmRoiContext context, CancellationToken cancellationToken) =>
        CreateAsync(context, TableIndex.Of<TRow>(context), cancellationToken);

    public override async IAsyncEnumerable<IReadOnlyList<TRow>> ReadPartsAsync<TRow>(
        CrmRoiContext context, IQueryable<TRow> rows, int most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shape = RowShape.Of<TRow>(context);
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = rows.CreateDbCommand();
            await using var reader = (SqliteDataReader)await command.ExecuteReaderAsync(cancellationToken);
            var source = new StoredRows(ConnectionOf(context).Handle!.DangerousGetHandle(), reader.Handle!.DangerousGetHandle(), reader.FieldCount);
            var places = shape.PlacesIn([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)]);
            List<TRow> part;
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                part = Read(shape, reader, source, places, most);
                yield return part;
            }
            while (part.Count == most);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    private static List<TRow> Read<TRow>(RowShape<TRow> shape, SqliteDataReader reader, StoredRows source, int[] places, int most)
        where TRow : class
    {
        source.Enter();
        try
        {
            var part = new List<TRow>();
            while (part.Count < most && reader.Read())
            {
                source.Next();
                part.Add(shape.Read(source, places));
            }

            return part;
        }
        finally
        {
            source.Leave();
        }
    }

    private static void Write<TRecord>(RowShape<TRecord> shape, RecordRow<TRecord> row, Statement statement)
        where TRecord : Record
    {
        shape.Write(row.Record, statement);
        statement.Number(shape.Columns.Count, row.Fingerprint);
        if (row.WrittenBy is { } import)
        {
            statement.Number(shape.Columns.Count + 1, import);
        }
        else
        {
            statement.Nothing(shape.Columns.Count + 1);
        }
    }

    private static string[] NamesOf<TRecord>(RowShape<TRecord> shape)
        where TRecord : Record => [.. shape.Columns.Select(column => column.Name), Shadow.Fingerprint, Shadow.WrittenBy];

    // Only names of the model.
    private static string InsertSql(string table, string[] names) =>
        $"INSERT INTO \"{table}\" ({string.Join(", ", names.Select(name => $"\"{name}\""))}) VALUES ({string.Join(", ", names.Select((_, i) => $"?{i + 1}"))})";

    // Few rows at a time are sorted where the processor's own memory holds them, beside the reading of the next, and merged from files.
    private static Task CreateAsync(CrmRoiContext context, IEnumerable<TableIndex> indexes, CancellationToken cancellationToken) => RunAsync(
        context, ["PRAGMA threads = 2", "PRAGMA cache_size = -4096", .. indexes.Select(index => index.Create), "PRAGMA threads = 0", ConnectionTuning.CacheSize], cancellationToken);

    private static async Task RunAsync(CrmRoiContext context, IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        foreach (var sql in statements)
        {
            await context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
        }
    }

    private static SqliteConnection ConnectionOf(CrmRoiContext context) => (SqliteConnection)context.Database.GetDbConnection();
}
