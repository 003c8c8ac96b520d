using System.Globalization;
using System.Text;
using CrmRoi.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CrmRoi.Data.Sqlite;

/// <summary>A prepared statement of SQLite's own interface, whose parameters take the stored values of rows, in the forms in which EF Core reads them back.</summary>
internal sealed unsafe class Statement : RowSink, IDisposable
{
    private const int LongestTime = 27;
    private readonly sqlite3 database;
    private readonly nint statement;

    // What each parameter holds: SQLite keeps it from row to row, and most columns repeat themselves.
    private readonly Held[] held;
    private byte[] buffer = new byte[1024];

    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(NativeSqlite.Prepare(database.DangerousGetHandle(), sql, -1, out statement, out _));
        held = new Held[NativeSqlite.Parameters(statement)];
    }

    /// <summary>Runs it, and makes it ready for the next row.</summary>
    public void Run()
    {
        var code = NativeSqlite.Step(statement);
        Reset();
        if (code is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            Check(code);
        }
    }

    /// <summary>Whether it finds a row, whose columns can be read until <see cref="Reset"/>.</summary>
    public bool Finds()
    {
        var code = NativeSqlite.Step(statement);
        if (code is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            Check(code);
        }

        return code == raw.SQLITE_ROW;
    }

    // What it returns is what the step returned already.
    public void Reset() => _ = NativeSqlite.Reset(statement);

    public long? NumberAt(int column) => NativeSqlite.TypeAt(statement, column) == raw.SQLITE_NULL ? null : NativeSqlite.NumberAt(statement, column);

    public override void Nothing(int column)
    {
        if (held[column].Value is not null)
        {
            held[column] = default;
            Check(NativeSqlite.BindNothing(statement, column + 1));
        }
    }

    public override void Text(int column, string value)
    {
        if (ReferenceEquals(held[column].Value, value))
        {
            return;
        }

        held[column] = new(value);
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > buffer.Length)
        {
            buffer = new byte[most];
        }

        Bind(column, buffer.AsSpan(0, Encoding.UTF8.GetBytes(value, buffer)));
    }

    public override void Number(int column, long value)
    {
        held[column] = new(this);
        Check(NativeSqlite.BindNumber(statement, column + 1, value));
    }

    public override void Flag(int column, bool value) => Number(column, value ? 1 : 0);

    public override void Amount(int column, decimal value) => Text(column, value.ToString("0.0###########################", CultureInfo.InvariantCulture));

    public override void Day(int column, DateOnly value)
    {
        held[column] = new(this);
        Utf8Day.Write(value, buffer);
        Bind(column, buffer.AsSpan(0, Utf8Day.Length));
    }

    public override void Time(int column, DateTime value)
    {
        held[column] = new(this);
        value.TryFormat(buffer.AsSpan(0, LongestTime), out var length, "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        Bind(column, buffer.AsSpan(0, length));
    }

    public void Dispose() => _ = NativeSqlite.Finish(statement);

    // An empty text is one, and not nothing.
    private void Bind(int column, ReadOnlySpan<byte> text)
    {
        fixed (byte* first = text)
        {
            byte nothing;
            Check(NativeSqlite.BindText(statement, column + 1, first is null ? &nothing : first, text.Length, NativeSqlite.Copied));
        }
    }

    // In a structure: an array of objects would be asked at each store whether it may hold that one.
    private readonly record struct Held(object? Value);

    private void Check(int code)
    {
        if (code is not raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, database);
        }
    }
}
