using CrmRoi.Data;
using Npgsql;
using NpgsqlTypes;

namespace CrmRoi.Data.PostgreSql;

/// <summary>Streams the stored values of rows to PostgreSQL by binary COPY, in the types of the model's columns.</summary>
internal sealed class CopyStream(NpgsqlBinaryImporter importer, IReadOnlyList<RowColumn> columns) : RowSink
{
    private readonly bool[] isLong = [.. columns.Select(column => column.StoreType == "bigint")];
    private readonly bool[] isShort = [.. columns.Select(column => column.StoreType == "smallint")];

    public void StartRow() => importer.StartRow();

    public override void Nothing(int column) => importer.WriteNull();

    public override void Text(int column, string value) => importer.Write(value, NpgsqlDbType.Text);

    public override void Number(int column, long value)
    {
        if (isLong[column])
        {
            importer.Write(value, NpgsqlDbType.Bigint);
        }
        else if (isShort[column])
        {
            importer.Write(checked((short)value), NpgsqlDbType.Smallint);
        }
        else
        {
            importer.Write(checked((int)value), NpgsqlDbType.Integer);
        }
    }

    public override void Flag(int column, bool value) => importer.Write(value, NpgsqlDbType.Boolean);

    public override void Amount(int column, decimal value) => importer.Write(value, NpgsqlDbType.Numeric);

    public override void Day(int column, DateOnly value) => importer.Write(value, NpgsqlDbType.Date);

    public override void Time(int column, DateTime value) => importer.Write(DateTime.SpecifyKind(value, DateTimeKind.Unspecified), NpgsqlDbType.Timestamp);
}
