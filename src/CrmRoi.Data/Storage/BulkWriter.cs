using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CrmRoi.Data;

/// <summary>Adds many new rows of one table: the one place that knows how rows are written fast.</summary>
/// <remarks>
/// On SQLite one prepared statement takes row after row, in the columns and conversions of the model: several times as fast as tracking
/// each row. On servers, where each statement is a journey, the context's own batches are used. Neither tells interceptors of rows
/// whose kind they watch: those tables keep a version and are refused here.
/// </remarks>
internal static class BulkWriter
{
    private const int BatchSize = 1000;

    /// <summary>Adds rows in the context's transaction. Keys that the database makes are left to it and not read back.</summary>
    public static async Task InsertAsync<TRow>(CrmRoiContext context, IEnumerable<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        var entity = context.Model.FindEntityType(typeof(TRow)) ?? throw new ArgumentException($"{typeof(TRow).Name} is not stored.", nameof(rows));
        if (context.Database.ProviderName?.EndsWith(".Sqlite", StringComparison.Ordinal) == true && IsPlain(entity))
        {
            await InsertPreparedAsync(context, entity, rows, cancellationToken);
        }
        else
        {
            await InsertTrackedAsync(context, rows, cancellationToken);
        }
    }

    // Everything that is stored of it can be read from the object, but for the key that the database makes.
    private static bool IsPlain(IEntityType entity) =>
        entity.GetProperties().All(property => !property.IsShadowProperty() || IsMadeByDatabase(property));

    private static bool IsMadeByDatabase(IProperty property) => property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd;

    private static async Task InsertTrackedAsync<TRow>(CrmRoiContext context, IEnumerable<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        foreach (var batch in rows.Chunk(BatchSize))
        {
            context.Set<TRow>().AddRange(batch);
            await context.SaveChangesAsync(cancellationToken);
            context.Forget();
        }
    }

    private static async Task InsertPreparedAsync<TRow>(
        CrmRoiContext context, IEntityType entity, IEnumerable<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        var columns = entity.GetFlattenedProperties().Where(property => !IsMadeByDatabase(property)).Select(Column.Of).ToArray();
        var sql = context.GetSqlHelper();
        var names = columns.Select(column => sql.DelimitIdentifier(column.Name));
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // only names of the model
        command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(entity.GetTableName()!)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", columns.Select((_, i) => "@p" + i))})";
#pragma warning restore CA2100
        DbParameter[] parameters = [.. columns.Select((_, i) => Parameter(command, "@p" + i))];
        await command.PrepareAsync(cancellationToken);
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                parameters[i].Value = columns[i].Stored(row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static ISqlGenerationHelper GetSqlHelper(this CrmRoiContext context) =>
        ((Microsoft.EntityFrameworkCore.Infrastructure.IInfrastructure<IServiceProvider>)context).Instance.GetService(typeof(ISqlGenerationHelper)) as ISqlGenerationHelper
        ?? throw new InvalidOperationException("The provider is not relational.");

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    private sealed record Column(string Name, Func<object, object?> Read, Func<object?, object?>? Convert)
    {
        public static Column Of(IProperty property)
        {
            var getter = property.GetGetter();
            return new(property.GetColumnName(), getter.GetClrValueUsingContainingEntity, property.GetTypeMapping().Converter?.ConvertToProvider);
        }

        public object? Stored(object row) => Read(row) is { } value ? Convert is null ? Plain(value) : Convert(value) : null;

        // What the mapping of the provider makes of enumerations without a converter.
        private static object Plain(object value) => value is Enum member ? System.Convert.ToInt64(member, System.Globalization.CultureInfo.InvariantCulture) : value;
    }
}
