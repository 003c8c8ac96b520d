using System.ComponentModel.DataAnnotations;
using CrmRoi.Import;
using CrmRoi.Import.Mapping;
using CrmRoi.Metrics.Records;
using CrmRoi.Web.Pages.Admin;
using Microsoft.AspNetCore.Mvc;

namespace CrmRoi.Web.Pages.Import;

/// <summary>What somebody chose for a file in the preview.</summary>
public sealed class FileChoice
{
    /// <summary>What its rows are; found out where nobody says.</summary>
    public RecordKind? Kind { get; set; }

    /// <summary>The kind whose fields were offered: of another one, they say nothing.</summary>
    public RecordKind? OfferedKind { get; set; }

    /// <summary>Whether it stays out, so that the other files can go in without it.</summary>
    public bool IsLeftOut { get; set; }

    /// <summary>The field of each column, in their order; an empty one for a column that is not used.</summary>
    public List<string?> Columns { get; set; } = [];

    /// <summary>The place in the file of each of <see cref="Columns"/>, where a file has more columns than anybody looks through; nothing where all are there.</summary>
    public List<int> Places { get; set; } = [];

    public DateOrder? DateOrder { get; set; }

    /// <summary>A comma or a point.</summary>
    public string? DecimalMark { get; set; }

    /// <summary>The stages that were not understood, and what each means.</summary>
    public List<StageChoice> Stages { get; set; } = [];

    /// <summary>What other currencies are worth that its amounts are in.</summary>
    public List<RateChoice> Rates { get; set; } = [];

    /// <summary>How the file was understood before anybody chose anything: what differs from it is kept for the next file of its shape.</summary>
    public string? Found { get; set; }

    /// <summary>The kind and the fields in one text.</summary>
    public string Understood => $"{Kind}:{string.Join('|', Columns)}";

    /// <summary>Whether somebody said something of the file that it did not say itself.</summary>
    public bool IsChanged => Understood != Found || DateOrder is not null || DecimalMark is not null || Stages.Exists(stage => stage.Outcome is not null) || Rates.Exists(rate => rate.IsChosen);

    /// <summary>The choices that were kept for files of a shape.</summary>
    public static FileChoice Of(MapFile kept, IReadOnlyList<string> headers) => new()
    {
        Kind = kept.Kind,
        OfferedKind = kept.Kind,
        Columns = [.. headers.Select(header => kept.Columns.GetValueOrDefault(header) ?? "")],
        DateOrder = kept.DateOrder,
        DecimalMark = kept.DecimalMark,
        Rates = [.. kept.Rates.Select(rate => new RateChoice { Currency = rate.Key, Rate = rate.Value })],
        Stages = [.. kept.Outcomes.Select(stage => new StageChoice { Stage = stage.Key, Outcome = Enum.Parse<DealOutcome>(stage.Value) })],
    };

    public ImportFile Apply(ImportFile file, IReadOnlyList<string> headers) => file with { Kind = Kind, Map = MapOf(headers) };

    /// <summary>What it says of a file with these headers.</summary>
    public MapFile MapOf(IReadOnlyList<string> headers) => new()
    {
        Kind = Kind,
        Columns = Kind is null || Kind != OfferedKind ? new Dictionary<string, string>() : Named(headers),
        DateOrder = DateOrder,
        DecimalMark = DecimalMark is "," or "." ? DecimalMark : null,
        Rates = Rates.Where(rate => rate.IsChosen).DistinctBy(rate => rate.Currency).ToDictionary(rate => rate.Currency!, rate => rate.Rate!.Value),
        Outcomes = Stages
            .Where(stage => stage is { Stage.Length: > 0, Outcome: not null })
            .DistinctBy(stage => stage.Stage)
            .ToDictionary(stage => stage.Stage!, stage => $"{stage.Outcome}"),
    };

    // Two columns of one name are one to a map, and a column without a name is none.
    private Dictionary<string, string> Named(IReadOnlyList<string> headers) => headers
        .Zip(Places.Count == 0 ? Columns : FieldsOfAll(headers.Count))
        .Where(column => Header.Normal(column.First).Length > 0)
        .DistinctBy(column => Header.Normal(column.First))
        .ToDictionary(column => column.First, column => column.Second ?? "");

    // A column that was not shown is one that is not used.
    private IEnumerable<string?> FieldsOfAll(int columns)
    {
        var said = Places.Zip(Columns).DistinctBy(column => column.First).ToDictionary(column => column.First, column => column.Second);
        return Enumerable.Range(0, columns).Select(said.GetValueOrDefault);
    }
}

/// <summary>What a stage of a file means; nothing where nobody said.</summary>
public sealed class StageChoice
{
    public string? Stage { get; set; }

    public DealOutcome? Outcome { get; set; }
}

/// <summary>What a currency of a file is worth; nothing where nobody said.</summary>
public sealed class RateChoice
{
    /// <summary>By ISO 4217, or as the file writes it.</summary>
    public string? Currency { get; set; }

    /// <summary>What one unit is worth in the company's currency.</summary>
    [Range(0.00000001, 1_000_000d), ModelBinder(typeof(TypedNumberBinder))]
    public decimal? Rate { get; set; }

    public bool IsChosen => Currency is { Length: > 0 } && Rate is > 0;
}
