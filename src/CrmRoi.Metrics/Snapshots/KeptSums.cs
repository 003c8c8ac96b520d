using System.Collections.Concurrent;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>Sums that were made once for each part of the business that somebody looked at; forgotten all together where they are too many.</summary>
internal sealed class KeptSums<TKey, TSum>
    where TKey : notnull
{
    private const int Most = 128;

    private readonly ConcurrentDictionary<TKey, TSum> kept = new();

    /// <summary>The sum of a key, made now where it is not kept.</summary>
    public TSum Of(TKey key, Func<TKey, TSum> make)
    {
        if (kept.Count > Most)
        {
            kept.Clear();
        }

        return kept.GetOrAdd(key, make);
    }
}
