using System.Runtime.InteropServices;

namespace CrmRoi.Metrics.Quality;

/// <summary>Gathers the names by which records name one thing.</summary>
internal sealed class SpellingCount(string field)
{
    private const int GroupsShown = 50;
    private readonly Dictionary<string, int> names = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string? name)
    {
        if (!string.IsNullOrWhiteSpace(name))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(names, name.Trim(), out _)++;
        }
    }

    public Spellings Result()
    {
        var groups = names.Keys.GroupBy(NameKey.Of).ToList();
        return new(field, names.Count, groups.Count,
        [
            .. groups.Where(group => group.Count() > 1)
                .Select(group => (IReadOnlyList<string>)[.. group.OrderByDescending(name => names[name]).ThenBy(name => !char.IsLetterOrDigit(name[0])).ThenBy(name => name, StringComparer.Ordinal)])
                .OrderByDescending(group => group.Count)
                .ThenBy(group => group[0], StringComparer.Ordinal)
                .Take(GroupsShown),
        ])
        {
            Near = NearNames.Of(names),
        };
    }
}
