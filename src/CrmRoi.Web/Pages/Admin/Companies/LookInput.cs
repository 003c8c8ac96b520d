using System.ComponentModel.DataAnnotations;

namespace CrmRoi.Web.Pages.Admin.Companies;

/// <summary>How the company's reports look, as typed.</summary>
public sealed class LookInput
{
    private const string Colours = "#[0-9a-fA-F]{6}";

    /// <summary>The version that the form was filled with; none while nobody stated a look.</summary>
    public Guid Version { get; set; }

    [Display(Name = "Main colour"), RegularExpression(Colours, ErrorMessage = "A colour is written as #0b7a6f.")]
    public string? Colour { get; init; }

    [Display(Name = "Second colour"), RegularExpression(Colours, ErrorMessage = "A colour is written as #0b7a6f.")]
    public string? SecondColour { get; init; }

    [Display(Name = "Logo")]
    public IFormFile? Logo { get; init; }
}
