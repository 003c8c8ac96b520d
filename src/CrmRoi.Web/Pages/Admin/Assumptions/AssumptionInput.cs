using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Assumptions;

/// <summary>An assumption as it is typed: shares, factors and rates in percent.</summary>
public sealed class AssumptionInput : IRowInput<Assumption, long>, IValidatableObject
{
    private const string Number = "{0:0.########}";
    private const decimal TooMuch = 1_000_000_000_000m;

    public long? Key { get; set; }

    public Guid Version { get; set; }

    [Required, StringLength(Limits.Name)]
    public string Programme { get; set; } = "";

    [Required, StringLength(Limits.Name)]
    public string Name { get; set; } = "";

    [EnumDataType(typeof(AssumptionTarget), ErrorMessage = "This is not one of the choices.")]
    public AssumptionTarget Target { get; set; }

    [EnumDataType(typeof(BenefitKind), ErrorMessage = "This is not one of the choices.")]
    public BenefitKind? Benefit { get; set; }

    [Required, ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = Number, ApplyFormatInEditMode = true)]
    public decimal? Low { get; set; }

    [Required, ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = Number, ApplyFormatInEditMode = true)]
    public decimal? Likely { get; set; }

    [Required, ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = Number, ApplyFormatInEditMode = true)]
    public decimal? High { get; set; }

    [StringLength(Limits.Name)]
    public string? Unit { get; set; }

    [Required, StringLength(Limits.Name)]
    public string Owner { get; set; } = "";

    [Required, StringLength(Limits.Text)]
    public string Reason { get; set; } = "";

    [StringLength(Limits.Text)]
    public string? Evidence { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<IStringLocalizer<AdminTexts>>();
        if (Low is null || Likely is null || High is null)
        {
            yield break; // each says so itself
        }

        if (new[] { Low, Likely, High }.Any(value => Math.Abs(value!.Value) >= TooMuch))
        {
            yield return new(texts["This is too large."], [nameof(Likely)]);
        }
        else if (ToAssumption(null).Problem is { } problem)
        {
            yield return new(validationContext.GetRequiredService<DomainText>().Member(problem), [nameof(Likely)]);
        }

        if (Target == AssumptionTarget.AttributedShare && Benefit is null)
        {
            yield return new(texts["Say which benefit it is about."], [nameof(Benefit)]);
        }
    }

    public void Fill(Assumption stored)
    {
        var scale = Scale(stored.Target);
        (Programme, Name, Target, Benefit, Unit) = (stored.Programme, stored.Name, stored.Target, stored.Benefit, stored.Unit);
        (Low, Likely, High) = (stored.Low * scale, stored.Value * scale, stored.High * scale);
        (Owner, Reason, Evidence) = (stored.Owner, stored.Reason, stored.Evidence);
    }

    /// <summary>What was typed. A changed number or reason is open again: nobody accepted that one.</summary>
    public Assumption ToAssumption(Assumption? stored)
    {
        var scale = Scale(Target);
        var made = (stored ?? new Assumption { Programme = "", Name = "", Owner = "", Reason = "" }) with
        {
            Programme = Programme,
            Name = Name.Trim(),
            Target = Target,
            Benefit = Target switch
            {
                AssumptionTarget.AttributedShare => Benefit,
                AssumptionTarget.RealisedShare or AssumptionTarget.HourlyRate => BenefitKind.AdminHours,
                _ => null,
            },
            Low = Rounded(Low, scale),
            Value = Rounded(Likely, scale),
            High = Rounded(High, scale),
            Unit = string.IsNullOrWhiteSpace(Unit) ? null : Unit.Trim(),
            Owner = Owner.Trim(),
            Reason = Reason.Trim(),
            Evidence = string.IsNullOrWhiteSpace(Evidence) ? null : Evidence.Trim(),
        };
        return made == stored ? made : made with { Decision = AssumptionDecision.Open, DecidedBy = null, DecisionNote = null };
    }

    private static decimal Rounded(decimal? value, decimal scale) => decimal.Round((value ?? 0) / scale, 8);

    private static decimal Scale(AssumptionTarget target) => AssumptionFormats.IsPercent(target) ? 100 : 1;
}
