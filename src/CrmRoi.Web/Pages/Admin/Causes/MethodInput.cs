using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;
using CrmRoi.Metrics.Evidence;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Causes;

/// <summary>How a programme's evidence is reckoned, as it is typed.</summary>
public sealed class MethodInput : IValidatableObject
{
    /// <summary>What the CRM is taken not to have touched unless somebody decides otherwise.</summary>
    private static readonly EvidenceSettings Usual = new();

    [Required, StringLength(Limits.Name)]
    public string Programme { get; set; } = "";

    /// <summary>The version that the form was filled with; none where nobody had decided anything.</summary>
    public Guid? Version { get; set; }

    /// <summary>The official method; none for the rule's.</summary>
    [EnumDataType(typeof(EvidenceMethod), ErrorMessage = "This is not one of the choices.")]
    public EvidenceMethod? Official { get; set; }

    [StringLength(Limits.Text)]
    public string? OfficialReason { get; set; }

    public bool DealsOpened { get; set; } = true;

    public bool Leads { get; set; } = true;

    [StringLength(Limits.Text)]
    public string? UntouchedReason { get; set; }

    /// <summary>The methods that can be the official one: those that are tried on a programme.</summary>
    public static IEnumerable<EvidenceMethod> Offered => Enum.GetValues<EvidenceMethod>().Where(method => method != EvidenceMethod.SyntheticControl);

    private UntouchedSeries Untouched => (DealsOpened ? UntouchedSeries.DealsOpened : UntouchedSeries.None) | (Leads ? UntouchedSeries.Leads : UntouchedSeries.None);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<IStringLocalizer<AdminTexts>>();
        if (Official is { } method && !Offered.Contains(method))
        {
            yield return new(texts["This is not one of the choices."], [nameof(Official)]);
        }

        if (Official is not null && string.IsNullOrWhiteSpace(OfficialReason))
        {
            yield return new(texts["Another method than the rule’s needs a reason: it is shown beside the figure."], [nameof(OfficialReason)]);
        }

        if (Untouched != Usual.Untouched && string.IsNullOrWhiteSpace(UntouchedReason))
        {
            yield return new(texts["Another decision than usual on what is untouched needs a reason: it is shown beside the figure."], [nameof(UntouchedReason)]);
        }
    }

    public void Fill(MethodChoice choice)
    {
        (Official, OfficialReason, UntouchedReason) = (choice.Official, choice.OfficialReason, choice.UntouchedReason);
        (DealsOpened, Leads) = (choice.Untouched.HasFlag(UntouchedSeries.DealsOpened), choice.Untouched.HasFlag(UntouchedSeries.Leads));
    }

    /// <summary>The decision that was typed.</summary>
    /// <param name="programme">Whose.</param>
    /// <param name="who">The sign-in name of whoever decides.</param>
    public MethodChoice ToChoice(string programme, string? who) => new()
    {
        Programme = programme,
        Official = Official,
        OfficialReason = Official is null ? null : OfficialReason?.Trim(),
        Untouched = Untouched,
        UntouchedReason = string.IsNullOrWhiteSpace(UntouchedReason) ? null : UntouchedReason.Trim(),
        StatedBy = who,
    };
}
