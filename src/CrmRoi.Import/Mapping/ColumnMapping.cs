namespace CrmRoi.Import.Mapping;

/// <summary>What the columns of a file mean.</summary>
/// <param name="Kind">What its rows are.</param>
/// <param name="Columns">The column of each field that was found, by the field's name.</param>
/// <param name="Doubts">What somebody should look at before trusting it.</param>
public sealed record ColumnMapping(RecordKind Kind, IReadOnlyDictionary<string, int> Columns, IReadOnlyList<Doubt> Doubts)
{
    /// <summary>The fields of its kind.</summary>
    public KindFields Fields => Mapping.Fields.Of(Kind);

    /// <summary>Whether one of each group of needed fields has a column.</summary>
    public bool IsSufficient => Fields.Needed.All(group => group.Any(Columns.ContainsKey));

    /// <summary>The fields that are needed and have no column: "closed or stage".</summary>
    public IEnumerable<string> Missing => Fields.Needed.Where(group => !group.Any(Columns.ContainsKey)).Select(group => string.Join(" or ", group));
}
