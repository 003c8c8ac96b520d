using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Costs;

/// <summary>What the forms of a cost and of a saving have in common.</summary>
public abstract class PaymentInput : IValidatableObject
{
    private const string NoChoice = "This is not one of the choices.";

    /// <summary>Which one is edited; none for a new one.</summary>
    public long? Key { get; set; }

    /// <summary>The version that the form was filled with.</summary>
    public Guid Version { get; set; }

    [Required, StringLength(Limits.Name)]
    public string Programme { get; set; } = "";

    [Required, StringLength(Limits.Text)]
    public string Description { get; set; } = "";

    [EnumDataType(typeof(Cadence), ErrorMessage = NoChoice)]
    public Cadence Cadence { get; set; }

    [ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = "{0:0.####}", ApplyFormatInEditMode = true)]
    public decimal? Amount { get; set; }

    [Required]
    public string From { get; set; } = "";

    public string? To { get; set; }

    /// <summary>The last month; a one-off has none.</summary>
    protected Month? LastMonth => Cadence == Cadence.OneOff || string.IsNullOrWhiteSpace(To) ? null : TypedMonth.Read(To);

    /// <summary>The amount as it is stored.</summary>
    protected virtual decimal RoundedAmount => decimal.Round(Amount ?? 0, Limits.DecimalPlaces);

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<IStringLocalizer<AdminTexts>>();
        var to = default(Month);
        if (Amount is null && RoundedAmount == 0)
        {
            yield return new(validationContext.GetRequiredService<IStringLocalizer<FormTexts>>()["This is needed."], [nameof(Amount)]);
        }
        else if (RoundedAmount <= 0)
        {
            yield return new(texts["This must be above zero."], [nameof(Amount)]);
        }
        else if (RoundedAmount >= Limits.Amount)
        {
            yield return new(texts["This must be below a trillion (a million million)."], [nameof(Amount)]);
        }

        if (!TypedMonth.TryRead(From, out var from))
        {
            yield return new(texts[TypedMonth.Sentence], [nameof(From)]);
        }

        if (Cadence != Cadence.OneOff && !string.IsNullOrWhiteSpace(To) && !TypedMonth.TryRead(To, out to))
        {
            yield return new(texts[TypedMonth.Sentence], [nameof(To)]);
        }
        else if (to.IsKnown && from.IsKnown && to < from)
        {
            yield return new(texts["This lies before the first month."], [nameof(To)]);
        }
    }
}

public sealed class SavingInput : PaymentInput, IRowInput<Saving, long>
{
    /// <summary>The benefit that it is part of.</summary>
    [EnumDataType(typeof(BenefitKind), ErrorMessage = "This is not one of the choices.")]
    public BenefitKind? Kind { get; set; } = BenefitKind.OldSystems;

    [Required, StringLength(Limits.Text)]
    public string Reason { get; set; } = "";

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var problem in base.Validate(validationContext))
        {
            yield return problem;
        }

        if (Cadence == Cadence.PerUserMonth)
        {
            yield return new(validationContext.GetRequiredService<IStringLocalizer<AdminTexts>>()["This is not one of the choices."], [nameof(Cadence)]);
        }
    }

    public void Fill(Saving stored)
    {
        (Programme, Description, Reason, Cadence) = (stored.Programme, stored.Description, stored.Reason, stored.Cadence);
        (Amount, From, To, Kind) = (stored.Amount, stored.From.ToString(), stored.To?.ToString(), stored.Kind ?? BenefitKind.OtherCash);
    }

    /// <summary>The saving that was typed, still the same record where there was one.</summary>
    public Saving ToSaving(Saving? stored) => (stored ?? new Saving { Source = PaymentSource.Form, Id = PaymentSource.NewId(), Programme = "", Description = "", Reason = "" }) with
    {
        Programme = Programme,
        Description = Description.Trim(),
        Reason = Reason.Trim(),
        Kind = Kind is { } kind && kind.IsEntered() ? kind : null,
        Cadence = Cadence,
        Amount = RoundedAmount,
        From = TypedMonth.Read(From),
        To = LastMonth,
    };
}

/// <summary>Where records come from that somebody typed.</summary>
internal static class PaymentSource
{
    public const string Form = "form";

    public static string NewId() => Guid.NewGuid().ToString("N");
}
