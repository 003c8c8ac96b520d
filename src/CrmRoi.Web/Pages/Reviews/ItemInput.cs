using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;

namespace CrmRoi.Web.Pages.Reviews;

/// <summary>A note, decision or action, as it is typed.</summary>
public sealed class ItemInput
{
    [EnumDataType(typeof(ReviewItemKind), ErrorMessage = "This is not one of the choices.")]
    public ReviewItemKind Kind { get; set; } = ReviewItemKind.Action;

    [Required, StringLength(Limits.Text)]
    public string Text { get; set; } = "";

    [StringLength(Limits.Name)]
    public string? Owner { get; set; }

    public DateOnly? DueOn { get; set; }
}
