using CrmRoi.Import;
using CrmRoi.Import.Mapping;

namespace CrmRoi.Web.Pages.Import;

/// <summary>What somebody chose for a file in the preview.</summary>
public sealed class FileChoice
{
    /// <summary>What its rows are; found out where nobody says.</summary>
    public RecordKind? Kind { get; set; }

    /// <summary>The kind whose fields were offered: of another one, they say nothing.</summary>
    public RecordKind? OfferedKind { get; set; }

    /// <summary>The field of each column, in their order; an empty one for a column that is not used.</summary>
    public List<string?> Columns { get; set; } = [];

    public DateOrder? DateOrder { get; set; }

    /// <summary>A comma or a point.</summary>
    public string? DecimalMark { get; set; }

    public ImportFile Apply(string name, byte[] content, IReadOnlyList<string> headers) => new(name, content)
    {
        Kind = Kind,
        Map = new MapFile
        {
            Columns = Kind is null || Kind != OfferedKind ? new Dictionary<string, string>() : Named(headers),
            DateOrder = DateOrder,
            DecimalMark = DecimalMark is "," or "." ? DecimalMark : null,
        },
    };

    // Two columns of one name are one to a map, and a column without a name is none.
    private Dictionary<string, string> Named(IReadOnlyList<string> headers) => headers
        .Zip(Columns)
        .Where(column => Header.Normal(column.First).Length > 0)
        .DistinctBy(column => Header.Normal(column.First))
        .ToDictionary(column => column.First, column => column.Second ?? "");
}
