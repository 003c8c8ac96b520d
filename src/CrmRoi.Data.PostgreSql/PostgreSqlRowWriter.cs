using CrmRoi.Data;
using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace CrmRoi.Data.PostgreSql;

/// <summary>Writes rows by binary COPY: new ones straight into their table, changed ones into a temporary one from which they are taken over.</summary>
internal sealed class PostgreSqlRowWriter : RowWriter
{
    private static readonly RowColumn[] Stamps = [new(Shadow.Fingerprint, "bigint", true), new(Shadow.WrittenBy, "integer", true)];

    public override async Task InsertAsync<TRow>(CrmRoiContext context, IEnumerable<TRow> rows, CancellationToken cancellationToken)
    {
        var shape = RowShape.Of<TRow>(context);
        if (!shape.IsComplete)
        {
            await base.InsertAsync(context, rows, cancellationToken);
            return;
        }

        await using var importer = await ConnectionOf(context).BeginBinaryImportAsync(CopySql(shape.Table, shape.Columns), cancellationToken);
        var stream = new CopyStream(importer, shape.Columns);
        foreach (var row in rows)
        {
            stream.StartRow();
            shape.Write(row, stream);
        }

        await importer.CompleteAsync(cancellationToken);
    }

    public override async Task<StoredRow?[]> FindAsync<TRecord>(CrmRoiContext context, string source, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var found = new StoredRow?[ids.Count];
        if (ids.Count == 0)
        {
            return found;
        }

        // Id after id by their index: a join reads all of a table that the server has not looked at since it was filled, for each part of a file.
        await using var command = CommandOf(context, $"""
            SELECT asked.place, found."{Shadow.Key}", found."{Shadow.Fingerprint}", found."{Shadow.WrittenBy}"
            FROM unnest($1) WITH ORDINALITY AS asked(id, place)
            CROSS JOIN LATERAL (
                SELECT stored."{Shadow.Key}", stored."{Shadow.Fingerprint}", stored."{Shadow.WrittenBy}"
                FROM "{RowShape.Of<TRecord>(context).Table}" AS stored WHERE stored."Source" = $2 AND stored."Id" = asked.id LIMIT 1
            ) AS found
            """);
        command.Parameters.Add(new() { Value = ids.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = source, NpgsqlDbType = NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found[reader.GetInt64(0) - 1] = new(
                reader.GetInt64(1),
                await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetInt64(2),
                await reader.IsDBNullAsync(3, cancellationToken) ? null : reader.GetInt32(3));
        }

        return found;
    }

    public override async Task AddAsync<TRecord>(CrmRoiContext context, IReadOnlyList<RecordRow<TRecord>> rows, CancellationToken cancellationToken)
    {
        var shape = RowShape.Of<TRecord>(context);
        if (!shape.IsComplete)
        {
            await base.AddAsync(context, rows, cancellationToken);
            return;
        }

        await CopyAsync(context, shape, shape.Table, rows, withKeys: false, cancellationToken);
    }

    public override async Task ReplaceAsync<TRecord>(CrmRoiContext context, IReadOnlyList<RecordRow<TRecord>> rows, CancellationToken cancellationToken)
    {
        var shape = RowShape.Of<TRecord>(context);
        if (!shape.IsComplete)
        {
            await base.ReplaceAsync(context, rows, cancellationToken);
            return;
        }

        const string Changed = "crmroi_changed";
        var names = shape.Columns.Concat(Stamps).Select(column => $"\"{column.Name}\"").ToList();
        await RunAsync(context, $"""CREATE TEMPORARY TABLE {Changed} ON COMMIT DROP AS SELECT "{Shadow.Key}", {string.Join(", ", names)} FROM "{shape.Table}" WHERE false""", cancellationToken);
        await CopyAsync(context, shape, Changed, rows, withKeys: true, cancellationToken);
        await RunAsync(context, $"""
            UPDATE "{shape.Table}" AS stored SET {string.Join(", ", names.Select(name => $"{name} = changed.{name}"))}
            FROM {Changed} AS changed WHERE stored."{Shadow.Key}" = changed."{Shadow.Key}"
            """, cancellationToken);
        await RunAsync(context, $"DROP TABLE {Changed}", cancellationToken);
    }

    // Whoever reads the table waits until the part that follows is stored, and whoever comes while this waits for a reader waits too: so it does not wait long.
    public override async Task<bool> SetIndexesAsideAsync<TRow>(CrmRoiContext context, CancellationToken cancellationToken)
    {
        await RunAsync(context, "SAVEPOINT aside; SET LOCAL lock_timeout = '200ms'", cancellationToken);
        try
        {
            await RunAsync(context, string.Join("; ", TableIndex.Of<TRow>(context).Select(index => index.Drop)), cancellationToken);
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await RunAsync(context, "ROLLBACK TO SAVEPOINT aside", cancellationToken);
            return false;
        }

        await RunAsync(context, "SET LOCAL lock_timeout TO DEFAULT; RELEASE SAVEPOINT aside", cancellationToken);
        return true;
    }

    public override Task RestoreKeysAsync<TRow>(CrmRoiContext context, CancellationToken cancellationToken) =>
        CreateAsync(context, TableIndex.Of<TRow>(context).Where(index => index.IsKey), cancellationToken);

    public override Task RestoreIndexesAsync<TRow>(CrmRoiContext context, CancellationToken cancellationToken) =>
        CreateAsync(context, TableIndex.Of<TRow>(context), cancellationToken);

    // To make an index that is there already is nothing, but only once nobody writes into its table.
    private static async Task CreateAsync(CrmRoiContext context, IEnumerable<TableIndex> indexes, CancellationToken cancellationToken)
    {
        var known = await context.Database.SqlQueryRaw<string>("SELECT indexname AS \"Value\" FROM pg_indexes WHERE schemaname = current_schema()").ToHashSetAsync(cancellationToken);
        foreach (var index in indexes.Where(index => !known.Contains(index.Name)))
        {
            await RunAsync(context, index.Create, cancellationToken);
        }
    }

    private static async Task CopyAsync<TRecord>(
        CrmRoiContext context, RowShape<TRecord> shape, string table, IReadOnlyList<RecordRow<TRecord>> rows, bool withKeys, CancellationToken cancellationToken)
        where TRecord : Record
    {
        RowColumn[] columns = [.. shape.Columns, .. Stamps];
        RowColumn[] copied = withKeys ? [.. columns, new(Shadow.Key, "bigint", false)] : columns;
        await using var importer = await ConnectionOf(context).BeginBinaryImportAsync(CopySql(table, copied), cancellationToken);
        var stream = new CopyStream(importer, copied);
        foreach (var row in rows)
        {
            stream.StartRow();
            shape.Write(row.Record, stream);
            stream.Number(shape.Columns.Count, row.Fingerprint);
            if (row.WrittenBy is { } import)
            {
                stream.Number(shape.Columns.Count + 1, import);
            }
            else
            {
                stream.Nothing(shape.Columns.Count + 1);
            }

            if (withKeys)
            {
                stream.Number(copied.Length - 1, row.Key);
            }
        }

        await importer.CompleteAsync(cancellationToken);
    }

    private static string CopySql(string table, IEnumerable<RowColumn> columns) =>
        $"COPY \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) FROM STDIN (FORMAT BINARY)";

    private static async Task RunAsync(CrmRoiContext context, string sql, CancellationToken cancellationToken)
    {
        await using var command = CommandOf(context, sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // Only names of the model.
    private static NpgsqlCommand CommandOf(CrmRoiContext context, string sql)
    {
        var command = ConnectionOf(context).CreateCommand();
#pragma warning disable CA2100 // only names of the model
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = context.Database.GetCommandTimeout() ?? command.CommandTimeout;
        return command;
    }

    private static NpgsqlConnection ConnectionOf(CrmRoiContext context) => (NpgsqlConnection)context.Database.GetDbConnection();
}
