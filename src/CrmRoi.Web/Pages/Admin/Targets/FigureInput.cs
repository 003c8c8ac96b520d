using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;
using CrmRoi.Metrics.Planning;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Targets;

/// <summary>One planned figure.</summary>
public sealed class FigureInput : IRowInput<PlannedFigureRow, int>, IValidatableObject
{
    public int? Key { get; set; }

    public Guid Version { get; set; }

    [Required]
    public PlannedMeasure Measure { get; set; } = PlannedMeasure.Revenue;

    [Required]
    public string Month { get; set; } = "";

    [StringLength(Limits.Name)]
    public string? Team { get; set; }

    [StringLength(Limits.Name)]
    public string? Rep { get; set; }

    [Required, ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = "{0:0.####}", ApplyFormatInEditMode = true)]
    public decimal? Value { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<IStringLocalizer<AdminTexts>>();
        if (!TypedMonth.TryRead(Month, out _))
        {
            yield return new(texts[TypedMonth.Sentence], [nameof(Month)]);
        }

        if (Value is < 0)
        {
            yield return new(texts["This cannot be below zero."], [nameof(Value)]);
        }
        else if (Value is >= Limits.Amount)
        {
            yield return new(texts["This must be below a trillion (a million million)."], [nameof(Value)]);
        }
        else if (Measure == PlannedMeasure.Deals && Value is { } deals && deals != decimal.Truncate(deals))
        {
            yield return new(texts["This counts things, so it has no fraction."], [nameof(Value)]);
        }
    }

    public void Fill(PlannedFigureRow stored)
    {
        var figure = stored.Figure;
        (Measure, Month, Team, Rep, Value) = (figure.Measure, figure.Month.ToString(), figure.Team, figure.Rep, figure.Value);
    }

    public PlannedFigure ToFigure() => new()
    {
        Measure = Measure,
        Month = TypedMonth.Read(Month),
        Team = NameOf(Team),
        Rep = NameOf(Rep),
        Value = decimal.Round(Value!.Value, Limits.DecimalPlaces),
    };

    private static string? NameOf(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
