using System.Runtime.InteropServices;

namespace CrmRoi.Data.Sqlite;

/// <summary>The calls of SQLite's own library that bulk writing and reading make for each value of each row, without a safe handle around each.</summary>
/// <remarks>It is the library that SQLitePCLRaw's bundle ships and loads. What takes no time is called without leaving the runtime's mode.</remarks>
internal static unsafe partial class NativeSqlite
{
    /// <summary>A text is copied when it is bound.</summary>
    internal static readonly nint Copied = -1;

    private const string Library = "e_sqlite3";

    [LibraryImport(Library, EntryPoint = "sqlite3_prepare_v2", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Prepare(nint database, string sql, int length, out nint statement, out nint rest);

    [LibraryImport(Library, EntryPoint = "sqlite3_finalize")]
    internal static partial int Finish(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    internal static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    internal static partial int Reset(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_parameter_count")]
    internal static partial int Parameters(nint statement);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null")]
    internal static partial int BindNothing(nint statement, int parameter);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64")]
    internal static partial int BindNumber(nint statement, int parameter, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text")]
    internal static partial int BindText(nint statement, int parameter, byte* text, int length, nint lifetime);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    internal static partial int TypeAt(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    internal static partial long NumberAt(nint statement, int column);

    /// <summary>The value of a column of the row on which a statement stands; to be read under the database's mutex.</summary>
    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_value")]
    internal static partial nint ValueAt(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_value_type")]
    internal static partial int TypeOf(nint value);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_value_int64")]
    internal static partial long NumberOf(nint value);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_value_text")]
    internal static partial byte* TextOf(nint value);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_value_bytes")]
    internal static partial int BytesOf(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_db_mutex")]
    internal static partial nint MutexOf(nint database);

    [LibraryImport(Library, EntryPoint = "sqlite3_mutex_enter")]
    internal static partial void Enter(nint mutex);

    [LibraryImport(Library, EntryPoint = "sqlite3_mutex_leave")]
    internal static partial void Leave(nint mutex);
}
