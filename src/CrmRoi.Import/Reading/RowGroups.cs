using System.Collections;

namespace CrmRoi.Import.Reading;

/// <summary>
/// Where rows that make one record together end, however far apart they stand: what they make is made with the last of them, and only what is not
/// complete is held. Of a file that would hold too much at once some records are made in one turn, and others in later ones.
/// </summary>
internal sealed class RowGroups
{
    /// <summary>How many rows of records that are not complete are held at once.</summary>
    internal const int MostHeld = 100_000;

    private readonly BitArray ends;

    private RowGroups(BitArray ends, int turns) => (this.ends, Turns) = (ends, turns);

    /// <summary>How many turns there are.</summary>
    public int Turns { get; }

    /// <summary>Groups by what names the record of each row; none where a row names none.</summary>
    public static RowGroups Of(IEnumerable<string?> keys, int rows, int mostHeld = MostHeld)
    {
        var hashes = new long[rows];
        var row = 0;
        foreach (var key in keys.Take(rows))
        {
            hashes[row] = key is null ? 0 : HashOf(key);
            row++;
        }

        var places = new int[rows];
        for (var i = 0; i < rows; i++)
        {
            places[i] = i;
        }

        Array.Sort(hashes, places);
        var (ends, held) = (new BitArray(rows), new int[rows + 1]);
        for (var (start, next) = (0, 0); start < rows; start = next)
        {
            var (first, last) = (places[start], places[start]);
            for (next = start; next < rows && hashes[next] == hashes[start]; next++)
            {
                (first, last) = (Math.Min(first, places[next]), Math.Max(last, places[next]));
            }

            if (hashes[start] != 0)
            {
                ends[last] = true;
                held[first] += next - start;
                held[last] -= next - start;
            }
        }

        return new(ends, 1 + (MostOf(held) / mostHeld));
    }

    /// <summary>Whether no later row belongs to the record of this one.</summary>
    public bool EndsAt(int row) => row < ends.Length && ends[row];

    /// <summary>In which turn the rows of a record are read.</summary>
    public int TurnOf(string? key) => Turns == 1 || key is null ? 0 : (int)(unchecked((ulong)HashOf(key)) % (ulong)Turns);

    private static int MostOf(int[] changes)
    {
        var (most, now) = (0, 0);
        foreach (var change in changes)
        {
            now += change;
            most = Math.Max(most, now);
        }

        return most;
    }

    // FNV-1a; two records of one hash are only held longer than they need be.
    private static long HashOf(string key)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in key)
        {
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        }

        return hash == 0 ? 1 : unchecked((long)hash);
    }
}
