namespace CrmRoi.Metrics.Quality;

/// <summary>Gathers the names by which records name one thing.</summary>
internal sealed class SpellingCount(string field)
{
    private const int GroupsShown = 50;
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string? name)
    {
        if (!string.IsNullOrWhiteSpace(name))
        {
            names.Add(name.Trim());
        }
    }

    public Spellings Result()
    {
        var groups = names.GroupBy(NameKey.Of).ToList();
        return new(field, names.Count, groups.Count,
        [
            .. groups.Where(group => group.Count() > 1)
                .Select(group => (IReadOnlyList<string>)[.. group.Order(StringComparer.Ordinal)])
                .OrderByDescending(group => group.Count)
                .ThenBy(group => group[0], StringComparer.Ordinal)
                .Take(GroupsShown),
        ]);
    }
}
