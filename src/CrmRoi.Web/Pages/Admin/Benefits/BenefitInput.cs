using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Benefits;

/// <summary>A benefit as it is typed, shares in percent.</summary>
public sealed class BenefitInput : IValidatableObject
{
    private const string Number = "{0:0.######}";

    /// <summary>The version that the form was filled with; none where nothing was entered of it.</summary>
    public Guid? Version { get; set; }

    [Required, StringLength(Limits.Name)]
    public string Programme { get; set; } = "";

    [EnumDataType(typeof(BenefitKind), ErrorMessage = "This is not one of the choices.")]
    public BenefitKind Kind { get; set; }

    public bool IsOn { get; set; } = true;

    [Required, StringLength(Limits.Name)]
    public string? Owner { get; set; }

    public string? From { get; set; }

    [Required, Range(0d, 100d), ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = Number, ApplyFormatInEditMode = true)]
    public decimal? AttributedPercent { get; set; } = 100;

    [StringLength(Limits.Text)]
    public string? AttributedReason { get; set; }

    [Range(0d, 100d), ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = Number, ApplyFormatInEditMode = true)]
    public decimal? PartPercent { get; set; } = 0;

    [Range(0d, 1_000_000d), ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = "{0:0.####}", ApplyFormatInEditMode = true)]
    public decimal? HourlyRate { get; set; }

    [Range(0d, 100d), ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = Number, ApplyFormatInEditMode = true)]
    public decimal? RealisedPercent { get; set; }

    public bool IsCash { get; set; }

    [StringLength(Limits.Text)]
    public string? Note { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<IStringLocalizer<AdminTexts>>();
        if (!string.IsNullOrWhiteSpace(From) && !TypedMonth.TryRead(From, out _))
        {
            yield return new(texts[TypedMonth.Sentence], [nameof(From)]);
        }

        if (AttributedPercent is not null and not 100 && string.IsNullOrWhiteSpace(AttributedReason))
        {
            yield return new(texts["Say why it is that share."], [nameof(AttributedReason)]);
        }
    }

    public void Fill(Benefit stored)
    {
        (Programme, Kind, IsOn, Owner, From) = (stored.Programme, stored.Kind, stored.IsOn, stored.Owner, stored.From?.ToString());
        (AttributedPercent, AttributedReason, PartPercent) = (stored.Attributed * 100, stored.AttributedReason, stored.MarginPart * 100);
        (HourlyRate, RealisedPercent, IsCash, Note) = (stored.HourlyRate, stored.Realised * 100, stored.IsCash, stored.Note);
    }

    public Benefit ToBenefit() => new()
    {
        Programme = Programme,
        Kind = Kind,
        IsOn = IsOn,
        Owner = Owner?.Trim(),
        From = string.IsNullOrWhiteSpace(From) ? null : TypedMonth.Read(From),
        Attributed = decimal.Round(AttributedPercent!.Value / 100, 8),
        AttributedReason = Trimmed(AttributedReason),
        MarginPart = Kind.IsView() ? decimal.Round((PartPercent ?? 0) / 100, 8) : 0,
        HourlyRate = Kind == BenefitKind.AdminHours ? HourlyRate : null,
        Realised = Kind == BenefitKind.AdminHours && RealisedPercent is { } realised ? decimal.Round(realised / 100, 8) : null,
        IsCash = Kind.IsUnitCost() && IsCash,
        Note = Trimmed(Note),
    };

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A function of the CRM as it is typed.</summary>
public sealed class LeverInput : IValidatableObject
{
    public Guid? Version { get; set; }

    [Required, StringLength(Limits.Name)]
    public string Programme { get; set; } = "";

    [EnumDataType(typeof(CrmFunction), ErrorMessage = "This is not one of the choices.")]
    public CrmFunction Function { get; set; }

    [Required]
    public string On { get; set; } = "";

    [Range(0, 1_000_000)]
    public int? Users { get; set; }

    [Required]
    public string MetricKey { get; set; } = "";

    [EnumDataType(typeof(BenefitKind), ErrorMessage = "This is not one of the choices.")]
    public BenefitKind? Benefit { get; set; }

    [StringLength(Limits.Name)]
    public string? Owner { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<IStringLocalizer<AdminTexts>>();
        if (!TypedMonth.TryRead(On, out _))
        {
            yield return new(texts[TypedMonth.Sentence], [nameof(On)]);
        }

        if (!MetricCatalogue.TryFind(MetricKey, out _))
        {
            yield return new(texts["This is not one of the choices."], [nameof(MetricKey)]);
        }
    }

    public void Fill(Lever stored) => (Programme, Function, On, Users, MetricKey, Benefit, Owner) =
        (stored.Programme, stored.Function, stored.On.ToString(), stored.Users, stored.MetricKey, stored.Benefit, stored.Owner);

    public Lever ToLever() => new()
    {
        Programme = Programme,
        Function = Function,
        On = TypedMonth.Read(On),
        Users = Users,
        MetricKey = MetricKey,
        Benefit = Benefit,
        Owner = string.IsNullOrWhiteSpace(Owner) ? null : Owner.Trim(),
    };
}
