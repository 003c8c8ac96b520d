using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Snapshots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Baseline;

/// <summary>What one figure and several of them have in common: of what, of whom, from where, how good.</summary>
public abstract class FigureBasis : IValidatableObject
{
    [Required]
    public string Measure { get; set; } = "";

    [StringLength(Limits.Name)]
    public string? Team { get; set; }

    [Required, StringLength(Limits.Text)]
    public string SourceNote { get; set; } = "";

    [Required, Range(1d, 100d), ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = "{0:0.####}", ApplyFormatInEditMode = true)]
    public decimal? CompletenessPercent { get; set; } = 100;

    public bool IsComparable { get; set; }

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!FigureRules.IsMeasure(Measure))
        {
            yield return new(TextsOf(validationContext)["This is not one of the choices."], [nameof(Measure)]);
        }
    }

    protected static IStringLocalizer TextsOf(ValidationContext validationContext) => validationContext.GetRequiredService<IStringLocalizer<AdminTexts>>();

    protected EnteredFigure FigureOf(Window period, decimal value) => new()
    {
        Measure = Measure,
        Period = period,
        Value = decimal.Round(value, Limits.DecimalPlaces),
        Team = string.IsNullOrWhiteSpace(Team) ? null : Team.Trim(),
        SourceNote = SourceNote.Trim(),
        Completeness = CompletenessPercent!.Value / 100,
        IsComparable = IsComparable,
    };
}

/// <summary>One figure.</summary>
public sealed class FigureInput : FigureBasis, IRowInput<EnteredFigureRow, int>
{
    public int? Key { get; set; }

    public Guid Version { get; set; }

    [Required]
    public string From { get; set; } = "";

    /// <summary>How many months it is the total of.</summary>
    [AllowedValues(1, 3, 12)]
    public int Months { get; set; } = 1;

    [Required, ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = "{0:0.####}", ApplyFormatInEditMode = true)]
    public decimal? Value { get; set; }

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var known = true;
        foreach (var problem in base.Validate(validationContext))
        {
            known = false;
            yield return problem;
        }

        var texts = TextsOf(validationContext);
        if (!TypedMonth.TryRead(From, out _))
        {
            yield return new(texts[TypedMonth.Sentence], [nameof(From)]);
        }

        if (known && FigureRules.ProblemOf(Measure, Value!.Value) is { } sentence)
        {
            yield return new(texts[sentence], [nameof(Value)]);
        }
    }

    public void Fill(EnteredFigureRow stored)
    {
        var figure = stored.Figure;
        (Measure, Team, From, Months) = (figure.Measure, figure.Team, figure.Period.From.ToString(), figure.Period.Length);
        (Value, SourceNote, CompletenessPercent, IsComparable) = (figure.Value, figure.SourceNote, figure.Completeness * 100, figure.IsComparable);
    }

    public EnteredFigure ToFigure()
    {
        var from = TypedMonth.Read(From);
        return FigureOf(new(from, from.Plus(Months - 1)), Value!.Value);
    }
}
