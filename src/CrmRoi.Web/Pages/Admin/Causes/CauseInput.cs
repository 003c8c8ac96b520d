using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;
using CrmRoi.Metrics.Evidence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Causes;

/// <summary>Something other than the CRM that moved the figures, as it is typed.</summary>
public sealed class CauseInput : IRowInput<OtherCause, long>, IValidatableObject
{
    private const int MostTeams = 500;
    private const int StatedByLength = 256;

    public long? Key { get; set; }

    public Guid Version { get; set; }

    [Required, StringLength(Limits.Name)]
    public string Name { get; set; } = "";

    [EnumDataType(typeof(CauseKind), ErrorMessage = "This is not one of the choices.")]
    public CauseKind Kind { get; set; }

    [Required]
    public string From { get; set; } = "";

    public string? To { get; set; }

    /// <summary>The teams that it touched; none for all.</summary>
    [MaxLength(MostTeams)]
    public List<string> Teams { get; set; } = [];

    [EnumDataType(typeof(CauseTreatment), ErrorMessage = "This is not one of the choices.")]
    public CauseTreatment Treatment { get; set; }

    /// <summary>By how many percent prices rose.</summary>
    [Range(-90d, 900d), ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = "{0:0.######}", ApplyFormatInEditMode = true)]
    public decimal? PricePercent { get; set; }

    [Required, StringLength(Limits.Text)]
    public string Reason { get; set; } = "";

    [Required, StringLength(StatedByLength)]
    public string StatedBy { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<IStringLocalizer<AdminTexts>>();
        var to = default(CrmRoi.Metrics.Month);
        if (!TypedMonth.TryRead(From, out var from))
        {
            yield return new(texts[TypedMonth.Sentence], [nameof(From)]);
        }

        if (!string.IsNullOrWhiteSpace(To) && !TypedMonth.TryRead(To, out to))
        {
            yield return new(texts[TypedMonth.Sentence], [nameof(To)]);
        }
        else if (to.IsKnown && from.IsKnown && to < from)
        {
            yield return new(texts["This lies before the first month."], [nameof(To)]);
        }

        foreach (var problem in PriceProblems(texts))
        {
            yield return problem;
        }
    }

    public void Fill(OtherCause stored)
    {
        (Name, Kind, From, To) = (stored.Name, stored.Kind, stored.From.ToString(), stored.To?.ToString());
        (Teams, Treatment, PricePercent) = ([.. stored.Teams], stored.Treatment, stored.PriceChange * 100);
        (Reason, StatedBy) = (stored.Reason ?? "", stored.StatedBy ?? "");
    }

    public OtherCause ToCause() => new()
    {
        Name = Name.Trim(),
        Kind = Kind,
        From = TypedMonth.Read(From),
        To = string.IsNullOrWhiteSpace(To) ? null : TypedMonth.Read(To),
        Teams = [.. Teams.Select(team => team.Trim()).Where(team => team.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
        Treatment = Treatment,
        PriceChange = Treatment == CauseTreatment.OldPrices ? PricePercent / 100 : null,
        Reason = Reason.Trim(),
        StatedBy = StatedBy.Trim(),
    };

    private IEnumerable<ValidationResult> PriceProblems(IStringLocalizer<AdminTexts> texts)
    {
        if (Treatment != CauseTreatment.OldPrices)
        {
            yield break;
        }

        if (Kind != CauseKind.PriceChange)
        {
            yield return new(texts["Only a price change can be reckoned at the old prices."], [nameof(Treatment)]);
        }

        if (PricePercent is null or 0)
        {
            yield return new(texts["Say by how many percent prices changed: without it the old prices are not known."], [nameof(PricePercent)]);
        }
    }
}
