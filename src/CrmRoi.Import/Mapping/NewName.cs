using CrmRoi.Data;
using CrmRoi.Metrics.Quality;

namespace CrmRoi.Import.Mapping;

/// <summary>A name that appears for the first time.</summary>
/// <param name="Field">What it names.</param>
/// <param name="Name">The name.</param>
/// <param name="Rows">How many rows say it.</param>
/// <param name="Likely">Names that it may only be another spelling of, the likeliest first.</param>
public sealed record NewName(NameField Field, string Name, int Rows, IReadOnlyList<string> Likely)
{
    private const int MostCompared = 1_000;
    private const int MostLikely = 5;

    /// <summary>The names of files that are not known, those that are like others first.</summary>
    /// <param name="uses">The names that the files have.</param>
    /// <param name="known">The names of a field that were there before.</param>
    public static IReadOnlyList<NewName> Of(IEnumerable<NameUse> uses, Func<NameField, IEnumerable<string>> known) =>
    [
        .. uses.GroupBy(use => use.Field).OrderBy(field => field.Key).SelectMany(field => Of(field.Key, [.. field], [.. known(field.Key)]))
            .OrderByDescending(name => name.Likely.Count > 0),
    ];

    private static IEnumerable<NewName> Of(NameField field, List<NameUse> uses, HashSet<string> known)
    {
        var before = new HashSet<string>(known.Select(name => name.Trim()), StringComparer.OrdinalIgnoreCase);
        var fresh = uses.Where(use => !before.Contains(use.Name)).OrderByDescending(use => use.IsGiven).ThenByDescending(use => use.Rows).ThenBy(use => use.Name, StringComparer.Ordinal).Take(MostCompared).ToList();

        // How it is really called: what was there before, then what a list gives, then what most rows say.
        var names = before.Order(StringComparer.Ordinal).Take(MostCompared).ToList();
        foreach (var use in fresh)
        {
            var likely = names.Where(name => IsLike(name, use.Name)).Take(MostLikely).ToList();
            names.Add(use.Name);
            yield return new(field, use.Name, use.Rows, likely);
        }
    }

    // "Levy, Zane" is Zane Levy.
    private static bool IsLike(string name, string other) =>
        NameKey.IsAlike(name, other) || (name.Contains(' ', StringComparison.Ordinal) && Words(name).SequenceEqual(Words(other)));

    private static IEnumerable<string> Words(string name) => name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(NameKey.Of).Order(StringComparer.Ordinal);
}
