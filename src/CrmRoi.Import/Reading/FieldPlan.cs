using CrmRoi.Data;
using CrmRoi.Import.Mapping;
using CrmRoi.Import.Parsing;
using CrmRoi.Import.Presets;

namespace CrmRoi.Import.Reading;

/// <summary>Where a file says a field and how it writes it: found once for all of its rows.</summary>
/// <param name="Column">The column that it mainly comes from; none where the file has none for it.</param>
/// <param name="Rule">What a preset makes of the row instead; none where the column says it.</param>
/// <param name="Longest">How many letters a text may have.</param>
/// <param name="Named">What its texts name; none where they are no names.</param>
internal sealed record FieldPlan(int? Column, ResolvedField? Rule, int Longest, NameField? Named)
{
    private NumberFormat? numbers;
    private DateFormat? dates;

    /// <summary>Whether the file says anything of the field.</summary>
    public bool IsThere => Column is not null || Rule is not null;

    /// <summary>What numbers are multiplied by.</summary>
    public decimal Scale { get; set; } = 1;

    /// <summary>The currency that the header says of its amounts; none where it says none.</summary>
    public string? Currency { get; set; }

    /// <summary>How numbers are written.</summary>
    public NumberFormat Numbers
    {
        get => numbers ?? throw new InvalidOperationException("The file has no numbers of this field.");
        set => numbers = value;
    }

    /// <summary>How dates are written.</summary>
    public DateFormat Dates
    {
        get => dates ?? throw new InvalidOperationException("The file has no dates of this field.");
        set => dates = value;
    }

    /// <summary>What a row says.</summary>
    public string? Of(TableRow row) => Rule is { } rule ? rule.Of(row) : Column is { } column ? row[column] : null;

    /// <summary>The plan of a field where a file has it.</summary>
    public static FieldPlan Of(RecordKind kind, string field, int? column, ResolvedField? rule) =>
        new(column, rule, LongestOf(kind, field), NameBook.FieldOf(kind, field));

    private static int LongestOf(RecordKind kind, string field) => field switch
    {
        "id" => Limits.Id - 16,
        "lead" or "deal" or "parent" => Limits.Id,
        "description" or "subject" => Limits.Text,
        "name" when kind == RecordKind.Deals => Limits.Text,
        _ => Limits.Name,
    };
}
