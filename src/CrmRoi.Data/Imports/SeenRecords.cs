using System.Collections;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Which records of one source and kind an import has met: little memory for any number of them.</summary>
internal sealed class SeenRecords
{
    private const int Bits = 1 << 28;

    // Of a part at most one record in so many may be there already for it to count as new.
    private const int Few = 10;

    private readonly BitArray keys = new(1024);
    private BitArray? ids;
    private long newInARow;

    /// <summary>Whether only those can be there whose ids it has met.</summary>
    public bool KnowsAll { get; private set; }

    /// <summary>Takes note of how many of a part's records were there.</summary>
    public void Count(int asked, int found) => newInARow = found <= asked / Few ? newInARow + asked : 0;

    /// <summary>Whether more than so many came, one after the other, of which nearly none was there. They are counted anew then.</summary>
    public bool WereNew(long many)
    {
        var were = newInARow > many;
        newInARow = were ? 0 : newInARow;
        return were;
    }

    /// <summary>Meets every id that is stored.</summary>
    public async Task LearnAsync(IQueryable<string> stored, CancellationToken cancellationToken)
    {
        await stored.ForEachAsync(id => MeetId(id), cancellationToken);
        KnowsAll = true;
    }

    /// <summary>Whether an id may have been met, and that it is now. Sure where it says no; where it says yes, one of 2,000 is wrong after ten million.</summary>
    public bool MeetId(string id)
    {
        ids ??= new(Bits);
        var hash = Fingerprint.OfText(id);
        var isKnown = true;
        for (var i = 0; i < 4; i++)
        {
            var bit = (int)((hash >> (i * 9)) & (Bits - 1));
            isKnown &= ids[bit];
            ids[bit] = true;
        }

        return isKnown;
    }

    /// <summary>Whether a stored record was met before, and that it is now.</summary>
    public bool MeetKey(long key)
    {
        var place = checked((int)key);
        if (place >= keys.Length)
        {
            keys.Length = Math.Max(place + 1, (int)Math.Min(int.MaxValue, keys.Length * 2L));
        }

        var isKnown = keys[place];
        keys[place] = true;
        return isKnown;
    }

    /// <summary>Whether a stored record was met.</summary>
    public bool HasMetKey(long key) => key < keys.Length && keys[(int)key];
}
