using System.ComponentModel.DataAnnotations;
using CrmRoi.Metrics.Reviews;

namespace CrmRoi.Web.Pages.Reviews;

/// <summary>How often a programme is reviewed, as it is chosen.</summary>
public sealed class PlanInput
{
    /// <summary>The version that the form was filled with; none for the first one.</summary>
    public Guid Version { get; set; }

    /// <summary>How often; nothing for never.</summary>
    [EnumDataType(typeof(ReviewCadence), ErrorMessage = "This is not one of the choices.")]
    public ReviewCadence? Cadence { get; set; }

    /// <summary>How many days after its last month a review is due.</summary>
    [Required, Range(0, 90)]
    public int? Days { get; set; } = 15;
}
