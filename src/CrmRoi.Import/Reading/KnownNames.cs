using CrmRoi.Data;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Import.Reading;

/// <summary>The names that are known, from what is stored and from every file of a run.</summary>
internal sealed record KnownNames(IReadOnlySet<string> Products, IReadOnlySet<string> People, IReadOnlySet<string> DealReps, IReadOnlySet<string> DealSources)
{
    /// <summary>Those of what is stored.</summary>
    public static async Task<KnownNames> LoadAsync(CrmRoiContext context, CancellationToken cancellationToken) => new(
        Names(await context.Products.Select(product => product.Name).Distinct().ToListAsync(cancellationToken)),
        Names(await context.People.Select(person => person.Name).Distinct().ToListAsync(cancellationToken)),
        Names(await context.Deals.Where(deal => deal.Rep != null).Select(deal => deal.Rep!).Distinct().ToListAsync(cancellationToken)),
        (await context.Deals.Select(deal => deal.Source).Distinct().ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal));

    /// <summary>The same with those of files.</summary>
    /// <param name="files">What was seen of each.</param>
    /// <param name="dealSources">Where their deals come from.</param>
    public KnownNames With(IReadOnlyCollection<CrossChecks> files, IEnumerable<string> dealSources) => new(
        Names(Products.Concat(files.SelectMany(file => file.Listed))),
        Names(People.Concat(files.SelectMany(file => file.People))),
        Names(DealReps.Concat(files.SelectMany(file => file.DealReps))),
        DealSources.Concat(dealSources).ToHashSet(StringComparer.Ordinal));

    private static HashSet<string> Names(IEnumerable<string> names) => new(names.Select(name => name.Trim()), StringComparer.OrdinalIgnoreCase);
}
