using System.Runtime.InteropServices;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>Numbers things from 0 in the order in which they are met, so that a small number stands for each.</summary>
internal sealed class Numbering<T>(IEqualityComparer<T>? comparer = null)
    where T : notnull
{
    private readonly List<T> things = [];
    private readonly Dictionary<T, int> numbers = new(comparer);

    /// <summary>How many there are.</summary>
    public int Count => things.Count;

    /// <summary>The one with a number.</summary>
    public T this[int number] => things[number];

    /// <summary>The number of one; the next where it was not met before.</summary>
    public int Of(T thing)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, thing, out var isKnown);
        if (!isKnown)
        {
            number = things.Count;
            things.Add(thing);
        }

        return number;
    }
}
