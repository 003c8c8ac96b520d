using System.Globalization;
using System.Text;
using CrmRoi.Data;

namespace CrmRoi.Data.Sqlite;

/// <summary>The row on which a statement of SQLite's own interface stands, in the forms in which EF Core stores values.</summary>
internal sealed unsafe class StoredRows(nint statement, int columns) : RowSource
{
    private readonly RepeatedTexts[] texts = [.. Enumerable.Range(0, columns).Select(_ => new RepeatedTexts())];

    public override bool IsNothing(int column) => NativeSqlite.TypeAt(statement, column) == SQLitePCL.raw.SQLITE_NULL;

    public override string Text(int column) => texts[column].Of(BytesAt(column));

    public override long Number(int column) => NativeSqlite.NumberAt(statement, column);

    public override bool Flag(int column) => Number(column) != 0;

    public override decimal Amount(int column) => decimal.Parse(BytesAt(column), NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);

    public override DateOnly Day(int column) => Utf8Day.Read(BytesAt(column));

    public override DateTime Time(int column) => DateTime.Parse(Encoding.UTF8.GetString(BytesAt(column)), CultureInfo.InvariantCulture);

    private ReadOnlySpan<byte> BytesAt(int column)
    {
        var first = NativeSqlite.TextAt(statement, column);
        return new(first, NativeSqlite.BytesAt(statement, column));
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
