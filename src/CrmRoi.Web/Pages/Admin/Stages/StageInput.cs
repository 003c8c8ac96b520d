using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Web.Pages.Admin.Stages;

/// <summary>What a stage means, as typed.</summary>
public sealed class StageInput
{
    /// <summary>The stage in the source's words.</summary>
    [Required, StringLength(Limits.Name)]
    public string Name { get; set; } = "";

    [Required, StringLength(Limits.Name)]
    public string Standard { get; set; } = "";

    /// <summary>Its place on the way to a decision.</summary>
    [Range(1, 99)]
    public int? Order { get; set; }

    [EnumDataType(typeof(StageKind))]
    public StageKind Kind { get; set; }

    /// <summary>Whether it says no more than what holds of a stage of which nobody said anything.</summary>
    public bool IsPlain => Kind == StageKind.Open && Order is null && Standard.Trim() == Name.Trim();
}

/// <summary>A stage that was found in the records, or of which somebody said something.</summary>
/// <param name="Input">What it means.</param>
/// <param name="Changes">How often a deal entered it.</param>
/// <param name="Deals">How many deals are said to be in it now.</param>
public sealed record FoundStage(StageInput Input, int Changes, int Deals);
