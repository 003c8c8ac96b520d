using CrmRoi.Data;
using CrmRoi.Import.Mapping;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Pages.Import;

/// <summary>A name of a file, and what it is to be called; nothing where it stays.</summary>
public sealed class NameMerge
{
    public NameField Field { get; set; }

    public string? Alias { get; set; }

    public string? Name { get; set; }

    /// <summary>How many rows say it, as long as it was not merged.</summary>
    public int? Rows { get; set; }

    /// <summary>The names that it may only be another spelling of.</summary>
    public List<string> Likely { get; set; } = [];

    public bool IsChosen => Alias is { Length: > 0 and <= Limits.Name } && Name is { Length: > 0 and <= Limits.Name };
}

/// <summary>A name to be decided on.</summary>
public sealed record NameQuestion(NameField Field, string Name, int? Rows, IReadOnlyList<string> Likely, string? Chosen);

/// <summary>Finds the names that files bring and that are not known.</summary>
public sealed class NewNames(CrmRoiContext context, FigureStore figures)
{
    private const int MostAsked = 100;

    /// <summary>The names that are like others, to be decided on, with what is decided already.</summary>
    public IReadOnlyList<NameQuestion> Asked { get; private set; } = [];

    /// <summary>The names that are like no other.</summary>
    public IReadOnlyList<NewName> Others { get; private set; } = [];

    public async Task FindAsync(NameBook book, IReadOnlyList<NameMerge> merges, CancellationToken cancellationToken)
    {
        var known = await figures.LoadAsync(cancellationToken);
        var people = await context.People.Select(person => person.Name).Distinct().ToListAsync(cancellationToken);
        var products = await context.Products.Select(product => product.Name).Distinct().ToListAsync(cancellationToken);
        var found = NewName.Of(book.Uses, field => (field switch
        {
            NameField.Rep => known.MembersOf(Dimensions.Rep).Concat(people),
            NameField.Team => known.MembersOf(Dimensions.Team),
            NameField.Product => known.MembersOf(Dimensions.Product).Concat(products),
            NameField.Segment => known.MembersOf(Dimensions.Segment),
            NameField.Channel => known.MembersOf(Dimensions.Channel),
            _ => known.MembersOf(Dimensions.Region),
        }).Where(name => name != Cell.Unassigned));
        Asked =
        [
            .. merges.Where(merge => merge.IsChosen).Select(merge => new NameQuestion(merge.Field, merge.Alias!, merge.Rows, [.. merge.Likely.Append(merge.Name!).Distinct()], merge.Name)),
            .. found.Where(name => name.Likely.Count > 0).Take(MostAsked).Select(name => new NameQuestion(name.Field, name.Name, name.Rows, name.Likely, null)),
        ];
        Others = [.. found.Where(name => name.Likely.Count == 0)];
    }
}
