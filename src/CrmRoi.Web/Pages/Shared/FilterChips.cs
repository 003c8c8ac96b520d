using CrmRoi.Data;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Web.Pages.Shared;

/// <summary>What the partial _Filters draws.</summary>
/// <param name="Asked">The filter as the address has it.</param>
/// <param name="Figures">What can be chosen from.</param>
/// <param name="Selection">What is shown.</param>
public sealed record FilterChips(FilterInput Asked, Figures Figures, Selection Selection)
{
    /// <summary>Whether the page's months can be chosen.</summary>
    public bool HasPeriod { get; init; } = true;

    /// <summary>Whether the page can be narrowed to a part of the business.</summary>
    public bool HasParts { get; init; } = true;

    /// <summary>Whether the page lets its reader choose with what it compares.</summary>
    public bool HasComparison { get; init; }

    /// <summary>The dimensions that the page can be narrowed by.</summary>
    public IReadOnlyList<Dimensions> Offered { get; init; } = FilterInput.Offered;

    /// <summary>Other parameters of the page's address that stay as they are.</summary>
    public IReadOnlyDictionary<string, string?> Keep { get; init; } = new Dictionary<string, string?>();

    /// <summary>The dimensions that are narrowed.</summary>
    public IEnumerable<Dimensions> Narrowed => FilterInput.Offered.Where(dimension => HasParts && Asked.Of(dimension) is not null);

    /// <summary>The dimensions that can still be narrowed: those that have members to choose from.</summary>
    public IEnumerable<Dimensions> Open => Offered.Where(dimension =>
        HasParts && Asked.Of(dimension) is null && Figures.MembersOf(dimension) is { Count: > 0 } members && !(members is [Cell.Unassigned]));
}
