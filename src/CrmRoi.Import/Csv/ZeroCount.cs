namespace CrmRoi.Import.Csv;

/// <summary>The zero bytes of a file, of which some are handed over at a time.</summary>
internal sealed class ZeroCount
{
    // No text has so many in a row, in whatever encoding: rows stood there that nobody knows any more.
    private static ReadOnlySpan<byte> Hole => [0, 0, 0, 0, 0, 0, 0, 0];

    private int atEnd;

    /// <summary>How many there are.</summary>
    public long All { get; private set; }

    /// <summary>Whether so many are in a row that a part of the file was lost.</summary>
    public bool HasHole { get; private set; }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        All += bytes.Count((byte)0);
        var atStart = bytes.IndexOfAnyExcept((byte)0);
        var isOnlyZeros = atStart < 0;
        HasHole = HasHole || bytes.IndexOf(Hole) >= 0 || atEnd + (isOnlyZeros ? bytes.Length : atStart) >= Hole.Length;
        atEnd = isOnlyZeros ? Math.Min(atEnd + bytes.Length, Hole.Length) : bytes.Length - 1 - bytes.LastIndexOfAnyExcept((byte)0);
    }
}
