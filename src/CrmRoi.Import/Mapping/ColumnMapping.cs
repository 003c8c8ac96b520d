using CrmRoi.Import.Presets;

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
    public bool IsSufficient => Fields.Needed.All(group => group.Any(Has));

    /// <summary>The fields that are needed and have no column: "closed or stage".</summary>
    public IEnumerable<string> Missing => Fields.Needed.Where(group => !group.Any(Has)).Select(group => string.Join(" or ", group));

    /// <summary>The name of the preset by which it was made; none where columns were found by themselves.</summary>
    public string? PresetName => Preset?.Match.Preset.Name;

    /// <summary>What a preset knows of the file.</summary>
    internal PresetMapping? Preset { get; init; }

    /// <summary>The rows of the kind where a table holds several kinds; none where every row is of it.</summary>
    internal RowFilter? Only { get; init; }

    private bool Has(string field) => Columns.ContainsKey(field) || Preset?.Rules.ContainsKey(field) == true;
}
