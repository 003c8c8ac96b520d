using System.Runtime.InteropServices;

namespace CrmRoi.Metrics.Quality;

/// <summary>Finds names that differ in one letter of one word: somebody may have mistyped one, or they are two.</summary>
internal static class NearNames
{
    // "Plan A" is not Plan B, nor Phase II Phase III; in a word of three letters one can be a slip: "Jon Smith".
    private const int ShortestName = 6;
    private const int ShortestWord = 3;
    private const int MostCompared = 20_000;
    private const int MostShown = 50;
    private const string Numerals = "ivxlcdm";

    /// <summary>The name that fewer records say, then the other; those first that the fewest say.</summary>
    /// <param name="names">How many records say each name.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IReadOnlyDictionary<string, int> names)
    {
        List<(string Name, string Key, int Count)> all =
        [
            .. names.Select(name => (Name: name.Key, Key: NameKey.Of(name.Key), Count: name.Value)).Where(name => name.Key.Length >= ShortestName)
                .GroupBy(name => name.Key).Select(group => group.MaxBy(name => name.Count))
                .OrderByDescending(name => name.Count).ThenBy(name => name.Name, StringComparer.Ordinal).Take(MostCompared),
        ];
        return
        [
            .. Pairs([.. all.Select(name => name.Key)]).Where(pair => IsNear(all[pair.More].Name, all[pair.Less].Name))
                .OrderBy(pair => all[pair.Less].Count).ThenBy(pair => pair.More).ThenBy(pair => pair.Less)
                .Take(MostShown)
                .Select(pair => (IReadOnlyList<string>)[all[pair.Less].Name, all[pair.More].Name]),
        ];
    }

    /// <summary>Whether two names of as many words differ by one letter in one of them, and in no digit.</summary>
    internal static bool IsNear(string left, string right)
    {
        var (a, b) = (Words(left), Words(right));
        if (a.Count != b.Count || a.Sum(word => word.Length) < ShortestName || b.Sum(word => word.Length) < ShortestName)
        {
            return false;
        }

        var other = a.Zip(b).Where(pair => pair.First != pair.Second).ToList();
        return other is [var (one, two)] && IsWord(one) && IsWord(two) && NameKey.IsAlike(left, right);
    }

    private static bool IsWord(string word) => word.Length >= ShortestWord && word.Any(letter => !Numerals.Contains(letter, StringComparison.Ordinal));

    private static List<string> Words(string name) => [.. name.Split([' ', ',', '.', '-', '/', '_', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Select(NameKey.Of).Where(word => word.Length > 0)];

    /// <summary>Which keys may be near, by their places: those that are the same without one letter, as two are that differ in one.</summary>
    /// <remarks>Instead of each with each, those that share what is left are compared. No digit is left out: a number more or less is another name, and numbered names are many.</remarks>
    internal static HashSet<(int More, int Less)> Pairs(IReadOnlyList<string> keys)
    {
        var seen = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var pairs = new HashSet<(int, int)>();
        for (var i = 0; i < keys.Count; i++)
        {
            var key = keys[i];
            foreach (var left in Enumerable.Range(0, key.Length).Where(at => !char.IsDigit(key[at])).Select(at => key.Remove(at, 1)).Append(key).Distinct())
            {
                ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, left, out _);
                same ??= [];
                pairs.UnionWith(same.Select(other => (other, i)));
                same.Add(i);
            }
        }

        return pairs;
    }
}
