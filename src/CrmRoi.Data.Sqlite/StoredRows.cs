using System.Globalization;
using System.Text;
using CrmRoi.Data;

namespace CrmRoi.Data.Sqlite;

/// <summary>The row on which a statement of SQLite's own interface stands, in the forms in which EF Core stores values.</summary>
/// <remarks>Read between <see cref="Enter"/> and <see cref="Leave"/>: the database's mutex is asked for once, and not for each value.</remarks>
internal sealed unsafe class StoredRows(nint database, nint statement, int columns) : RowSource
{
    private readonly RepeatedTexts[] texts = [.. Enumerable.Range(0, columns).Select(_ => new RepeatedTexts())];
    private readonly nint mutex = NativeSqlite.MutexOf(database);
    private int last = -1;
    private nint value;

    /// <summary>Nobody else uses the connection until this thread leaves.</summary>
    public void Enter() => NativeSqlite.Enter(mutex);

    public void Leave() => NativeSqlite.Leave(mutex);

    /// <summary>The statement went on to another row.</summary>
    public void Next() => last = -1;

    /// <summary>Whether a column holds nothing, as one does that was not asked for and has no place.</summary>
    public override bool IsNothing(int column) => column < 0 || NativeSqlite.TypeOf(ValueAt(column)) == SQLitePCL.raw.SQLITE_NULL;

    public override string Text(int column) => texts[column].Of(BytesAt(column));

    public override long Number(int column) => NativeSqlite.NumberOf(ValueAt(column));

    public override bool Flag(int column) => Number(column) != 0;

    public override decimal Amount(int column) => decimal.Parse(BytesAt(column), NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);

    public override DateOnly Day(int column) => Utf8Day.Read(BytesAt(column));

    public override DateTime Time(int column) => DateTime.Parse(Encoding.UTF8.GetString(BytesAt(column)), CultureInfo.InvariantCulture);

    private ReadOnlySpan<byte> BytesAt(int column)
    {
        var at = ValueAt(column);
        var first = NativeSqlite.TextOf(at); // before the length, which is that of the text
        return new(first, NativeSqlite.BytesOf(at));
    }

    // A column is asked whether it holds anything, and then what.
    private nint ValueAt(int column)
    {
        if (column != last)
        {
            (last, value) = (column, NativeSqlite.ValueAt(statement, column));
        }

        return value;
    }

    /// <summary>Gives the texts of a column that repeat themselves out as one; gives up where they do not.</summary>
    private sealed class RepeatedTexts
    {
        private const int Places = 1024;
        private const int Tried = 4096;
        private (byte[] Bytes, string Text)[]? known = new (byte[], string)[Places];
        private int asked;
        private int found;

        public string Of(ReadOnlySpan<byte> bytes)
        {
            if (known is null || bytes.Length == 0)
            {
                return Encoding.UTF8.GetString(bytes);
            }

            ref var place = ref known[PlaceOf(bytes)];
            asked++;
            if (place.Bytes is not null && bytes.SequenceEqual(place.Bytes))
            {
                found++;
                return place.Text;
            }

            var text = Encoding.UTF8.GetString(bytes);
            place = (bytes.ToArray(), text);
            if (asked == Tried && found < Tried / 2)
            {
                known = null;
            }

            return text;
        }

        private static int PlaceOf(ReadOnlySpan<byte> bytes)
        {
            var hash = 2166136261u;
            foreach (var each in bytes)
            {
                hash = unchecked((hash ^ each) * 16777619u);
            }

            return (int)((hash ^ (hash >> 16)) % Places);
        }
    }
}
